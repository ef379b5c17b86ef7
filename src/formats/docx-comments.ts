// The comments of a Word file, from word/comments.xml: who wrote them, when, and what.

import { withoutReserved } from './marks.ts';
import { walkXml } from './xml.ts';

export type DocxComment = { readonly author: string; readonly at: string; readonly text: string };

/** By the id that the text refers to. Throws `refused` when the XML is not well-formed or goes beyond the limits. */
export function readDocxComments(xml: Uint8Array): Map<string, DocxComment> {
  const comments = new Map<string, DocxComment>();
  let id: string | null = null;
  let lines: string[] = [];
  let deleted = 0;
  let about = { author: '', at: '' };
  let inText = false;
  const write = (text: string): void => {
    if (id !== null && deleted === 0) lines.push(`${lines.pop() ?? ''}${text}`);
  };
  walkXml(xml, {
    open: ({ local, attribute }) => {
      if (local === 'comment') {
        id = attribute('id') ?? '';
        lines = [];
        about = { author: attribute('author') ?? '', at: attribute('date') ?? '' };
      } else if (local === 'p') lines.push('');
      else if (local === 'del' || local === 'moveFrom') deleted++;
      else if (local === 'br' || local === 'cr') write('\n');
      else if (local === 'tab') write(' ');
      inText = local === 't';
    },
    close: (local) => {
      inText = false;
      if (local === 'del' || local === 'moveFrom') deleted--;
      if (local !== 'comment' || id === null) return;
      comments.set(id, { ...about, text: lines.join('\n').trim() });
      id = null;
    },
    text: (text) => {
      if (inText) write(withoutReserved(text));
    },
  });
  return comments;
}
