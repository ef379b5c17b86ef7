// Transcripts as plain text: lines, blank lines between paragraphs, and speakers as `Name: text`.

import type { Speech } from '../domain/interview.ts';
import { type LabelRules, NO_RULES } from './labels.ts';
import { type Line, speechesOf } from './turns.ts';

/** The speech in a text. A text without any blank line has one paragraph per line. */
export function readTextTranscript(text: string, rules: LabelRules = NO_RULES): Speech[] {
  return speechesOf(linesOf(text), rules);
}

function linesOf(text: string): Line[] {
  const lines = text.split(/\r\n?|[\n\v\f\u0085\u2028\u2029]/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  const firstFilled = lines.findIndex((line) => line !== '');
  const hasBlankLines = lines.includes('', Math.max(0, firstFilled));
  return lines.map((line, index) => ({
    kind: 'line',
    text: line,
    opensParagraph: !hasBlankLines || index === 0 || lines[index - 1] === '',
  }));
}
