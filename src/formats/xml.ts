// Walks through an XML file element by element, without ever holding its tree. A DOCTYPE (entities, files from elsewhere) and
// deep nesting are refused. Namespaces are resolved here: the parser would make an object of every name, and most of a document is names.

import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { DraadError } from '../domain/error.ts';
import { decodeText } from './encoding.ts';

export const MAX_XML_DEPTH = 256;

/** It is the same one for every element, so whoever wants to keep something of it takes that out. */
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
  const parser = new SaxesParser({ xmlns: false, position: false });
  const element = new Element();
  const names = new Names();
  let depth = 0;
  parser.on('error', () => {
    throw notWellFormed();
  });
  parser.on('doctype', () => {
    throw new DraadError('refused', 'The file holds a DOCTYPE, which a document never needs');
  });
  parser.on('opentag', (tag) => {
    depth++;
    if (depth > MAX_XML_DEPTH) throw new DraadError('refused', `The file is nested more than ${MAX_XML_DEPTH} levels deep`);
    names.enter(tag.attributes, depth);
    element.become(names.resolve(tag.name), tag.attributes);
    visitor.open(element);
  });
  parser.on('closetag', (tag) => {
    const { local, uri } = names.resolve(tag.name);
    visitor.close(local, uri);
    names.leave(depth);
    depth--;
  });
  parser.on('text', visitor.text);
  parser.on('cdata', visitor.text);
  parser.write(xml).close();
}

type Name = { readonly local: string; readonly uri: string };
type Attributes = SaxesTagPlain['attributes'];
type Scope = { readonly depth: number; readonly prefixes: ReadonlyMap<string, string> };

class Element implements XmlElement {
  local = '';
  uri = '';
  #attributes: Attributes = {};

  become({ local, uri }: Name, attributes: Attributes): void {
    this.local = local;
    this.uri = uri;
    this.#attributes = attributes;
  }

  /** The attribute of this name, whatever its prefix. */
  readonly attribute = (local: string): string | undefined => {
    for (const name in this.#attributes) {
      if (name === local || (name.endsWith(local) && name[name.length - local.length - 1] === ':')) return this.#attributes[name];
    }
    return undefined;
  };
}

const XML_URI = 'http://www.w3.org/XML/1998/namespace';

/** What prefixes stand for, as far as we are; each name that occurs is taken apart once, until a prefix comes to stand for something else. */
class Names {
  readonly #known = new Map<string, Name>();
  readonly #scopes: Scope[] = [
    {
      depth: 0,
      prefixes: new Map([
        ['', ''],
        ['xml', XML_URI],
      ]),
    },
  ];

  enter(attributes: Attributes, depth: number): void {
    let prefixes: Map<string, string> | null = null;
    for (const name in attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      prefixes ??= new Map();
      prefixes.set(name.slice(6), attributes[name] ?? '');
    }
    if (!prefixes) return;
    this.#scopes.push({ depth, prefixes });
    this.#known.clear();
  }

  leave(depth: number): void {
    if (this.#scopes.at(-1)?.depth !== depth) return;
    this.#scopes.pop();
    this.#known.clear();
  }

  /** Throws `refused` for a prefix that stands for nothing. */
  resolve(name: string): Name {
    const known = this.#known.get(name);
    if (known) return known;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const uri = this.#scopes.findLast((scope) => scope.prefixes.has(prefix))?.prefixes.get(prefix);
    if (uri === undefined) throw notWellFormed();
    const found = { local: name.slice(colon + 1), uri };
    this.#known.set(name, found);
    return found;
  }
}

function notWellFormed(): DraadError {
  return new DraadError('refused', 'The file is damaged: its XML is not well-formed');
}
