// Makes Word files: real ones that Word and LibreOffice open, from paragraphs or from a body of one's own. The same input gives
// the same bytes, so fixtures made with it do not change by themselves.

import { ZipFile } from 'yazl';

export type ZipEntry = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly mode?: number;
  readonly compress?: boolean;
};

/** A .docx with these paragraphs; a line break or tab inside one becomes Word's own. */
export function makeDocx(paragraphs: readonly string[]): Promise<Uint8Array> {
  return docxWithBody(paragraphs.map((text) => paragraph(run(text))).join(''));
}

/** A .docx whose body is this WordprocessingML, with the prefixes w, r, mc, wps and v bound; `more` are other parts of it. */
export function docxWithBody(body: string, more: readonly ZipEntry[] = []): Promise<Uint8Array> {
  return makeZip([
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: PACKAGE_RELATIONS },
    { name: 'word/document.xml', content: documentXml(body) },
    { name: 'word/_rels/document.xml.rels', content: DOCUMENT_RELATIONS },
    { name: 'word/styles.xml', content: STYLES },
    ...more,
  ]);
}

export function documentXml(body: string): string {
  return `${XML}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

/** A paragraph of runs and whatever else stands inside one. */
export function paragraph(...content: readonly string[]): string {
  return `<w:p>${content.join('')}</w:p>`;
}

/** A run of text, with its properties as XML. */
export function run(text: string, properties = ''): string {
  const pieces = text.split(/([\n\t])/).filter((piece) => piece !== '');
  const xml = pieces.map((piece) =>
    piece === '\n' ? '<w:br/>' : piece === '\t' ? '<w:tab/>' : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`,
  );
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${xml.join('')}</w:r>`;
}

/** The part of a .docx that holds its comments, each a paragraph per line. */
export function commentsPart(
  comments: readonly { readonly id: string; readonly text: string; readonly author?: string; readonly at?: string }[],
): ZipEntry {
  const xml = comments.map(({ id, text, author = 'Noor', at = '2026-03-04T10:00:00Z' }) => {
    const paragraphs = text.split('\n').map((line) => paragraph('<w:r><w:annotationRef/></w:r>', run(line)));
    return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${at}">${paragraphs.join('')}</w:comment>`;
  });
  return { name: 'word/comments.xml', content: `${XML}<w:comments ${NAMESPACES}>${xml.join('')}</w:comments>` };
}

export function commentStart(id: string): string {
  return `<w:commentRangeStart w:id="${id}"/>`;
}

/** The end of a comment's range and its reference, as Word writes them one after the other. */
export function commentEnd(id: string): string {
  return `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
}

/** A table of rows of cell texts; a line break in a cell begins a new paragraph. */
export function table(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string =>
    `<w:tc><w:tcPr/>${text
      .split('\n')
      .map((line) => paragraph(run(line)))
      .join('')}</w:tc>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function inserted(content: string): string {
  return `<w:ins w:id="1" w:author="a">${content}</w:ins>`;
}

export function deleted(text: string): string {
  return `<w:del w:id="2" w:author="a"><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A ZIP archive of these entries. */
export async function makeZip(entries: readonly ZipEntry[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const { name, content, mode = 0o100644, compress = true } of entries) {
    zip.addBuffer(Buffer.from(content), name, { mtime: LONG_AGO, forceDosTimestamp: true, mode, compress });
  }
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

const LONG_AGO = new Date(2000, 0, 1);
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPENXML = 'http://schemas.openxmlformats.org';
const NAMESPACES = [
  `xmlns:w="${OPENXML}/wordprocessingml/2006/main"`,
  `xmlns:r="${OPENXML}/officeDocument/2006/relationships"`,
  `xmlns:mc="${OPENXML}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const CONTENT_TYPES =
  `${XML}<Types xmlns="${OPENXML}/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/></Types>`;

function relations(id: string, kind: string, target: string): string {
  return `${XML}<Relationships xmlns="${OPENXML}/package/2006/relationships"><Relationship Id="${id}" Type="${OPENXML}/officeDocument/2006/relationships/${kind}" Target="${target}"/></Relationships>`;
}

const PACKAGE_RELATIONS = relations('rId1', 'officeDocument', 'word/document.xml');
const DOCUMENT_RELATIONS = relations('rId1', 'styles', 'styles.xml');
const STYLES =
  `${XML}<w:styles xmlns:w="${OPENXML}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>';
