// The page of a transcript is made of codings and codes. When little changed it is patched, and then it is what making it anew would give.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCodebook } from '../../../renderer/codebook/use-codebook.ts';
import { type Page, toPage } from '../../../renderer/transcript/model.ts';
import { codersOf, groupsOf, memosOn } from '../../../renderer/transcript/page-facts.ts';
import { marksByTurn } from '../../../renderer/transcript/use-rows.ts';
import type { CodeRow } from '../../../src/contract/code.ts';
import type { CodingRow } from '../../../src/contract/coding.ts';
import type { InterviewText } from '../../../src/contract/interview.ts';
import { runs } from '../../helpers/runs.ts';

const TURNS = 12;
const LENGTH = 20;
const interview: InterviewText = {
  id: 1,
  name: 'Verzonnen',
  textVersion: 1,
  text: 'x'.repeat(TURNS * LENGTH),
  turns: Array.from({ length: TURNS }, (_, n) => ({
    start: n * LENGTH,
    end: n * LENGTH + LENGTH - 1,
    speaker: null,
    timeMs: null,
  })),
  asking: [],
};
const code = (id: number, name: string, hue = id): CodeRow =>
  ({
    id,
    parentId: null,
    position: id,
    name,
    labelEn: '',
    path: name,
    definition: '',
    definitionEn: '',
    use: '',
    not: '',
    example: '',
    colour: null,
    wears: { hue, form: 'solid' },
    version: 1,
    pin: null,
    codings: 0,
    interviews: 0,
    quotes: 0,
  }) as CodeRow;
const codesNamed = (...names: string[]) =>
  createCodebook(
    names.map((name, n) => code(n + 1, name)),
    'nl',
    true,
  );
const codes = codesNamed('slapen', 'eten', 'troost');

const coding = fc
  .record({
    start: fc.integer({ min: 0, max: TURNS * LENGTH - 2 }),
    length: fc.integer({ min: 0, max: 3 * LENGTH }),
    codeId: fc.integer({ min: 1, max: 4 }),
    coming: fc.boolean(),
  })
  .map(({ start, length, codeId, coming }) => ({ start, end: Math.min(start + length, TURNS * LENGTH), codeId, coming }));

let nextId = 0;
function rowOf({ start, end, codeId, coming }: { start: number; end: number; codeId: number; coming: boolean }): CodingRow {
  nextId++;
  return {
    id: coming ? -nextId : nextId,
    interviewId: 1,
    start,
    end,
    codeId,
    coderId: 1,
    coder: ['Noor', 'Bas', 'Kay'][nextId % 3] ?? '',
    at: '',
    key: false,
    toBeChecked: start === end,
    quote: '',
    memo: nextId % 4 === 0 ? 'let op' : '',
    codeVersion: 1,
  };
}
const inListOrder = (a: CodingRow, b: CodingRow) =>
  Number(a.id < 0) - Number(b.id < 0) || a.start - b.start || a.end - b.end || a.codeId - b.codeId || a.id - b.id;

/** Some codings go, some come, some are other than they were. */
const step = fc.record({
  gone: fc.array(fc.nat()),
  came: fc.array(coding, { maxLength: 4 }),
  edited: fc.array(fc.nat(), { maxLength: 3 }),
});

const shownOf = ({ marks, toCheck }: Page) => ({ marks: marks.map((mark) => mark.id), toCheck: toCheck.map((mark) => mark.id) });

const factsOf = (page: Page) => ({
  coders: [...codersOf(page.marks)].sort(),
  memos: memosOn(page.marks),
  groups: groupsOf(page),
});

describe('a page', () => {
  it('that is patched is the page that is made anew, and what did not change is the same object', () => {
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 60 }), fc.array(step, { maxLength: 8 }), (first, steps) => {
        let rows = first.map(rowOf).sort(inListOrder);
        let page = toPage(interview, rows, codes);
        for (const { gone, came, edited } of steps) {
          const leaving = new Set(gone.map((n) => rows[n % Math.max(1, rows.length)]));
          const other = new Set(edited.map((n) => rows[n % Math.max(1, rows.length)]));
          const before = page;
          // What is known of a page is passed on; so it has to be known.
          factsOf(before);
          rows = [
            ...rows
              .filter((row) => !leaving.has(row))
              .map((row) => (other.has(row) ? { ...row, key: !row.key, memo: row.memo ? '' : 'nieuw' } : row)),
            ...came.map(rowOf),
          ].sort(inListOrder);
          page = toPage(interview, rows, codes, before);
          const anew = toPage(interview, rows, codes);
          expect(shownOf(page)).toEqual(shownOf(anew));
          expect(page.marks).toEqual(anew.marks);
          expect(factsOf(page)).toEqual(factsOf(anew));
          const known = new Map(before.marks.map((mark) => [mark.id, mark]));
          for (const mark of page.marks) if (known.get(mark.id)?.key === mark.key) expect(mark).toBe(known.get(mark.id));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('wears the look that its codes have now, and is the same page when they look the same', () => {
    const rows = [rowOf({ start: 0, end: 5, codeId: 1, coming: false }), rowOf({ start: 3, end: 9, codeId: 2, coming: false })];
    const page = toPage(interview, rows, codes);
    expect(toPage(interview, rows, codesNamed('slapen', 'eten', 'troost'), page)).toBe(page);
    const renamed = toPage(interview, rows, codesNamed('slapen', 'drinken', 'troost'), page);
    expect(renamed.marks.map((mark) => mark.name)).toEqual(['slapen', 'drinken']);
    expect(renamed.marks[0]).toBe(page.marks[0]);
  });

  it('finds the codings over a turn as looking at each would', () => {
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 80 }), fc.integer({ min: -1, max: TURNS }), (given, turn) => {
        const { marks, turns } = toPage(interview, given.map(rowOf), codes);
        const own = turns[turn];
        const over = own ? marks.filter((mark) => mark.start < own.end && mark.end > own.start) : [];
        expect(marksByTurn(turns, marks)(turn)).toEqual(over);
      }),
      { numRuns: runs(300) },
    );
  });
});
