// Makes PDF files: pages of lines at places of one's choosing, in a font every reader has, whose letters are all as wide. Small and uncompressed, so that what is in
// them can be read in the file.

/** A line at a place on a page of A4, in points from the left and from the bottom. */
export type PlacedLine = { readonly text: string; readonly x?: number; readonly y: number };

const WIDTH = 595;
const HEIGHT = 842;
const SIZE = 11;
const STEP = 15;

/** A PDF with these lines on its pages; a page without lines holds nothing but a drawn line. `extra` are more objects, by number from 100. */
export function pdfWithPages(pages: readonly (readonly PlacedLine[])[], extra: readonly string[] = [], catalog = ''): Uint8Array {
  const objects = new Map<number, string>();
  objects.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`);
  objects.set(2, `<< /Type /Pages /Kids [${pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ')}] /Count ${pages.length} >>`);
  objects.set(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>');
  for (const [n, lines] of pages.entries()) {
    const content = lines.length === 0 ? '0 0 m 100 100 l S' : lines.map(drawn).join('\n');
    objects.set(
      4 + 2 * n,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * n} 0 R >>`,
    );
    objects.set(5 + 2 * n, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  for (const [n, object] of extra.entries()) objects.set(10_000 + n, object);
  return written(objects);
}

/** Paragraphs as a word processor prints them: lines broken at 75 letters, a little room between paragraphs, 45 lines a page. */
export function makePdf(paragraphs: readonly string[]): Uint8Array {
  const pages: PlacedLine[][] = [[]];
  let y = HEIGHT - 70;
  for (const paragraph of paragraphs) {
    for (const text of broken(paragraph)) {
      if (y < 70) {
        pages.push([]);
        y = HEIGHT - 70;
      }
      pages.at(-1)?.push({ text, y });
      y -= STEP;
    }
    y -= STEP / 2;
  }
  return pdfWithPages(pages);
}

function broken(paragraph: string): string[] {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 75) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const WIN_ANSI: Readonly<Record<string, number>> = { '€': 0x80, '“': 0x93, '”': 0x94, '’': 0x92, '–': 0x96, '…': 0x85 };

function drawn({ text, x = 70, y }: PlacedLine): string {
  const bytes = Array.from(text.normalize('NFC'), (char) => WIN_ANSI[char] ?? char.charCodeAt(0));
  return `BT /F1 ${SIZE} Tf ${x} ${y} Td <${bytes.map((byte) => (byte % 256).toString(16).padStart(2, '0')).join('')}> Tj ET`;
}

function written(objects: ReadonlyMap<number, string>): Uint8Array {
  let file = '%PDF-1.7\n';
  const places: string[] = [];
  for (const [number, object] of objects) {
    places.push(`${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`);
    file += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const table = file.length;
  file += `xref\n0 1\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
