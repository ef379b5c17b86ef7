// Walks through an XML file element by element, without ever holding its tree. A DOCTYPE (entities, files from elsewhere) and
// deep nesting are refused.

import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DraadError } from '../domain/error.ts';
import { decodeText } from './encoding.ts';

export const MAX_XML_DEPTH = 256;

export type XmlElement = {
  readonly local: string;
  readonly uri: string;
  readonly attribute: (local: string) => string | undefined;
};

export type XmlVisitor = {
  readonly open: (element: XmlElement) => void;
  readonly close: (local: string, uri: string) => void;
  readonly text: (text: string) => void;
};

/** Throws `refused` when the bytes are not well-formed XML within the limits. */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const xml = decodeText(bytes);
  if (xml === null) throw new DraadError('refused', 'The file is damaged: its text can not be read');
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  parser.on('error', () => {
    throw new DraadError('refused', 'The file is damaged: its XML is not well-formed');
  });
  parser.on('doctype', () => {
    throw new DraadError('refused', 'The file holds a DOCTYPE, which a document never needs');
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > MAX_XML_DEPTH) throw new DraadError('refused', `The file is nested more than ${MAX_XML_DEPTH} levels deep`);
    visitor.open({ local: tag.local, uri: tag.uri, attribute: (local) => attributeOf(tag, local) });
  });
  parser.on('closetag', (tag) => {
    depth--;
    visitor.close(tag.local, tag.uri);
  });
  parser.on('text', visitor.text);
  parser.on('cdata', visitor.text);
  parser.write(xml).close();
}

function attributeOf(tag: SaxesTagNS, local: string): string | undefined {
  return Object.values(tag.attributes).find((attribute) => attribute.local === local)?.value;
}
