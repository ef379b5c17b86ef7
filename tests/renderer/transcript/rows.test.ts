// The clock, and the rows of the code picker.

import { describe, expect, test } from 'vitest';
import { choicesFor } from '../../../renderer/transcript/choices.ts';
import { clockOf } from '../../../renderer/transcript/clock.ts';

test('the clock', () => {
  expect(clockOf(1_084_900)).toBe('18:04');
  expect(clockOf(3_723_000)).toBe('1:02:03');
  expect(clockOf(0)).toBe('00:00');
  expect(clockOf(null)).toBeNull();
});

describe('the rows of the picker', () => {
  const colour = { hue: 1, form: 'solid' as const };
  const codes = ['Vertrouwen', 'vast gezicht', 'vastlopen', 'uitputting'].map((name, i) => ({
    id: i + 1,
    name,
    parents: [],
    path: name,
    other: '',
    colour,
    pin: null,
  }));
  const shown = (query: string, recent: number[] = [], mode: 'apply' | 'new' = 'apply') =>
    choicesFor(codes, query, recent, mode).map((row) =>
      row.kind === 'new' ? `+ ${row.code.path}` : `${row.section} ${row.code.name}`,
    );

  test('nothing typed: used last on top, every code once', () => {
    expect(shown('', [4, 2])).toEqual(['recent uitputting', 'recent vast gezicht', 'all Vertrouwen', 'all vastlopen']);
    expect(shown('')).toEqual(codes.map((code) => `found ${code.name}`));
  });

  test('typed: what fits, then used last, then the new code', () => {
    expect(shown('vast', [4])).toEqual(['found vast gezicht', 'found vastlopen', 'recent uitputting', '+ vast']);
    expect(shown('vast gezicht')).toEqual(['found vast gezicht']);
    expect(shown('iets nieuws', [4])).toEqual(['+ iets nieuws', 'recent uitputting']);
    expect(shown('vertr / nieuw', [4])).toEqual(['+ Vertrouwen / nieuw']);
  });

  test('a new code comes first when a new code was asked for', () => {
    expect(shown('', [4], 'new')).toEqual([]);
    expect(shown('vast', [4], 'new')).toEqual(['+ vast', 'found vast gezicht', 'found vastlopen']);
  });
});
