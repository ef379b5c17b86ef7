// Text of the interview as it goes to the clipboard: a piece of one turn as it is; across turns each with who speaks.

import type { Turn } from '../../src/domain/interview.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { turnAt } from './grow.ts';
import { splitByTurn } from './segments.ts';

export function copiedText(
  { text, turns }: { readonly text: string; readonly turns: readonly Turn[] },
  range: TextRange,
): string {
  const parts = splitByTurn(range, turns, Math.max(0, turnAt(turns, range.start)));
  if (parts.length < 2) return text.slice(range.start, range.end);
  return parts
    .map((part) => {
      const speaker = turns[part.turn]?.speaker;
      return `${speaker ? `${speaker}: ` : ''}${text.slice(part.start, part.end)}`;
    })
    .join('\n\n');
}
