// @vitest-environment jsdom
// What the dialogs of the codebook say: the history of a code, what a merge touches, and whether a look can be told from the others.

import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { CodingProvider } from '../../renderer/client/index.ts';
import { type CodeDialogState, CodeDialogs } from '../../renderer/codebook/code-dialogs.tsx';
import { lookWarning } from '../../renderer/codebook/look-check.tsx';
import { createCodebook } from '../../renderer/codebook/use-codebook.ts';
import { createFormat } from '../../renderer/i18n/format.ts';
import { translator } from '../../renderer/i18n/index.ts';
import type { CodeChange, CodeRow } from '../../src/contract/code.ts';
import { type Colour, placeCodes } from '../../src/domain/code.ts';
import { button, type Drawn, draw, press, until } from './draw.tsx';
import { createFakeBridge, type FakeBridge, ok } from './fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

const BLANK = { version: 1, labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '' };
const theme = (id: number, name: string, colour: Colour) => ({ ...BLANK, id, parentId: null, position: id, name, colour });
const codes: CodeRow[] = placeCodes([
  theme(1, 'Vertrouwen', { hue: 2, form: 'solid' }),
  theme(2, 'Schaamte', { hue: 8, form: 'hollow' }),
]).map((code) => ({ ...code, codings: 3, interviews: 1, quotes: 3, pin: null }));
const codebook = createCodebook(codes, 'nl', true);

const change = (more: Partial<CodeChange>): CodeChange => ({
  id: 1,
  kind: 'defined',
  version: 2,
  coder: 'Noor',
  at: '2026-03-19T09:00:00Z',
  reason: '',
  formerly: null,
  changes: [],
  other: null,
  side: null,
  codings: 0,
  memo: '',
  codingsBefore: 0,
  ...more,
});

async function open(dialog: CodeDialogState, entries: CodeChange[] = []): Promise<FakeBridge> {
  const bridge = createFakeBridge({
    'code.history': () => ok({ entries }),
    'code.mergePreview': () =>
      ok({
        codings: 12,
        doubles: 1,
        interviews: 5,
        memos: 2,
        merging: [{ path: 'Vertrouwen / moe', into: 'Schaamte / moe' }],
        moving: ['Vertrouwen / a', 'Vertrouwen / b'],
        from: {
          path: 'Vertrouwen',
          labelEn: '',
          definition: 'Over vertrouwen.',
          definitionEn: '',
          use: '',
          not: '',
          example: '',
        },
        into: { path: 'Schaamte', labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '' },
      }),
    'code.merge': () => ok({ codings: 12 }, ['code', 'coding', 'history']),
    'code.codingsBefore': () => ok({ codings: [] }),
  });
  drawn = await draw(
    bridge,
    <CodingProvider>
      <CodeDialogs dialog={dialog} codebook={codebook} onClose={() => {}} />
    </CodingProvider>,
  );
  return bridge;
}
const said = () => document.querySelector('[role="dialog"]')?.textContent ?? '';

describe('the history', () => {
  test('tells the newest first: what it was and became, why, and from which code it came', async () => {
    await open({ kind: 'history', id: 1 }, [
      change({ id: 1, kind: 'created', version: 1, formerly: 'Rust' }),
      change({ id: 2, changes: [{ field: 'definition', before: '', after: 'Nieuw.' }], codingsBefore: 1 }),
      change({ id: 3, kind: 'coloured', changes: [{ field: 'colour', before: 't1 solid', after: 't2 dashed' }] }),
      change({
        id: 4,
        kind: 'merged',
        reason: 'gaat over hetzelfde',
        other: 'Rust',
        codings: 12,
        memo: 'Let op.',
        changes: [{ field: 'definition', before: 'Over rust.', after: 'Nieuw.' }],
        codingsBefore: 14,
      }),
      change({ id: 5, kind: 'split', side: 'into', other: 'Nacht', codings: 1 }),
    ]);
    await until('the history is there', () => said().includes('gaat over hetzelfde'));
    const order = [
      'Gesplitst: 1 codering naar Nacht',
      'Samengevoegd met Rust: 12 coderingen erbij',
      'Andere kleur',
      'Anders omschreven',
      'van de code die toen Rust was',
    ];
    expect(order.map((text) => said().indexOf(text))).toEqual(
      [...order.map((text) => said().indexOf(text))].sort((a, b) => a - b),
    );
    for (const text of [...order, 'Over rust.', 'Let op.', 'Reden:', 'koper, vol', 'mosterd, gestreept', 'werd Nieuw.'])
      expect(said()).toContain(text);
    expect(button(/^14 coderingen van vóór/)).toBeDefined();
    expect(button(/^1 codering van vóór/)).toBeDefined();
  });

  test('of a code that never changed says so', async () => {
    await open({ kind: 'history', id: 1 });
    await until('it says so', () => said().includes('Er is nog niets gewijzigd'));
  });
});

test('a merge says what it touches before it is done, and sends why', async () => {
  const bridge = await open({ kind: 'merge', id: 1, intoId: 2 });
  await until('the preview is there', () => said().includes('12 coderingen in 5 interviews gaan mee.'));
  for (const text of [
    'Alles van Vertrouwen gaat naar Schaamte',
    '1 daarvan staat er al',
    '2 memo’s gaan mee.',
    'Subcode moe is er daar ook',
    'Subcodes a en b verhuizen mee.',
    'Over vertrouwen.',
    'Nog geen definitie.',
  ])
    expect(said()).toContain(text);
  await press(button(/^Samenvoegen$/));
  await until('it is asked', () => bridge.calls.some((call) => call.name === 'code.merge'));
  expect(bridge.calls.find((call) => call.name === 'code.merge')?.input).toEqual({ id: 1, intoId: 2, reason: '' });
});

test('a target is found by its letters and taken by Enter', async () => {
  await open({ kind: 'merge', id: 1, intoId: null });
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!field) throw new Error('no field');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, 'schaam');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await until('the preview is there', () => said().includes('Alles van Vertrouwen gaat naar Schaamte'));
  expect(document.querySelector('[role="option"][aria-selected="true"]')?.textContent).toContain('Schaamte');
});

test('a merge without a target can’t be done', async () => {
  await open({ kind: 'merge', id: 1, intoId: null });
  expect(button(/^Samenvoegen$/)?.disabled).toBe(true);
});

describe('a look', () => {
  const warn = (colour: Colour, language: 'nl' | 'en' = 'nl') =>
    lookWarning(colour, codes, (code) => code.name, { t: translator(language), format: createFormat(language) });

  test('that is told apart needs no word', () => {
    expect(warn({ hue: 1, form: 'solid' })).toBeNull();
  });

  test('that resembles another says which, and to whom', () => {
    expect(warn({ hue: 2, form: 'solid' })).toBe('Ziet er hetzelfde uit als Vertrouwen. Kies een andere kleur of vorm.');
    expect(warn({ hue: 8, form: 'solid' })).toBe('Heeft dezelfde kleur als Schaamte. Alleen de vorm is anders.');
    expect(warn({ hue: 4, form: 'solid' })).toBe(
      'Lijkt op Vertrouwen voor wie rood slecht ziet. Kies een andere vorm, dan zie je het verschil wel.',
    );
    expect(warn({ hue: 4, form: 'solid' }, 'en')).toContain('people who see red poorly');
    expect(warn({ hue: 4, form: 'hollow' })).toBeNull();
  });
});
