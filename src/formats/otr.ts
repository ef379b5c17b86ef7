// oTranscribe (.otr): the text of its editor as HTML, with a time wherever the transcriber set one.

import type { Speech } from '../domain/interview.ts';
import { type LabelRules, NO_RULES } from './labels.ts';
import { isBlock, walkMarkup } from './markup.ts';
import { fromSeconds } from './times.ts';
import { type Line, speechesOf } from './turns.ts';

/** The speech in the text of an .otr file. Times become marks as other programs write them, which turns.ts takes out again. */
export function readOtr(html: string, rules: LabelRules = NO_RULES): Speech[] {
  const lines: Line[] = [];
  let text = '';
  let opensParagraph = true;
  let inTime = false;
  const endLine = (paragraph: boolean): void => {
    if (text.trim() !== '') {
      lines.push({ kind: 'line', text, opensParagraph });
      opensParagraph = false;
    }
    if (paragraph) opensParagraph = true;
    text = '';
  };
  let breaks = 0;
  walkMarkup(html, {
    open: (tag, attribute) => {
      if (tag === 'br') endLine(++breaks > 1);
      else if (isBlock(tag)) endLine(true);
      else if (tag === 'span' && attribute('class')?.split(/\s+/).includes('timestamp')) {
        const mark = markOf(attribute('data-timestamp'));
        inTime = mark !== null;
        text += mark ?? '';
      }
    },
    close: (tag) => {
      if (isBlock(tag)) endLine(true);
      if (tag === 'span') inTime = false;
    },
    text: (part) => {
      if (part.trim() !== '') breaks = 0;
      if (!inTime) text += part.replace(/\s+/gu, ' ');
    },
  });
  endLine(true);
  return speechesOf(lines, rules);
}

function markOf(seconds: string | null): string | null {
  const ms = seconds === null || seconds.trim() === '' ? null : fromSeconds(Number(seconds));
  if (ms === null) return null;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const clock = `${two((ms / 3_600_000) % 1000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`;
  return `[${clock}.${String(ms % 1000).padStart(3, '0')}]`;
}
