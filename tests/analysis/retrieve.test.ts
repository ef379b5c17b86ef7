// Fragments for any question: held against a second answer that looks at every pair of codings, over random projects.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupFragments, sortFragments } from '../../src/analysis/arrange.ts';
import { nearbyOf, type QuoteCoding, type RetrieveQuery, retrieve } from '../../src/analysis/retrieve.ts';
import { overlaps } from '../../src/domain/text.ts';
import { coder, project } from './projects.ts';

const made = (id: number, codeId: number, start: number, end: number, more: Partial<QuoteCoding> = {}): QuoteCoding => ({
  id,
  interviewId: 1,
  codeId,
  coderId: 1,
  start,
  end,
  at: `2026-03-${10 + id}`,
  key: false,
  memo: false,
  version: 1,
  ...more,
});

const ask = (codings: readonly QuoteCoding[], more: Partial<RetrieveQuery> = {}): RetrieveQuery => ({
  codings: [...codings].sort((a, b) => a.interviewId - b.interviewId || a.start - b.start || a.end - b.end || a.id - b.id),
  interviews: new Set([1]),
  coderId: null,
  lead: null,
  beside: [],
  none: new Set(),
  toBeChecked: false,
  fits: () => true,
  holds: () => true,
  ...more,
});
const places = (query: RetrieveQuery) => retrieve(query).map(({ start, end }) => `${start}-${end}`);

describe('a fragment', () => {
  const codings = [made(1, 1, 10, 30), made(2, 2, 10, 30), made(3, 3, 25, 40), made(4, 1, 30, 35), made(5, 1, 60, 70)];

  it('is one distinct range with every code on it', () => {
    const found = retrieve(ask(codings));
    expect(found.map(({ start, end, codings }) => [start, end, codings.map((c) => c.codeId)])).toEqual([
      [10, 30, [1, 2]],
      [25, 40, [3]],
      [30, 35, [1]],
      [60, 70, [1]],
    ]);
  });

  it('of one code and another is a range of the first that overlaps a coding of the other', () => {
    expect(places(ask(codings, { lead: new Set([1]), beside: [new Set([3])] }))).toEqual(['10-30', '30-35']);
    expect(places(ask(codings, { lead: new Set([3]), beside: [new Set([1])] }))).toEqual(['25-40']);
    expect(places(ask(codings, { lead: new Set([1]), none: new Set([3]) }))).toEqual(['60-70']);
  });

  it('only touches what it shares text with', () => {
    expect(places(ask([made(1, 1, 0, 5), made(2, 2, 5, 9)], { lead: new Set([1]), beside: [new Set([2])] }))).toEqual([]);
  });

  it('keeps all its codes, and tells which of them were asked for', () => {
    const [first] = retrieve(ask(codings, { lead: new Set([2]) }));
    expect(first?.codings.map((c) => c.id)).toEqual([1, 2]);
    expect(first?.asked.map((c) => c.id)).toEqual([2]);
  });

  it('without text is told apart by its old quote, and stays out unless it is asked for', () => {
    const gone = [
      made(1, 1, 10, 10, { lost: 'een' }),
      made(2, 2, 10, 10, { lost: 'een' }),
      made(3, 2, 10, 10, { lost: 'twee' }),
      made(4, 1, 5, 20),
    ];
    expect(places(ask(gone))).toEqual(['5-20']);
    expect(retrieve(ask(gone, { toBeChecked: true })).map((f) => f.codings.map((c) => c.id))).toEqual([[1, 2], [3]]);
    const both = { toBeChecked: true, lead: new Set([2]), beside: [new Set([1])] };
    expect(retrieve(ask(gone, both)).map((f) => f.asked.map((c) => c.id))).toEqual([[2]]);
  });
});

const drawn = fc
  .record({
    project,
    flags: fc.array(
      fc.record({ key: fc.boolean(), memo: fc.boolean(), gone: fc.nat(9), version: fc.integer({ min: 0, max: 2 }) }),
      { minLength: 25, maxLength: 25 },
    ),
  })
  .map(({ project: { interviews, codings }, flags }) => ({
    interviews,
    codings: codings.map((coding, at): QuoteCoding => {
      const { gone = 9, key = false, memo = false, version = 1 } = flags[at] ?? {};
      const empty = gone < 2 ? { end: coding.start, lost: gone === 0 ? 'a' : 'b' } : {};
      return { ...coding, id: at + 1, at: `2026-03-${10 + (at % 4)}`, key, memo, version, ...empty };
    }),
  }));
const someCodes = fc.uniqueArray(fc.integer({ min: 10, max: 15 }), { maxLength: 3 });

