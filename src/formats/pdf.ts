// PDF: the text on its pages, read by pdf.js. Nothing in it is run or opened: scripts, links, attachments and fonts from elsewhere are
// passed over. A PDF knows no paragraphs; pdf-lines.ts finds them.

import { DraadError } from '../domain/error.ts';
import type { DocumentContent } from './document.ts';
import type { LabelRules } from './labels.ts';
import { Leftovers } from './leftovers.ts';
import { withoutReserved } from './marks.ts';
import { type PrintedLine, type PrintedPage, paragraphsOf } from './pdf-lines.ts';

export const MAX_PAGES = 2_000;

/** Throws `refused` when the file is damaged, protected, too long, or holds pictures of text and no text. */
export async function readPdf(bytes: Uint8Array, rules: LabelRules): Promise<DocumentContent> {
  const pages = await readPages(bytes);
  const blank = pages.filter((page) => page.length === 0).length;
  const { paragraphs, furniture } = paragraphsOf(pages, rules);
  if (paragraphs.length === 0)
    throw refused(
      'The file has no text in it: its pages are pictures, as a scanner makes them; have the text recognised (OCR) first',
    );
  const left = new Leftovers();
  left.add('furniture', furniture);
  left.add('blank', blank);
  return { blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })), comments: [], left: left.list() };
}

// Of what pdf.js gives, only this.
type Item = { str: string; transform: number[]; width: number; height: number };

async function readPages(bytes: Uint8Array): Promise<PrintedPage[]> {
  try {
    // It is large, and most people never read a PDF. It takes the bytes for itself, so it gets a copy.
    const { getDocumentProxy } = await import('unpdf');
    const pdf = await getDocumentProxy(Uint8Array.from(bytes), {
      useSystemFonts: false,
      stopAtErrors: true,
      verbosity: 0,
    });
    try {
      if (pdf.numPages > MAX_PAGES) throw refused(`The file has ${pdf.numPages} pages; ${MAX_PAGES} is the limit`);
      const pages: PrintedPage[] = [];
      for (let number = 1; number <= pdf.numPages; number++) {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        pages.push(linesOf(items.filter((item) => 'str' in item)));
        page.cleanup();
      }
      return pages;
    } finally {
      await pdf.loadingTask.destroy();
    }
  } catch (error) {
    throw error instanceof DraadError ? error : explain(error);
  }
}

/** What stands on one height, as long as it follows each other in the file, is a line. */
function linesOf(items: readonly Item[]): PrintedLine[] {
  const lines: { text: string; left: number; right: number; base: number; size: number }[] = [];
  for (const { str, transform, width, height } of items) {
    const [, , , , left = 0, base = 0] = transform;
    const last = lines.at(-1);
    const text = withoutReserved(str);
    if (text === '') continue;
    if (last && Math.abs(last.base - base) < Math.max(last.size, height) * 0.5 && left >= last.right - last.size) {
      last.text += gapBetween(last, left, text) + text;
      last.right = Math.max(last.right, left + width);
      last.size = Math.max(last.size, height);
    } else if (text.trim() !== '') lines.push({ text, left, right: left + width, base, size: height });
  }
  return lines.map((line) => ({ ...line, text: line.text.trimEnd() }));
}

// A column further on is set apart as by a tab.
function gapBetween(last: PrintedLine, left: number, text: string): string {
  const gap = left - last.right;
  if (/\s$/.test(last.text) || /^\s/.test(text) || gap < last.size * 0.2) return '';
  return gap > last.size * 2 ? '\t' : ' ';
}

// What pdf.js says of a file; its own words go no further.
function explain(error: unknown): DraadError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return refused('The file is protected with a password');
  return refused('The file is damaged: it can not be read as a PDF');
}

function refused(reason: string): DraadError {
  return new DraadError('refused', reason);
}
