// Speech that was cut to fit a screen, or where a machine took breath, as turns: what one speaker says in pieces that follow each
// other becomes one turn.

import type { Speech } from '../domain/interview.ts';

/** `endMs` is null when nobody knows it; `named` is false when the file does not say who speaks. */
export type Piece = Speech & { readonly endMs: number | null; readonly named: boolean };

/** A silence this long, in ms, ends a turn when nobody is named; so does the end of a sentence. */
const PAUSE_MS = 2_000;
/** Without names and full stops a turn would last an hour; after this long, in ms, a new one begins. */
const MOST_MS = 60_000;
const SENTENCE_END = /[.?!…]["'”’)\]]*$/;

/** The turns of these pieces, white space in them as single spaces. */
export function joinPieces(pieces: readonly Piece[]): Speech[] {
  const turns: (Speech & { endMs: number | null })[] = [];
  const anyNamed = pieces.some((piece) => piece.named);
  for (const { speaker, timeMs, endMs, text } of pieces) {
    const said = oneLine(text);
    const last = turns.at(-1);
    if (said === '') continue;
    const goesOn = last && last.speaker === speaker && (anyNamed || !isBreak(last, timeMs));
    if (goesOn) turns[turns.length - 1] = { ...last, text: `${last.text} ${said}`, endMs };
    else turns.push({ speaker, timeMs, text: said, endMs });
  }
  return turns.map(({ speaker, timeMs, text }) => ({ speaker, timeMs, text }));
}

// Speech that never says who speaks would be one turn of an hour; sentences keep their times.
function isBreak(last: Speech & { endMs: number | null }, nextMs: number | null): boolean {
  if (SENTENCE_END.test(last.text.slice(-10))) return true;
  if (nextMs === null) return false;
  return (last.endMs !== null && nextMs - last.endMs >= PAUSE_MS) || (last.timeMs !== null && nextMs - last.timeMs >= MOST_MS);
}

export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
