// Makes the office and PDF files of fixtures/formats, each with all that such a file may hold beside its text: `node tests/tools/format-files.ts`.
// The text formats there were written by hand.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  commentEnd,
  commentStart,
  commentsPart,
  deleted,
  docxWithBody,
  inserted,
  paragraph,
  run,
  table,
} from '../helpers/docx.ts';
import { odtParagraph, odtTable, odtWithBody } from '../helpers/odt.ts';
import { pdfWithPages } from '../helpers/pdf.ts';
import { escapeRtf, rtfTable, rtfWithBody } from '../helpers/rtf.ts';

const folder = fileURLToPath(new URL('../../fixtures/formats/', import.meta.url));
const save = (name: string, bytes: Uint8Array): void => writeFileSync(`${folder}${name}`, bytes);

const ROWS = [
  ['Tijd', 'Spreker', 'Tekst'],
  ['00:00:01', 'Interviewer', 'Hoe gaat het?'],
  ['00:00:04', 'Moeder', 'Goed.\nEn de baby ook.'],
  ['00:00:09', 'Interviewer', 'Fijn.'],
  ['00:00:11', 'Moeder', 'Ja.'],
];

const header = {
  name: 'word/header1.xml',
  content:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Vertrouwelijk</w:t></w:r></w:p></w:hdr>',
};
const word = [
  paragraph(run('Interviewer: Hoe gaat het met slapen?')),
  paragraph(
    run('[00:00:04] Moeder: Ik '),
    commentStart('1'),
    run('slaap slecht', '<w:b/>'),
    commentEnd('1'),
    run('. '),
    deleted('Al jaren.'),
    inserted(run('Al weken.')),
    '<w:r><w:footnoteReference w:id="2"/></w:r>',
    run('\nSinds de geboorte.'),
  ),
  paragraph('<w:r><w:pict><v:imagedata r:id="rId9"/></w:pict></w:r>', run('niet tonen', '<w:vanish/>')),
  paragraph(run('Interviewer: En overdag?')),
  paragraph(run('Moeder: Dan ga ik door.')),
].join('');
save('word.docx', await docxWithBody(word, [commentsPart([{ id: '1', text: 'Navragen: sinds wanneer?' }]), header]));
save('word-table.docx', await docxWithBody(table(ROWS)));

const changes =
  '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Al jaren.</text:p></text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>';
const note =
  '<office:annotation xmlns:dc="http://purl.org/dc/elements/1.1/" office:name="n1"><dc:creator>Noor</dc:creator><dc:date>2026-03-04T10:00:00</dc:date><text:p>Navragen: sinds wanneer?</text:p></office:annotation>';
const writer = [
  changes,
  odtParagraph('Interviewer: Hoe gaat het met slapen?'),
  `<text:p>[00:00:04] Moeder: Ik ${note}<text:span text:style-name="T1">slaap slecht</text:span><office:annotation-end office:name="n1"/>. <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>Al weken.<text:change-end text:change-id="c2"/><text:note><text:note-body><text:p>Voetnoot</text:p></text:note-body></text:note><text:line-break/>Sinds de geboorte.</text:p>`,
  '<text:p><draw:frame><draw:image/></draw:frame><text:span text:style-name="T2">niet tonen</text:span></text:p>',
  odtParagraph('Interviewer: En overdag?'),
  odtParagraph('Moeder: Dan ga ik door.'),
].join('');
const styles =
  '<style:style style:name="T1" style:family="text"><style:text-properties style:font-weight-asian="bold"/></style:style><style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>';
save('writer.odt', await odtWithBody(writer, styles));
save('writer-table.odt', await odtWithBody(odtTable(ROWS)));

const rtf = [
  `\\pard ${escapeRtf('Interviewer: Hoe gaat het met slapen?')}\\par\n`,
  `\\pard ${escapeRtf('#00:00:04-0# Moeder: Ik ')}{\\b slaap slecht}{\\*\\annotation Navragen}. {\\deleted Al jaren.}{\\revised Al weken.}{\\footnote Voetnoot}\\line ${escapeRtf('Sinds de geboorte.')}\\par\n`,
  '\\pard {\\pict\\wmetafile8 0123}{\\v niet tonen}\\par\n',
  `\\pard ${escapeRtf('Interviewer: En overdag?')}\\par\n`,
  `\\pard ${escapeRtf('Moeder: Dan ga ik door.')}\\par\n`,
].join('');
save('f4.rtf', rtfWithBody(rtf));
save('table.rtf', rtfWithBody(rtfTable(ROWS)));

// Three pages with a footer, and one of a picture; lines as wide as the page, so that their ends are the printer's.
const page = (n: number) => [
  { text: `[00:0${n}:00] Interviewer: Vraag ${n}: hoe gaat het met slapen, en was dat al`, y: 760 },
  { text: 'zo toen je pas thuis was?', y: 745 },
  { text: `[00:0${n}:04] Moeder: Ik slaap slecht. Al weken. We doen het om en om, maar`, y: 725 },
  { text: 'dat lukt niet altijd omdat hij vroeg moet beginnen en dan lig ik wakker te', y: 710 },
  { text: 'luisteren of ze huilt.', y: 695 },
  { text: `Pagina ${n} van 4`, y: 40 },
];
save('printed.pdf', pdfWithPages([page(1), page(2), page(3), []]));
save('scanned.pdf', pdfWithPages([[], []]));
