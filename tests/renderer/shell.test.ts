// @vitest-environment jsdom
// The frame: addresses, keys, panes, names in the list, names of files.

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { fitsFilter, splitName } from '../../renderer/interviews/names.ts';
import { formatRoute, go, onReturn, parseRoute, type Route } from '../../renderer/shell/route.ts';
import { toFileName } from '../../renderer/shell/save-file.ts';
import { keyName } from '../../renderer/shell/shortcuts.ts';
import { fittingWidths, nextPane } from '../../renderer/shell/use-panes.ts';
import type { InterviewRow } from '../../src/contract/interview.ts';

afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', '#/');
});

describe('addresses', () => {
  const at = fc.option(
    fc.tuple(fc.nat(1e6), fc.integer({ min: 1, max: 1e4 })).map(([start, length]) => ({ start, end: start + length })),
    { nil: null },
  );
  const anyRoute: fc.Arbitrary<Route> = fc.oneof(
    fc.record({ view: fc.constant('code' as const), interviewId: fc.integer({ min: 1, max: 1e9 }), at }),
    fc.constantFrom(
      { view: 'code', interviewId: null, at: null } as const,
      { view: 'frequency' } as const,
      { view: 'cooccurrence' } as const,
      { view: 'report' } as const,
    ),
  );

  test('there and back', () => {
    fc.assert(
      fc.property(anyRoute, (route) => {
        expect(parseRoute(formatRoute(route))).toEqual(route);
      }),
    );
  });

  test('anything else is the coding view', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(['code', 'frequency', 'cooccurrence', 'report']).toContain(parseRoute(`#${text}`).view);
      }),
    );
    for (const hash of ['', '#', '#/code/-3', '#/code/x', '#/nowhere', '#/code/0'])
      expect(parseRoute(hash)).toEqual({ view: 'code', interviewId: null, at: null });
    expect(parseRoute('#/code/5?at=9-2')).toEqual({ view: 'code', interviewId: 5, at: null });
  });

  test('Back brings the name of what had the focus', async () => {
    const mark = document.body.appendChild(document.createElement('button'));
    mark.setAttribute('data-focus', 'mark "a"');
    go({ view: 'frequency' });
    mark.focus();
    go({ view: 'code', interviewId: 3, at: { start: 1, end: 2 } });
    expect(location.hash).toBe('#/code/3?at=1-2');
    const back = new Promise<string>((resolve) => onReturn(resolve));
    history.back();
    const selector = await back;
    expect(document.querySelector(selector)).toBe(mark);
    expect(location.hash).toBe('#/frequency');
  });
});

describe('keys', () => {
  const key = (name: string, more = {}) =>
    keyName({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

  test('have one name whatever the capitals', () => {
    expect(key('z', { ctrlKey: true })).toBe('mod+z');
    expect(key('Z', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+z');
    expect(key('F6', { shiftKey: true })).toBe('shift+F6');
  });

  test('a sign that needs Shift is the sign', () => {
    expect(key('?', { shiftKey: true })).toBe('?');
    expect(key('/', { shiftKey: false })).toBe('/');
  });
});

describe('panes', () => {
  test('F6 goes round, Shift+F6 goes back', () => {
    expect([nextPane(null, 1), nextPane('interviews', 1), nextPane('transcript', 1), nextPane('codebook', 1)]).toEqual([
      'interviews',
      'transcript',
      'codebook',
      'interviews',
    ]);
    expect([nextPane(null, -1), nextPane('interviews', -1), nextPane('codebook', -1)]).toEqual([
      'codebook',
      'codebook',
      'transcript',
    ]);
  });

  test('are as wide as the design says', () => {
    expect(fittingWidths(1280)).toEqual({ left: 208, right: 292 });
    expect(fittingWidths(1440)).toEqual({ left: 240, right: 324 });
    expect(fittingWidths(1920)).toEqual({ left: 288, right: 352 });
  });
});

describe('names', () => {
  const interview = (name: string, people: readonly string[] = []): InterviewRow => ({
    id: 1,
    name,
    setId: 1,
    set: 'Den Haag · studenten',
    city: 'Den Haag',
    date: '',
    collector: 'Hogeschool',
    file: 'a.txt',
    turns: 1,
    words: 1,
    codings: 0,
    codedTurns: 0,
    toCheck: 0,
    participants: people.map((person, id) => ({
      id,
      name: person,
      speaker: person,
      attributes: { rol: 'moeder', fase: 'kraamtijd' },
    })),
  });

  test('a number and a name', () => {
    expect(splitName(interview('DH-07 Samira'))).toEqual({ number: 'DH-07', rest: 'Samira' });
    expect(splitName(interview('DH-07', ['Samira']))).toEqual({ number: 'DH-07', rest: 'Samira' });
    expect(splitName(interview('DH-07'))).toEqual({ number: '', rest: 'DH-07' });
    expect(splitName(interview('Gesprek met Samira', ['Samira']))).toEqual({ number: '', rest: 'Gesprek met Samira' });
  });

  test('a filter looks at name, set, place and people, every word of it', () => {
    const row = interview('DH-07', ['Zoë']);
    for (const filter of ['', 'dh-07', 'studenten', 'zoe', 'moeder kraamtijd', 'HOGESCHOOL'])
      expect(fitsFilter(row, filter), filter).toBe(true);
    expect(fitsFilter(row, 'moeder heerlen')).toBe(false);
  });

  test('file names that every system takes', () => {
    expect(toFileName('Vaders: golf 2/3 codings.csv')).toBe('Vaders golf 2 3 codings.csv');
    expect(toFileName('...')).toBe('rode-draad');
  });
});
