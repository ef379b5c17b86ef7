// Which coding a key means: the one at the caret, the next over the same text, the next in the interview. Pure.

import { overlaps, type TextRange } from '../../src/domain/text.ts';
import { outermostFirst } from './segments.ts';

type Coded = TextRange & { readonly id: number; readonly codeId: number };

/** The codings at a place, outermost first. A bare place between two belongs to the one after; at the end of one with nothing after, to that. */
export function marksAt<T extends Coded>(marks: readonly T[], range: TextRange): T[] {
  const under = marks.filter((mark) =>
    range.start < range.end ? overlaps(mark, range) : mark.start <= range.start && range.start < mark.end,
  );
  const found = under.length > 0 || range.start < range.end ? under : marks.filter((mark) => mark.end === range.start);
  return found.sort(outermostFirst);
}

/** The coding a key at this place means: the newest on exactly this text, else the innermost. */
export function markMeant<T extends Coded>(marks: readonly T[], range: TextRange): T | undefined {
  const here = marksAt(marks, range);
  const exact = here
    .filter((mark) => mark.start === range.start && mark.end === range.end)
    .sort((a, b) => newness(a) - newness(b));
  return exact.at(-1) ?? here.at(-1);
}

/** The next of the codings over the same text, round and round. */
export function nextOver<T extends Coded>(marks: readonly T[], range: TextRange, selectedId: number | null): T | undefined {
  const selected = marks.find((mark) => mark.id === selectedId);
  const here = marksAt(marks, selected && !overlaps(selected, range) && range.start < range.end ? selected : range);
  const at = here.findIndex((mark) => mark.id === selectedId);
  return here[(at + 1) % Math.max(1, here.length)];
}

/** The nearest coding before or after, by where they begin; only those of `codeId` when it is given. */
export function neighbour<T extends Coded>(
  marks: readonly T[],
  range: TextRange,
  selectedId: number | null,
  step: 1 | -1,
  codeId: number | null,
): T | undefined {
  const sorted = [...marks].sort((a, b) => outermostFirst(a, b) || a.id - b.id);
  const candidates = sorted.filter((mark) => codeId === null || mark.codeId === codeId);
  const at = candidates.findIndex((mark) => mark.id === selectedId);
  if (at >= 0) return candidates[at + step];
  return step === 1
    ? candidates.find((mark) => mark.start >= range.start)
    : candidates.findLast((mark) => mark.start < range.start);
}

/** Codings on their way have ids that go down; they are the newest. */
function newness(mark: Coded): number {
  return mark.id < 0 ? Number.MAX_SAFE_INTEGER / 2 - mark.id : mark.id;
}
