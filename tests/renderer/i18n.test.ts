// @vitest-environment jsdom
// The texts: both languages whole and alike, English without Dutch, a label for every step and every error.

import { describe, expect, test } from 'vitest';
import { createFormat } from '../../renderer/i18n/format.ts';
import { isTextKey, resources, translator } from '../../renderer/i18n/index.ts';
import { stepTitle } from '../../renderer/shell/step.ts';
import { contract, operationNames } from '../../src/contract/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const own = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(own, value);
    else for (const [name, text] of flatten(value, own)) found.set(name, text);
  }
  return found;
}

const nl = flatten(resources.nl.translation);
const en = flatten(resources.en.translation);
const blanks = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))].sort();

describe('both languages', () => {
  test('have the same keys', () => {
    expect([...en.keys()].sort()).toEqual([...nl.keys()].sort());
    expect(nl.size).toBeGreaterThan(300);
  });

  test('fill in the same words', () => {
    for (const [key, text] of nl) expect({ key, blanks: blanks(en.get(key) ?? '') }).toEqual({ key, blanks: blanks(text) });
  });

  test('have both forms wherever they have one', () => {
    for (const key of nl.keys()) {
      if (key.endsWith('_one')) expect(nl.has(key.replace(/_one$/, '_other')), key).toBe(true);
      if (key.endsWith('_other')) expect(nl.has(key.replace(/_other$/, '_one')), key).toBe(true);
    }
  });

  test('leave nothing empty', () => {
    for (const [key, text] of [...nl, ...en]) expect(text.trim(), key).not.toBe('');
  });

  test('hold no exclamation marks and no Oops', () => {
    for (const [key, text] of [...nl, ...en]) expect(text, key).not.toMatch(/!|oeps|oops/i);
  });
});

test('English has no Dutch in it', () => {
  const dutch =
    /\b(het|een|niet|van|voor|naar|zijn|wordt|deze|dit|geen|alle|bij|uit|ook|met|je|jouw|aan|wel|nog|gesprekken|beurt|fragmenten|respondenten?|codeboom|codeboek|thema|opnieuw|verwijderen|bewaren)\b/i;
  for (const [key, text] of en) if (!ALSO_ENGLISH.has(key)) expect(text, key).not.toMatch(dutch);
});
/** Names of languages are written in that language. */
const ALSO_ENGLISH = new Set<string>([]);

test('every change has a name in the history', () => {
  for (const name of operationNames) {
    if (contract[name].kind !== 'change' || name.startsWith('history.')) continue;
    expect(isTextKey(`operation.${name}`), name).toBe(true);
    for (const language of ['nl', 'en'] as const)
      expect(stepTitle({ t: translator(language), language }, { operation: name, subject: 'DH-07' })).toContain('DH-07');
  }
});

test('a step of a newer version still has a name', () => {
  expect(stepTitle({ t: translator('nl'), language: 'nl' }, { operation: 'insight.create', subject: 'x' })).toBe('Wijziging x');
});

test('a step is named with the label of a code in the language of the window, where it has one', () => {
  const step = { operation: 'coding.apply', subject: 'vast gezicht', subjectEn: 'same face' };
  const said = (language: 'nl' | 'en', given: typeof step) => stepTitle({ t: translator(language), language }, given);
  expect(said('nl', step)).toContain('vast gezicht');
  expect(said('en', step)).toContain('same face');
  expect(said('en', { ...step, subjectEn: '' })).toContain('vast gezicht');
});

describe('numbers and dates', () => {
  const now = new Date(2026, 2, 5, 15, 0, 0);
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

  test('are written as the language does', () => {
    expect(createFormat('nl').number(12_345)).toBe('12.345');
    expect(createFormat('en').number(12_345)).toBe('12,345');
    expect(createFormat('nl').date('2026-03-05')).toBe('5 maart 2026');
    expect(createFormat('en').date('2026-03-05')).toBe('5 March 2026');
    expect(createFormat('nl').list(['Den Haag', 'Heerlen'])).toBe('Den Haag en Heerlen');
  });

  test('say how long ago as a person would', () => {
    const nlFormat = createFormat('nl');
    expect(nlFormat.when(at(2026, 2, 5, 14, 3), now)).toBe('vandaag 14:03');
    expect(nlFormat.when(at(2026, 2, 4, 23, 59), now)).toBe('gisteren');
    expect(nlFormat.when(at(2026, 0, 12, 9, 0), now)).toBe('12 januari');
    expect(nlFormat.when(at(2025, 1, 12, 9, 0), now)).toBe('12 februari 2025');
    expect(createFormat('en').when(at(2026, 2, 5, 14, 3), now)).toBe('today 14:03');
  });

  test('counts choose their form and are written', () => {
    const t = translator('nl');
    expect(t('common.quotes', { count: 1 })).toBe('1 fragment');
    expect(t('common.quotes', { count: 1234 })).toBe('1.234 fragmenten');
    expect(translator('en')('common.quotes', { count: 0 })).toBe('0 quotes');
  });

  test('a name is shown as it is, whatever signs are in it', () => {
    expect(translator('nl')('shell.projectMenu', { name: '<b>$t(common.ok) {{x}} & co' })).toContain('& co');
  });
});
