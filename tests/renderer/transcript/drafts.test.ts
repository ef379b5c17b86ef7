// The page as it looks while typing: text, turns and codings agree with what will be saved.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inText, startDraft, typeDraft } from '../../../renderer/editor/splices.ts';
import { marksInTurn, withDrafts } from '../../../renderer/transcript/drafts.ts';
import type { Mark, Page } from '../../../renderer/transcript/model.ts';
import { type Segment, segmentsOf } from '../../../renderer/transcript/segments.ts';
import { toTranscript } from '../../../src/domain/interview.ts';
import { applySplices, followSplices } from '../../../src/domain/text.ts';

const said = fc.array(fc.stringMatching(/^[a-e]{1,12}$/), { minLength: 1, maxLength: 5 });

function pageOf(texts: readonly string[], ranges: readonly (readonly [number, number])[]): Page {
  const { text, turns } = toTranscript(texts.map((one) => ({ speaker: 'A', timeMs: null, text: one })));
  const marks = ranges.map(([a, b], id): Mark => {
    const start = a % text.length;
    const end = Math.min(text.length, start + 1 + (b % 10));
    return {
      id,
      start,
      end,
      interviewId: 1,
      codeId: 1,
      coderId: 1,
      coder: '',
      at: '',
      key: false,
      toBeChecked: false,
      quote: '',
      memo: '',
      codeVersion: 1,
      name: '',
      parents: [],
      colour: { hue: 1, form: 'solid' },
      provisional: false,
    };
  });
  return { interviewId: 1, name: '', textVersion: 1, text, turns, asking: [], marks, toCheck: [] };
}

test('text, turns and codings are those of the splices that will be saved', () => {
  const typed = fc.array(fc.tuple(fc.nat(4), fc.stringMatching(/^[a-e\n ]{1,14}$/)), { maxLength: 8 });
  const ranges = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 });
  fc.assert(
    fc.property(said, ranges, typed, (texts, coded, steps) => {
      const page = pageOf(texts, coded);
      const drafts = new Map(page.turns.map((turn, i) => [i, startDraft(page.text.slice(turn.start, turn.end))]));
      for (const [at, text] of steps) {
        const draft = drafts.get(at);
        if (draft) drafts.set(at, typeDraft(draft, text));
      }
      const now = withDrafts(page, drafts);
      const splices = [...drafts].flatMap(([turn, draft]) => inText(draft.splices, page.turns[turn]!.start));
      expect(now.text).toBe(applySplices(page.text, splices));
      expect(now.turns.map((turn) => now.text.slice(turn.start, turn.end))).toEqual(
        [...drafts.values()].map((draft) => draft.text),
      );
      const followed = page.marks
        .map((mark) => ({ id: mark.id, ...followSplices(mark, splices) }))
        .filter((mark) => mark.start < mark.end);
      expect(now.marks.map(({ id, start, end }) => ({ id, start, end }))).toEqual(followed);
    }),
  );
});

test('the codings of one turn are those of the whole page, as far as they lie over it', () => {
  const typed = fc.array(fc.tuple(fc.nat(4), fc.stringMatching(/^[a-e\n ]{0,14}$/)), { maxLength: 8 });
  const ranges = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 });
  fc.assert(
    fc.property(said, ranges, typed, (texts, coded, steps) => {
      const page = pageOf(texts, coded);
      const drafts = new Map(page.turns.map((turn, i) => [i, startDraft(page.text.slice(turn.start, turn.end))]));
      for (const [at, text] of steps) {
        const draft = drafts.get(at);
        if (draft) drafts.set(at, typeDraft(draft, text));
      }
      const now = withDrafts(page, drafts);
      for (const [turn, draft] of drafts) {
        const window = { start: 0, end: draft.text.length };
        const { start } = now.turns[turn]!;
        const whole = now.marks.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
        const painted = segmentsOf(marksInTurn(page, drafts, turn), window);
        expect(painted.map(lookOf)).toEqual(segmentsOf(whole, window).map(lookOf));
      }
    }),
  );
});

function lookOf({ start, end, over }: Segment<Mark>) {
  return { start, end, over: over.map((mark) => mark.id) };
}