/** As plainly as it can be said: for every coding, look at every other. */
function naive(query: RetrieveQuery): string[] {
  const { codings, interviews, coderId, lead, beside, none, toBeChecked, fits } = query;
  const counts = (c: QuoteCoding): boolean =>
    interviews.has(c.interviewId) && (coderId === null || c.coderId === coderId) && (c.start === c.end) === toBeChecked;
  const same = (a: QuoteCoding, b: QuoteCoding): boolean =>
    a.interviewId === b.interviewId && a.start === b.start && a.end === b.end && a.lost === b.lost;
  const touches = (a: QuoteCoding, b: QuoteCoding): boolean =>
    a.interviewId === b.interviewId && (overlaps(a, b) || (a.start === a.end && same(a, b)));
  const field = codings.filter(counts);
  const rows = field.flatMap((coding) => {
    if (lead && !lead.has(coding.codeId)) return [];
    if (!fits(coding)) return [];
    for (const codes of beside) if (!field.some((c) => codes.has(c.codeId) && touches(coding, c))) return [];
    if (field.some((c) => none.has(c.codeId) && touches(coding, c))) return [];
    const on = field.filter((c) => same(coding, c)).map((c) => c.id);
    return [`${coding.interviewId} ${coding.start} ${coding.end}: ${on.sort((a, b) => a - b).join(' ')}`];
  });
  return [...new Set(rows)].sort();
}

describe('any question over any project', () => {
  it('has the rows that a naive search finds', () => {
    fc.assert(
      fc.property(
        drawn,
        coder,
        fc.option(someCodes),
        fc.array(someCodes, { maxLength: 2 }),
        someCodes,
        fc.record({ key: fc.boolean(), checked: fc.boolean(), version: fc.integer({ min: 0, max: 3 }) }),
        fc.nat(),
        ({ interviews, codings }, coderId, lead, beside, none, { key, checked, version }, mask) => {
          const query = ask(codings, {
            interviews: new Set(interviews.filter((_, at) => ((mask >> at) & 1) === 0).map(({ id }) => id)),
            coderId,
            lead: lead && new Set(lead),
            beside: beside.map((codes) => new Set(codes)),
            none: new Set(none),
            toBeChecked: checked,
            fits: (coding) => (!key || coding.key) && coding.version <= version,
          });
          const rows = retrieve(query).map((f) => {
            const ids = f.codings.map((c) => c.id).sort((a, b) => a - b);
            return `${f.interviewId} ${f.start} ${f.end}: ${ids.join(' ')}`;
          });
          expect(rows.toSorted()).toEqual(naive(query));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('names as nearby every other range that overlaps', () => {
    fc.assert(
      fc.property(drawn, ({ interviews, codings }) => {
        const query = ask(codings, { interviews: new Set(interviews.map(({ id }) => id)) });
        for (const fragment of retrieve(query)) {
          const own = query.codings.filter((c) => c.interviewId === fragment.interviewId);
          const wanted = own.filter((c) => overlaps(c, fragment) && !(c.start === fragment.start && c.end === fragment.end));
          expect(nearbyOf(fragment, own)).toEqual(wanted.filter((c) => c.start < c.end));
        }
      }),
    );
  });

  it('is sorted without losing one, and grouped so that each stands in each of its groups', () => {
    const ranks = { interview: (id: number) => -id, code: (id: number) => 20 - id };
    fc.assert(
      fc.property(
        drawn,
        fc.constantFrom('place' as const, 'newest' as const, 'oldest' as const, 'length' as const, 'code' as const),
        ({ interviews, codings }, sort) => {
          const found = retrieve(ask(codings, { interviews: new Set(interviews.map(({ id }) => id)) }));
          const sorted = sortFragments(found, sort, ranks);
          expect(new Set(sorted)).toEqual(new Set(found));
          expect(sorted).toHaveLength(found.length);
          for (const [at, one] of sorted.entries()) {
            const next = sorted[at + 1];
            if (!next) continue;
            const moments = (f: typeof one) => f.asked.map((c) => c.at).sort();
            if (sort === 'length') expect(one.end - one.start).toBeGreaterThanOrEqual(next.end - next.start);
            if (sort === 'newest') expect((moments(one).at(-1) ?? '') >= (moments(next).at(-1) ?? '')).toBe(true);
            if (sort === 'oldest') expect((moments(one)[0] ?? '') <= (moments(next)[0] ?? '')).toBe(true);
            if (sort === 'place') expect(one.interviewId).toBeGreaterThanOrEqual(next.interviewId);
          }
          const groups = groupFragments(
            sorted,
            (f) => f.asked.map((c) => String(c.codeId)),
            (a, b) => Number(a) - Number(b),
          );
          for (const group of groups) {
            expect(group.fragments).toEqual(sorted.filter((f) => f.asked.some((c) => String(c.codeId) === group.key)));
          }
          expect(groups.map((group) => group.at)).toEqual(
            groups.map((_, n) => groups.slice(0, n).reduce((sum, { fragments }) => sum + fragments.length, 0)),
          );
        },
      ),
    );
  });
});
