// The question of the list of fragments: in the address, as a sentence, and without what has gone from the project.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clausesOf, kindOfCondition, sentenceOf, without } from '../../../renderer/fragments/clauses.ts';
import { EVERYTHING, formatQuery, onlyKnown, parseQuery, type Query, toScope } from '../../../renderer/fragments/query.ts';
import { translator } from '../../../renderer/i18n/index.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 4 });
const names = fc.uniqueArray(fc.string({ maxLength: 12 }), { maxLength: 3 });
const attributes = fc
  .uniqueArray(
    fc.tuple(
      fc.string({ minLength: 1, maxLength: 8 }),
      fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 3 }),
    ),
    {
      maxLength: 3,
      selector: ([name]) => name,
    },
  )
  .map((list) => list.map(([name, values]) => ({ name, values })));
const query: fc.Arbitrary<Query> = fc.record({
  all: ids,
  any: ids,
  none: ids,
  withSubcodes: fc.boolean(),
  sets: names,
  cities: names,
  interviews: ids,
  attributes,
  speakers: names,
  who: fc.constantFrom('' as const, 'participants' as const, 'interviewer' as const),
  coder: fc.string({ maxLength: 8 }),
  text: fc.string({ maxLength: 20 }),
  key: fc.boolean(),
  memo: fc.boolean(),
  check: fc.boolean(),
  before: fc.option(fc.record({ codeId: fc.integer({ min: 1, max: 99 }), version: fc.integer({ min: 1, max: 9 }) })),
  sort: fc.constantFrom('place' as const, 'newest' as const, 'oldest' as const, 'length' as const, 'code' as const),
  group: fc.constantFrom('none', 'set', 'code', 'attribute:a=b&c'),
  context: fc.constantFrom('none' as const, 'sentence' as const, 'turn' as const),
});

describe('the question in the address', () => {
  it('comes back as it was, whatever the names', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(parseQuery(formatQuery(asked))).toEqual(asked);
      }),
    );
  });

  it('is empty when nothing is asked, and asks nothing when it can’t be read', () => {
    expect(formatQuery(EVERYTHING)).toBe('');
    expect(parseQuery('')).toEqual(EVERYTHING);
    expect(parseQuery('code=a,-1,0,7,7&not=&is=rol&is=[1]&who=me&before=1&sort=no&context=x&key=2')).toEqual({
      ...EVERYTHING,
      all: [7],
    });
  });

  it('leaves out what is no longer in the project', () => {
    const known = {
      codes: new Set([1]),
      sets: ['A'],
      cities: [''],
      interviews: new Set([5]),
      attributes: ['rol'],
      coders: ['Noor'],
    };
    const asked: Query = {
      ...EVERYTHING,
      all: [1, 2],
      none: [3],
      sets: ['A', 'B'],
      cities: ['', 'Delft'],
      interviews: [4, 5],
      attributes: [
        { name: 'rol', values: ['moeder'] },
        { name: 'weg', values: ['x'] },
      ],
      coder: 'Bas',
      before: { codeId: 9, version: 1 },
      group: 'attribute:weg',
    };
    expect(onlyKnown(asked, known)).toEqual({
      ...EVERYTHING,
      all: [1],
      sets: ['A'],
      cities: [''],
      interviews: [5],
      attributes: [{ name: 'rol', values: ['moeder'] }],
    });
  });

  it('asks the core no more than it says', () => {
    expect(toScope(EVERYTHING)).toEqual({
      codes: { all: [], any: [], none: [], withSubcodes: true },
      text: '',
      key: false,
      withMemo: false,
      toBeChecked: false,
      sort: 'place',
      group: 'set',
    });
  });
});

describe('the sentence', () => {
  const t = translator('nl');
  const said = (part: Partial<Query>) =>
    sentenceOf(
      clausesOf({ ...EVERYTHING, ...part }, { t, code: (id) => ({ id, text: `c${id}` }), interview: (id) => `DH-${id}` }),
      t,
    );

  it('says the question in words', () => {
    expect(said({})).toBe('Fragmenten met welke code dan ook, van alle codeurs.');
    expect(said({ all: [1, 2], none: [3, 4], cities: ['Den Haag', 'Heerlen'] })).toBe(
      'Fragmenten met c1 én c2 én niet c3 of c4, in Den Haag en Heerlen, van alle codeurs.',
    );
    expect(said({ any: [1, 2], attributes: [{ name: 'rol', values: ['moeder', ''] }], coder: 'Bas' })).toBe(
      'Fragmenten met c1 of c2, rol moeder of niet ingevuld, van Bas.',
    );
    expect(said({ all: [1], any: [2], interviews: [1, 2, 3, 4, 5], key: true, text: 'giraffe' })).toBe(
      'Fragmenten met c1, én ook met c2, uit 5 interviews, met de woorden giraffe, alleen sleutelcitaten, van alle codeurs.',
    );
  });

  it('says how codes that must all be there and codes of which one must be there go together', () => {
    expect(said({ all: [1, 2], any: [3, 4] })).toBe(
      'Fragmenten met c1 én c2, én ook met minstens één van: c3 of c4, van alle codeurs.',
    );
    expect(said({ all: [1], any: [3, 4], none: [5] })).toBe(
      'Fragmenten met c1, én ook met minstens één van: c3 of c4, én niet c5, van alle codeurs.',
    );
    expect(said({ any: [3, 4], none: [5] })).toBe('Fragmenten met c3 of c4, én niet c5, van alle codeurs.');
    const en = translator('en');
    const english = clausesOf(
      { ...EVERYTHING, all: [1], any: [3, 4] },
      { t: en, code: (id) => ({ id, text: `c${id}` }), interview: String },
    );
    expect(sentenceOf(english, en)).toBe('Quotes with c1, and also with at least one of: c3 or c4, by all coders.');
  });

  it('loses one condition at a time, and every condition of the core has a place in it', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const names = { t, code: (id: number) => ({ id, text: `c${id}` }), interview: String };
        for (const { kind } of clausesOf(asked, names)) {
          const less = clausesOf(without(asked, kind), names);
          const still = less.some((clause) => clause.kind === kind);
          expect(still).toBe(kind === 'coder' || (kind === 'all' && asked.any.length === 0));
        }
      }),
    );
    expect(['codes.all', 'codes.none', 'withMemo', 'attribute:rol', 'text'].map(kindOfCondition)).toEqual([
      'all',
      'none',
      'memo',
      'attribute:rol',
      'text',
    ]);
  });
});
