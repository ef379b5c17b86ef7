// Who asks and who answers, the clock, and the rows of the code picker.

import { describe, expect, test } from 'vitest';
import { choicesFor } from '../../../renderer/transcript/choices.ts';
import { clockOf } from '../../../renderer/transcript/speakers.ts';
import { interviewerLabels } from '../../../src/domain/speakers.ts';

const turns = (...speakers: (string | null)[]) => speakers.map((speaker, i) => ({ start: i, end: i + 1, speaker, timeMs: null }));

describe('the interviewer', () => {
  test('is who is no participant, when participants are known', () => {
    expect(interviewerLabels(turns('Student', 'Anouk', 'Student'), ['anouk'])).toEqual(new Set(['Student']));
    expect(interviewerLabels(turns('Bas', 'Noor', 'Anouk'), ['Noor', 'Bas'])).toEqual(new Set(['Anouk']));
  });

  test('else is who says so, but never everybody', () => {
    expect(interviewerLabels(turns('Interviewer', 'Samira'), [''])).toEqual(new Set(['Interviewer']));
    expect(interviewerLabels(turns('INT', 'R', null), [])).toEqual(new Set(['INT']));
    expect(interviewerLabels(turns('Student', 'Student'), [])).toEqual(new Set());
    expect(interviewerLabels(turns(null), ['x'])).toEqual(new Set());
  });
});

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
    expect(shown('vertr / nieuw', [4])).toEqual(['+ Vertrouwen / nieuw']);
  });

  test('a new code comes first when a new code was asked for', () => {
    expect(shown('', [4], 'new')).toEqual([]);
    expect(shown('vast', [4], 'new')).toEqual(['+ vast', 'found vast gezicht', 'found vastlopen']);
  });
});
