// What correcting does to a transcript: words change inside turns, a turn is split, two are joined. Pure, so that the window can show at once
// what the project is going to hold.

import { cleanText, type Transcript, TURN_SEPARATOR, type Turn } from './interview.ts';
import { applySplices, lowerBound, type Splice, trimRange } from './text.ts';

/** The transcript after a correction, and the splices that made it, by which codings follow. */
export type Corrected = Transcript & { readonly splices: readonly Splice[] };

/** Text as it may come into a turn: cleaned as a file is, but white space at its ends stays. */
export function cleanInsertion(text: string): string {
  return cleanText(`|${text}|`).slice(1, -1);
}

/** The transcript with other words. `splices` ascend, and each lies inside one turn; a turn takes in what is typed at its edges. */
export function correctTurns({ text, turns }: Transcript, splices: readonly Splice[]): Corrected {
  let next = 0;
  let shift = 0;
  const corrected = turns.map((turn): Turn => {
    const start = turn.start + shift;
    for (let splice = splices[next]; splice && splice.at <= turn.end; splice = splices[++next])
      shift += splice.ins.length - splice.del;
    return { ...turn, start, end: turn.end + shift };
  });
  return { text: applySplices(text, splices), turns: corrected, splices };
}

/**
 * The transcript with turns split at these offsets. White space around a split goes; the new turn has the same speaker and no time. Where
 * nothing would be left on one side nothing is split; null when that is so everywhere.
 */
export function splitTurns({ text, turns }: Transcript, at: readonly number[]): Corrected | null {
  const points = [...new Set(at)].sort((a, b) => a - b);
  const splices: Splice[] = [];
  const parts = turns.flatMap((turn): Turn[] => {
    const own = points.slice(lowerBound(points, turn.start + 1), lowerBound(points, turn.end));
    if (own.length === 0) return [turn];
    const pieces = piecesOf(text, turn, own);
    pieces.slice(1).forEach((piece, i) => {
      const from = pieces[i]?.end ?? piece.start;
      splices.push({ at: from, del: piece.start - from, ins: TURN_SEPARATOR });
    });
    return pieces;
  });
  if (splices.length === 0) return null;
  let shift = 0;
  let next = 0;
  const moved = parts.map((part): Turn => {
    for (let splice = splices[next]; splice && splice.at + splice.del <= part.start; splice = splices[++next])
      shift += splice.ins.length - splice.del;
    return { ...part, start: part.start + shift, end: part.end + shift };
  });
  return { text: applySplices(text, splices), turns: moved, splices };
}

/** The pieces with text in them that a turn falls into; its own edges stay where they are. */
function piecesOf(text: string, turn: Turn, points: readonly number[]): Turn[] {
  const borders = [turn.start, ...points, turn.end];
  const said = borders.slice(1).flatMap((end, i) => trimRange(text, { start: borders[i] ?? end, end }) ?? []);
  if (said.length < 2) return [turn];
  return said.map((piece, i) => ({
    ...turn,
    start: i === 0 ? turn.start : piece.start,
    end: i === said.length - 1 ? turn.end : piece.end,
    timeMs: i === 0 ? turn.timeMs : null,
  }));
}

/** The transcript with a turn joined to the next one: a space comes between them, and it keeps its own speaker and time. Null for the last. */
export function joinTurns({ text, turns }: Transcript, turn: number): Corrected | null {
  const own = turns[turn];
  const next = turns[turn + 1];
  if (!own || !next) return null;
  const splice: Splice = { at: own.end, del: next.start - own.end, ins: ' ' };
  const shift = splice.ins.length - splice.del;
  const joined = { ...own, end: next.end + shift };
  const after = turns.slice(turn + 2).map((later) => ({ ...later, start: later.start + shift, end: later.end + shift }));
  return { text: applySplices(text, [splice]), turns: [...turns.slice(0, turn), joined, ...after], splices: [splice] };
}
