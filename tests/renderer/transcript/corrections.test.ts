// Corrections on their way: what the window shows is what the core will hold, empty turns included, and nothing typed is lost when the
// project refuses.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startDraft, typeDraft } from '../../../renderer/editor/splices.ts';
import { correctPage, joinDrafts, splitDrafts, takeBack, toWords } from '../../../renderer/transcript/corrections.ts';
import { rebaseDrafts, withDrafts } from '../../../renderer/transcript/drafts.ts';
import { type Page, turnText } from '../../../renderer/transcript/model.ts';
import { toTranscript } from '../../../src/domain/interview.ts';

function pageOf(...texts: string[]): Page {
  const { text, turns } = toTranscript(texts.map((one) => ({ speaker: 'A', timeMs: null, text: one })));
  return { interviewId: 1, name: '', textVersion: 1, text, turns, asking: [], marks: [], toCheck: [] };
}

const said = (page: Page) => page.turns.map((_, turn) => turnText(page, turn));
const typed = (page: Page, texts: Readonly<Record<number, string>>) =>
  new Map(Object.entries(texts).map(([turn, text]) => [Number(turn), typeDraft(startDraft(turnText(page, Number(turn))), text)]));
const must = <T>(value: T | null): T => {
  if (value === null) throw new Error('refused');
  return value;
};

describe('an empty turn', () => {
  test('goes when it is joined to the one before, with the space', () => {
    const page = pageOf('Een.', 'Twee.', 'Drie.', 'Vier.');
    const drafts = typed(page, { 1: '', 3: ' ' });
    const joined = must(correctPage(page, { kind: 'join', turn: 0 }));
    const after = joinDrafts(page, joined, 0, drafts);
    expect(said(withDrafts(joined, after.drafts))).toEqual(['Een.', 'Drie.', ' ']);
    expect(after).toMatchObject({ seam: 4, second: 4 });
  });

  test('goes when the next one is joined to it', () => {
    const page = pageOf('Een.', 'Twee.', 'Drie.');
    const joined = must(correctPage(page, { kind: 'join', turn: 1 }));
    const after = joinDrafts(page, joined, 1, typed(page, { 1: '' }));
    expect(said(withDrafts(joined, after.drafts))).toEqual(['Een.', 'Drie.']);
    expect(after.second).toBe(0);
    const both = joinDrafts(page, joined, 1, typed(page, { 1: '', 2: '' }));
    expect(said(withDrafts(joined, both.drafts))).toEqual(['Een.', '']);
  });

  test('stays itself when another is split before or behind it', () => {
    const page = pageOf('Een twee.', 'Leeg.', 'Drie vier.');
    const drafts = typed(page, { 1: '' });
    const first = must(correctPage(page, { kind: 'split', at: [3] }));
    expect(said(withDrafts(first, splitDrafts(page, first, drafts)))).toEqual(['Een', 'twee.', '', 'Drie vier.']);
    const last = must(correctPage(page, { kind: 'split', at: [page.text.indexOf(' vier')] }));
    expect(said(withDrafts(last, splitDrafts(page, last, drafts)))).toEqual(['Een twee.', '', 'Drie', 'vier.']);
  });
});

test('what can be sent of drafts is words in offsets of the page; empty turns stay behind', () => {
  const page = pageOf('Een.', 'Twee.', 'Drie.');
  expect(toWords(page, typed(page, { 2: 'Drie!', 0: 'Eén.', 1: '' }))).toEqual({
    kind: 'words',
    splices: [
      { at: 1, del: 1, ins: 'é' },
      { at: 15, del: 1, ins: '!' },
    ],
  });
  expect(toWords(page, typed(page, { 1: '' }))).toBeNull();
});

describe('when the project refuses', () => {
  test('what was typed before and since is still there to be saved', () => {
    const known = pageOf('Een.', 'Twee drie.', 'Vier.');
    const words = must(toWords(known, typed(known, { 0: 'Eén.' })));
    const hoped = must(correctPage(must(correctPage(known, words)), { kind: 'split', at: [known.text.indexOf(' drie')] }));
    const since = typed(hoped, { 3: 'Vier vijf.' });
    const drafts = takeBack(known, [words, { kind: 'split', at: [9] }], since, hoped);
    expect(said(withDrafts(known, drafts))).toEqual(['Eén.', 'Twee drie.', 'Vier vijf.']);
  });

  test('drafts go along with their turns when the text changes elsewhere', () => {
    const line = fc.stringMatching(/^[a-e]{2,8}$/);
    fc.assert(
      fc.property(fc.array(line, { minLength: 3, maxLength: 6 }), fc.nat(), fc.nat(), (texts, at, other) => {
        const unique = texts.map((text, i) => `${i}${text}${i}`);
        const page = pageOf(...unique);
        const turn = at % unique.length;
        const split = other % unique.length;
        if (split === turn) return;
        const start = page.turns[split]?.start ?? 0;
        const changed = must(correctPage(page, { kind: 'split', at: [start + 2] }));
        const drafts = rebaseDrafts(typed(page, { [turn]: `${unique[turn]} en meer` }), page, changed);
        expect(said(withDrafts(changed, drafts))).toEqual(
          unique.flatMap((text, i) => {
            if (i === split) return [text.slice(0, 2), text.slice(2)];
            return [i === turn ? `${text} en meer` : text];
          }),
        );
      }),
    );
  });
});
