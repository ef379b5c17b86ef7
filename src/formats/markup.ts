// The tags and the text of simple HTML, as editors and transcription programs write it. Nothing in it is run, fetched or trusted:
// a tag is a name and its attributes, and what is not understood is passed over.

import { decodeEntities } from './entities.ts';

export type MarkupVisitor = {
  readonly open: (tag: string, attribute: (name: string) => string | null) => void;
  readonly close: (tag: string) => void;
  readonly text: (text: string) => void;
};

const TAG = /^(\/?)([a-z][a-z0-9]*)(?=[\s/]|$)/i;
const WITHOUT_TEXT = new Set(['script', 'style', 'title', 'head', 'template']);

/** Walks through the tags and texts in order. An element of `head`, and scripts and styles, are left out. */
export function walkMarkup(html: string, visitor: MarkupVisitor): void {
  let at = 0;
  let inside: string | null = null; // an element that is left out
  while (at < html.length) {
    const from = html.indexOf('<', at);
    const to = from < 0 ? -1 : html.indexOf('>', from);
    if (inside === null) visitor.text(decodeEntities(html.slice(at, from < 0 || to < 0 ? undefined : from)));
    if (from < 0 || to < 0) return;
    const end = html.startsWith('<!--', from) ? endOfComment(html, from) : to + 1;
    const tag = TAG.exec(html.slice(from + 1, Math.min(to, from + 4000)));
    at = end;
    const name = tag?.[2]?.toLowerCase();
    if (!tag || name === undefined) continue;
    if (inside !== null) {
      if (tag[1] === '/' && name === inside) inside = null;
    } else if (tag[1] === '/') {
      visitor.close(name);
    } else if (WITHOUT_TEXT.has(name)) {
      inside = name;
    } else {
      const attributes = html.slice(from + 1 + tag[0].length, Math.min(to, from + 4000));
      visitor.open(name, (wanted) => attributeIn(attributes, wanted));
    }
  }
}

function endOfComment(html: string, from: number): number {
  const end = html.indexOf('-->', from);
  return end < 0 ? html.length : end + 3;
}

function attributeIn(attributes: string, wanted: string): string | null {
  for (const match of attributes.matchAll(/([a-z][\w-]{0,60})\s{0,9}=\s{0,9}(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s"'>]+))/gi)) {
    if (match[1]?.toLowerCase() === wanted) return decodeEntities(match[2] ?? match[3] ?? match[4] ?? '');
  }
  return null;
}

const BLOCKS = new Set('p div li ul ol h1 h2 h3 h4 h5 h6 blockquote pre table tr td body'.split(' '));

/** True for an element that stands on lines of its own. */
export function isBlock(tag: string): boolean {
  return BLOCKS.has(tag);
}
