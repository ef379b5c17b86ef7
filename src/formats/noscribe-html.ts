// noScribe's own HTML: paragraphs of anchors, and the name of each anchor says from when to when (ms) and who: `ts_1000_2500_S01`.

import type { Speech } from '../domain/interview.ts';
import { isBlock, walkMarkup } from './markup.ts';
import { voiceAndWords } from './noscribe.ts';
import { joinPieces, type Piece } from './pieces.ts';
import { fromSeconds } from './times.ts';

const ANCHOR = /<a\s[^<>]{0,200}?name\s?=\s?["']ts_\d{1,10}_\d{1,10}/i;
const NAME = /^ts_(\d{1,10})_(\d{1,10})(?:_(.*))?$/s;

export function looksLikeNoScribe(html: string): boolean {
  return ANCHOR.test(html);
}

/** The speech in a page that `looksLikeNoScribe`. What one speaker says in one paragraph is a turn. */
export function readNoScribeHtml(html: string): Speech[] {
  const paragraphs: Piece[][] = [[]];
  let anchor: RegExpExecArray | null = null;
  let text = '';
  const endAnchor = (): void => {
    if (text.trim() !== '') paragraphs.at(-1)?.push(pieceOf(anchor, text));
    anchor = null;
    text = '';
  };
  const endParagraph = (): void => {
    endAnchor();
    paragraphs.push([]);
  };
  walkMarkup(html, {
    open: (tag, attribute) => {
      if (isBlock(tag)) endParagraph();
      if (tag === 'br') text += '\n';
      const name = tag === 'a' ? NAME.exec(attribute('name') ?? '') : null;
      if (!name) return;
      endAnchor();
      anchor = name;
    },
    close: (tag) => {
      if (tag === 'a') endAnchor();
      else if (isBlock(tag)) endParagraph();
    },
    text: (part) => {
      text += part;
    },
  });
  endParagraph();
  return paragraphs.flatMap(joinPieces);
}

function pieceOf(anchor: RegExpExecArray | null, text: string): Piece {
  const ms = (digits: string | undefined): number | null => (digits === undefined ? null : fromSeconds(Number(digits) / 1000));
  const voice = anchor?.[3] ?? '';
  const words = voice === '' ? { speaker: null, text } : voiceAndWords(voice, text);
  return { ...words, timeMs: ms(anchor?.[1]), endMs: ms(anchor?.[2]), named: voice !== '' };
}
