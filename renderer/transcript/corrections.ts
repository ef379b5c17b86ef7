// Corrections on their way to the project: what each makes of the page, before the answer comes. Pure, and the same as what the core does.

import type { Output } from '../../src/contract/index.ts';
import { followSplices, type Splice } from '../../src/domain/text.ts';
import { type Corrected, cleanInsertion, correctTurns, joinTurns, splitTurns } from '../../src/domain/turns.ts';
import { type Draft, inText, startDraft, typeDraft } from '../editor/splices.ts';
import { followMarks, rebaseDrafts } from './drafts.ts';
import { type Mark, type Page, turnText } from './model.ts';

/** Offsets and indexes are of the page as it is when its turn to be sent comes. */
export type Correction =
  | { readonly kind: 'words'; readonly splices: readonly Splice[] }
  | { readonly kind: 'split'; readonly at: readonly number[] }
  | { readonly kind: 'join'; readonly turn: number }
  | { readonly kind: 'speaker'; readonly turns: readonly number[]; readonly speaker: string | null };

/** The page as the project will hold it; null when the core would refuse this. */
export function correctPage(page: Page, correction: Correction): Page | null {
  if (correction.kind === 'speaker') {
    const chosen = new Set(correction.turns);
    const { speaker } = correction;
    return { ...page, turns: page.turns.map((turn, index) => (chosen.has(index) ? { ...turn, speaker } : turn)) };
  }
  const after = corrected(page, correction);
  return after && followed(page, after);
}

function corrected(page: Page, correction: Exclude<Correction, { kind: 'speaker' }>): Corrected | null {
  if (correction.kind === 'words') return correctTurns(page, correction.splices);
  return correction.kind === 'split' ? splitTurns(page, correction.at) : joinTurns(page, correction.turn);
}

/** The page with its codings brought along; those whose text is gone are to be checked, with their old quote. */
function followed(page: Page, { text, turns, splices }: Corrected): Page {
  if (text === page.text) return page;
  const marks = followMarks(page.marks, splices).map((mark) => ({ ...mark, quote: text.slice(mark.start, mark.end) }));
  const kept = new Set(marks.map((mark) => mark.id));
  const gone = page.marks.filter((mark) => !kept.has(mark.id)).map((mark) => ({ ...mark, toBeChecked: true }));
  const toCheck = [...page.toCheck, ...gone].map((mark) => ({ ...mark, ...followSplices(mark, splices) }));
  return { ...page, text, turns, marks, toCheck, textVersion: page.textVersion + 1 };
}

/** What can be sent of the drafts, as one correction; null when there is nothing. A turn that was made empty can't. */
export function toWords(page: Page, drafts: ReadonlyMap<number, Draft>): Correction | null {
  const splices = [...drafts]
    .filter(([, draft]) => isSendable(draft))
    .sort(([a], [b]) => a - b)
    .flatMap(([turn, draft]) => inText(draft.splices.map(cleanSplice), page.turns[turn]?.start ?? 0));
  return splices.length > 0 ? { kind: 'words', splices } : null;
}

/** An empty turn is not saved: the core refuses it. */
export function isSendable(draft: Draft): boolean {
  return draft.splices.length > 0 && !isEmpty(draft);
}

export function isEmpty(draft: Draft): boolean {
  return draft.text.trim() === '';
}

/** The core cleans what it is given; doing the same here keeps both texts equal to the letter. */
function cleanSplice(splice: Splice): Splice {
  return { ...splice, ins: cleanInsertion(splice.ins) };
}

/**
 * The drafts of empty turns after two turns were joined in `page`, which was `before`: an empty one among the two goes, with the space that
 * came between. Answers also where, in the joined turn, the second one begins.
 */
export function joinDrafts(
  before: Page,
  page: Page,
  turn: number,
  empty: ReadonlyMap<number, Draft>,
): { readonly drafts: Map<number, Draft>; readonly seam: number; readonly second: number } {
  const drafts = new Map<number, Draft>();
  for (const [index, draft] of empty) {
    if (index < turn) drafts.set(index, draft);
    if (index > turn + 1) drafts.set(index - 1, draft);
  }
  const saved = turnText(page, turn);
  const first = turnText(before, turn).length;
  const second = saved.length - first - 1;
  const [noFirst, noSecond] = [empty.has(turn), empty.has(turn + 1)];
  if (!noFirst && !noSecond) return { drafts, seam: first, second: first + 1 };
  const splice: Splice = noFirst
    ? { at: 0, del: noSecond ? saved.length : first + 1, ins: '' }
    : { at: first, del: second + 1, ins: '' };
  const text = saved.slice(0, splice.at) + saved.slice(splice.at + splice.del);
  const start = startDraft(saved);
  drafts.set(turn, { ...start, text, splices: [splice], seen: new Map(start.seen).set(text, [splice]) });
  const seam = noFirst ? 0 : first;
  return { drafts, seam, second: seam };
}

/** The drafts after turns were split: those behind a split have another index. */
export function splitDrafts(before: Page, page: Page, drafts: ReadonlyMap<number, Draft>): Map<number, Draft> {
  const added = page.turns.length - before.turns.length;
  // A draft is of an empty turn, which is never split: it lies before or behind all that was.
  return new Map(
    [...drafts].map(([index, draft]) => {
      const own = before.turns[index];
      const same = page.turns[index];
      const stays = own && same && turnText(page, index) === draft.saved && same.start === own.start;
      return [stays ? index : index + added, draft] as const;
    }),
  );
}

/**
 * The drafts against `known`, the last text of the project, when corrections were refused: what was typed before the first that was more than
 * words, and what was typed since (`drafts`, against `hoped`). Nothing that was typed is let go of.
 */
export function takeBack(
  known: Page,
  given: readonly Correction[],
  drafts: ReadonlyMap<number, Draft>,
  hoped: Page,
): Map<number, Draft> {
  let page = known;
  for (const correction of given) {
    if (correction.kind !== 'words') break;
    page = correctPage(page, correction) ?? page;
  }
  const typed = new Map<number, Draft>();
  page.turns.forEach((_, turn) => {
    const [was, is] = [turnText(known, turn), turnText(page, turn)];
    if (was !== is) typed.set(turn, typeDraft(startDraft(was), is));
  });
  for (const [turn, { text }] of rebaseDrafts(drafts, hoped, page))
    typed.set(turn, typeDraft(typed.get(turn) ?? startDraft(turnText(known, turn)), text));
  return typed;
}

type Queries = { readonly setQueryData: <T>(key: readonly unknown[], change: (now: T | undefined) => T | undefined) => unknown };

/** So that the reading rows show the new text at once, not after it has been read again. */
export function putInCache(queries: Queries, page: Page): void {
  queries.setQueryData<Output<'interview.get'>>(['interview.get', { id: page.interviewId }], (now) =>
    now && now.textVersion <= page.textVersion
      ? { ...now, text: page.text, turns: [...page.turns], textVersion: page.textVersion }
      : now,
  );
  const places = new Map([...page.marks, ...page.toCheck].map((mark) => [mark.id, mark]));
  queries.setQueryData<Output<'coding.list'>>(
    ['coding.list', { interviewId: page.interviewId }],
    (now) => now && { codings: now.codings.map((row) => ({ ...row, ...pickPlace(places.get(row.id)) })) },
  );
}

function pickPlace(mark: Mark | undefined) {
  return mark ? { start: mark.start, end: mark.end, quote: mark.quote, toBeChecked: mark.toBeChecked } : {};
}
