// The words of a sentence and the questions that follow from them.

import { describe, expect, test } from 'vitest';
import { lackOf } from '../../../renderer/analysis/empty.tsx';
import {
  ALL,
  anew,
  COOCCURRENCE_SCOPE,
  cooccurrenceInput,
  FREQUENCY_SCOPE,
  frequencyInput,
  onlyKnown,
  ownQuotesInput,
  pairsInput,
  quotesInput,
  toggleSet,
} from '../../../renderer/analysis/scope.ts';
import { sentenceText } from '../../../renderer/analysis/sentence.tsx';
import { REPORT_SCOPE, reportInput } from '../../../renderer/report/report-scope.ts';
import { contract } from '../../../src/contract/index.ts';

const narrow = { sets: ['Utrecht'], coder: 'Noor', by: 'city' };

describe('questions to the core', () => {
  test('leave out what is not narrowed, and pass the contract', () => {
    const inputs = [
      ['analysis.frequency', frequencyInput(FREQUENCY_SCOPE, 'all')],
      ['analysis.frequency', frequencyInput({ ...FREQUENCY_SCOPE, ...narrow }, 'city')],
      ['analysis.quotes', quotesInput({ ...FREQUENCY_SCOPE, code: 'Schaamte' })],
      ['analysis.cooccurrence', cooccurrenceInput(COOCCURRENCE_SCOPE, 'set')],
      ['analysis.pairs', pairsInput({ ...COOCCURRENCE_SCOPE, ...narrow, a: 'A', b: 'B', group: 'Utrecht' })],
      ['analysis.quotes', ownQuotesInput({ ...COOCCURRENCE_SCOPE, a: 'A', b: 'A' })],
      ['report.theme', reportInput({ ...REPORT_SCOPE, title: ' Voor de sprint ' }, 'en')],
    ] as const;
    for (const [name, input] of inputs)
      expect(contract[name].input.safeParse(input).success, `${name} ${JSON.stringify(input)}`).toBe(true);
    expect(frequencyInput(FREQUENCY_SCOPE, 'set')).toEqual({ by: 'set', rollup: true });
    expect(frequencyInput({ ...FREQUENCY_SCOPE, ...narrow }, 'city')).toEqual({
      by: 'city',
      rollup: true,
      sets: ['Utrecht'],
      coder: 'Noor',
    });
    expect(reportInput({ ...REPORT_SCOPE, title: ' Voor de sprint ' }, 'en')).toMatchObject({
      language: 'en',
      title: 'Voor de sprint',
    });
  });

  test('all interviews are one group, a group is asked for by its own name, also when that is empty', () => {
    expect(quotesInput({ ...FREQUENCY_SCOPE, code: 'A', group: ALL })).toMatchObject({ by: 'all', group: null });
    expect(quotesInput({ ...FREQUENCY_SCOPE, code: 'A', group: '', by: 'rol' })).toMatchObject({ by: 'rol', group: '' });
  });
});

describe('choosing sets', () => {
  const all = ['Den Haag', 'Utrecht', 'Rotterdam'];
  test('from all to one, to two in the order of the project, and back to all', () => {
    expect(toggleSet(all, [], 'Utrecht')).toEqual(['Utrecht']);
    expect(toggleSet(all, ['Utrecht'], 'Den Haag')).toEqual(['Den Haag', 'Utrecht']);
    expect(toggleSet(all, ['Den Haag', 'Utrecht'], 'Rotterdam')).toEqual([]);
    expect(toggleSet(all, ['Utrecht'], 'Utrecht')).toEqual([]);
  });
});

test('what was remembered and is gone falls back to the whole', () => {
  const kept = { ...FREQUENCY_SCOPE, sets: ['Weg', 'Utrecht'], coder: 'Weg', by: 'weg' };
  expect(onlyKnown(kept, { sets: ['Utrecht'], coders: ['Noor'], by: ['set', 'city', 'all'] })).toMatchObject({
    sets: ['Utrecht'],
    coder: '',
    by: 'set',
  });
});

test('other groups begin at all interviews', () => {
  expect(anew({ by: 'city' })).toEqual({ group: ALL });
  expect(anew({})).toEqual({});
});

test('a sentence as text has its words filled in', () => {
  expect(sentenceText('In {sets} per {by}.', { sets: 'alle sets', by: 'stad' })).toBe('In alle sets per stad.');
});

test('says what is missing first', () => {
  const codes = [{}] as never;
  expect(lackOf({ interviews: 0, codes: [], codings: 0 })).toBe('interviews');
  expect(lackOf({ interviews: 1, codes: [], codings: 0 })).toBe('codes');
  expect(lackOf({ interviews: 1, codes, codings: 0 })).toBe('codings');
  expect(lackOf({ interviews: 1, codes, codings: 1 })).toBeNull();
});
