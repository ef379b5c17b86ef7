// Random projects for property tests: trees of codes, several coders, and ranges that overlap, touch, nest and repeat.

import fc from 'fast-check';
import type { CodeRow, CodingRow, InterviewRow } from '../../src/domain/analysis.ts';
import { toTranscript } from '../../src/domain/interview.ts';
import { wordStarts } from '../../src/domain/text.ts';
import type { Project } from './naive.ts';

export const GROUPS = ['Den Haag', 'Utrecht', 'Rotterdam', 'Heerlen'] as const;
export const CODERS = [1, 2, 3] as const;

const word = fc.constantFrom('ik', '‘nee’', 'schaamde', '–', 'me', 'één', 'dus.', '24');
const speech = fc
  .array(word, { minLength: 1, maxLength: 5 })
  .map((words) => ({ speaker: null, timeMs: null, text: words.join(' ') }));
const speeches = fc.array(speech, { minLength: 1, maxLength: 4 });
// The last group is never drawn, so that there is always one without interviews.
const groups = fc.subarray(GROUPS.slice(0, 3), { minLength: 0, maxLength: 2 });

const interviews = fc.array(fc.record({ speeches, groups }), { minLength: 1, maxLength: 5 }).map((drawn) =>
  drawn.map(({ speeches, groups }, at): InterviewRow & { length: number } => {
    const { text, turns } = toTranscript(speeches);
    return { id: 100 + at, name: `I${at}`, groups, wordStarts: wordStarts(text), turns, length: text.length };
  }),
);

/** Each code hangs under an earlier one or under none; listed parents first, as a codebook is. */
const codes = fc.array(fc.nat(), { minLength: 1, maxLength: 6 }).map((parents) => {
  const tree: CodeRow[] = [];
  for (const [at, draw] of parents.entries()) {
    const parent = tree[draw % (at + 1)];
    tree.push({ id: 10 + at, parentId: parent?.id ?? null, path: parent ? `${parent.path} / ${at}` : `${at}` });
  }
  return tree;
});

const place = fc.record({
  interview: fc.nat(),
  code: fc.nat(),
  coderId: fc.constantFrom(...CODERS),
  start: fc.nat(60),
  length: fc.integer({ min: 1, max: 25 }),
});

export const project: fc.Arbitrary<Project> = fc
  .tuple(interviews, codes, fc.array(place, { maxLength: 25 }))
  .map(([interviews, codes, places]) => ({
    interviews,
    codes,
    codings: places.flatMap(({ interview, code, coderId, start, length }): CodingRow[] => {
      const held = interviews[interview % interviews.length];
      const used = codes[code % codes.length];
      if (!held || !used) return [];
      const from = start % held.length;
      return [{ interviewId: held.id, codeId: used.id, coderId, start: from, end: Math.min(held.length, from + length) }];
    }),
  }));

export const coder = fc.constantFrom(null, ...CODERS);
export const rule = fc.constantFrom('overlap' as const, 'turn' as const, 'interview' as const);
export const level = fc.constantFrom('code' as const, 'theme' as const);
