// What is typed in turns, on the page: pure, so that what is shown while typing can be tested against what will be saved.

import { cleanText } from '../../src/domain/interview.ts';
import { applySplices, followSplices, type Splice } from '../../src/domain/text.ts';
import { type Draft, inText, savedDraft, startDraft } from '../editor/splices.ts';
import { type Mark, type Page, turnText } from './model.ts';

/** The page with drafts on it: text, turns that take in what is typed at their edges, and codings that follow. */
export function withDrafts(base: Page, drafts: ReadonlyMap<number, Draft>): Page {
  const splices = [...drafts]
    .sort(([a], [b]) => a - b)
    .flatMap(([turn, draft]) => inText(draft.splices, base.turns[turn]?.start ?? 0));
  if (splices.length === 0) return base;
  let shift = 0;
  const turns = base.turns.map((turn, index) => {
    const start = turn.start + shift;
    const length = drafts.get(index)?.text.length ?? turn.end - turn.start;
    shift += length - (turn.end - turn.start);
    return { ...turn, start, end: start + length };
  });
  return { ...base, text: applySplices(base.text, splices), turns, marks: followMarks(base.marks, splices) };
}

/** What lies before all splices stays the same object; what lies after only shifts. */
function followMarks(marks: readonly Mark[], splices: readonly Splice[]): Mark[] {
  const first = splices[0]?.at ?? 0;
  const last = splices.reduce((end, splice) => Math.max(end, splice.at + splice.del), 0);
  const shift = splices.reduce((sum, splice) => sum + splice.ins.length - splice.del, 0);
  return marks.flatMap((mark) => {
    if (mark.end <= first) return [mark];
    if (mark.start >= last) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    const { start, end } = followSplices(mark, splices);
    return start < end ? [{ ...mark, start, end }] : [];
  });
}

/** The page after `sent` was saved: `splices` are the same of the whole text. Codings whose text is gone are to be checked. */
export function correctedPage(
  base: Page,
  splices: readonly Splice[],
  sent: ReadonlyMap<number, readonly Splice[]>,
  textVersion: number,
): Page {
  const drafts = new Map(
    [...sent].map(([turn, own]) => [
      turn,
      { ...startDraft(turnText(base, turn)), text: applySplices(turnText(base, turn), own), splices: own },
    ]),
  );
  const page = withDrafts(base, drafts);
  const marks = page.marks.map((mark) => ({ ...mark, quote: page.text.slice(mark.start, mark.end) }));
  const gone = base.marks
    .filter((mark) => !marks.some((kept) => kept.id === mark.id))
    .map((mark) => ({ ...mark, ...followSplices(mark, splices), toBeChecked: true }));
  return { ...page, marks, toCheck: [...base.toCheck, ...gone], textVersion };
}

/** A draft after its splices `sent` were saved; as it is when it was not among them. */
export function savedDraftOf(draft: Draft, sent: readonly Splice[] | undefined): Draft {
  return sent ? savedDraft(draft, sent) : draft;
}

/** An empty turn is not saved: the core refuses it. */
export function isSendable(draft: Draft): boolean {
  return draft.splices.length > 0 && draft.text.trim() !== '';
}

/** The core cleans what it is given; doing the same here keeps both texts equal to the letter. */
export function cleanSplice(splice: Splice): Splice {
  return { ...splice, ins: cleanText(`|${splice.ins}|`).slice(1, -1) };
}
