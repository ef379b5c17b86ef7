// Makes OpenDocument texts as LibreOffice writes them: an archive that begins with its kind, and the text in content.xml.

import { escapeXml, makeZip } from './docx.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const SPACES = ['office', 'text', 'table', 'style', 'drawing', 'meta']
  .map((name) => `xmlns:${name === 'drawing' ? 'draw' : name}="${OASIS}:${name}:1.0"`)
  .join(' ');

/** An .odt with these paragraphs; a line break or tab inside one becomes OpenDocument's own. */
export function makeOdt(paragraphs: readonly string[]): Promise<Uint8Array> {
  return odtWithBody(paragraphs.map((text) => odtParagraph(text)).join(''));
}

/** An .odt whose text is this XML, with these automatic styles. */
export function odtWithBody(body: string, styles = ''): Promise<Uint8Array> {
  return makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', compress: false },
    { name: 'content.xml', content: contentXml(body, styles) },
    {
      name: 'META-INF/manifest.xml',
      content: '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    },
  ]);
}

export function contentXml(body: string, styles = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${SPACES} office:version="1.3"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
}

/** A paragraph of plain text. */
export function odtParagraph(text: string): string {
  const xml = escapeXml(text)
    .replaceAll('\n', '<text:line-break/>')
    .replaceAll('\t', '<text:tab/>')
    .replace(/ {2,}/g, (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`);
  return `<text:p text:style-name="Standard">${xml}</text:p>`;
}

/** A table of rows of cell texts; a line break in a cell begins a new paragraph. */
export function odtTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<table:table-cell>${text.split('\n').map(odtParagraph).join('')}</table:table-cell>`;
  return `<table:table table:name="Tabel1"><table:table-column/>${rows.map((row) => `<table:table-row>${row.map(cell).join('')}</table:table-row>`).join('')}</table:table>`;
}
