// What the lists of interviews and codes count, held against the naive second implementation on random projects.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tallyCodings, totalByCode } from '../../src/analysis/tallies.ts';
import { naiveQuotes } from './naive.ts';
import { project } from './projects.ts';

it('counts codings of the very code, and quotes with those of the codes below it', () => {
  fc.assert(
    fc.property(project, (given) => {
      const ids = given.interviews.map(({ id }) => id);
      const tallies = tallyCodings(given.codes, given.codings, ids);
      const totals = totalByCode([...tallies.values()]);
      expect([...tallies.keys()]).toEqual(ids);
      for (const code of given.codes) {
        const quotes = given.interviews.map((interview) => naiveQuotes(given, interview, code, 'rollup', null).length);
        const codings = given.codings.filter(({ codeId }) => codeId === code.id).length;
        const interviews = quotes.filter((n) => n > 0).length;
        const counted = totals.get(code.id) ?? { codings: 0, interviews: 0, quotes: 0 };
        expect(counted).toEqual({ codings, interviews, quotes: quotes.reduce((sum, n) => sum + n, 0) });
      }
    }),
  );
});

it('a coding without text is one to check, and makes no quote', () => {
  const at = { interviewId: 1, codeId: 5, coderId: 1 };
  const codings = [
    { ...at, start: 3, end: 3 },
    { ...at, start: 0, end: 4 },
  ];
  const [tally] = tallyCodings([{ id: 5, parentId: null }], codings, [1]).values();
  expect(tally).toEqual({ codings: 2, toCheck: 1, own: new Map([[5, 2]]), quotes: new Map([[5, 1]]) });
});
