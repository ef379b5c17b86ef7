// @vitest-environment jsdom
// The codebook pane by keyboard and mouse: walking, renaming, moving, deleting, and coding the selected text.

import { act, useMemo } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { CodingProvider, type CodingTarget, useProvideCoding } from '../../renderer/client/index.ts';
import { CodebookPane } from '../../renderer/codebook/codebook-pane.tsx';
import type { CodeRow } from '../../src/contract/code.ts';
import { placeCodes } from '../../src/domain/code.ts';
import { button, type Drawn, draw, press, settle, until } from './draw.tsx';
import { createFakeBridge, type FakeBridge, type FakeHandlers, ok } from './fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

const BLANK = { version: 1, labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '', colour: null };

/** A codebook that changes as the core would change it, as far as these tests go. */
function project(more: FakeHandlers = {}): FakeBridge {
  let codes = [
    { ...BLANK, id: 1, parentId: null, position: 0, name: 'Vertrouwen', definition: 'Of een ouder zich veilig voelt.' },
    { ...BLANK, id: 2, parentId: 1, position: 0, name: 'durven vertellen' },
    { ...BLANK, id: 3, parentId: 1, position: 1, name: 'vast gezicht' },
    { ...BLANK, id: 4, parentId: null, position: 1, name: 'Schaamte' },
  ];
  const rows = (): CodeRow[] => placeCodes(codes).map((code) => ({ ...code, codings: 2, interviews: 1, quotes: 2, pin: null }));
  const kept = new Map<string, unknown>();
  return createFakeBridge({
    'code.list': () => ok({ codes: rows() }),
    'memo.list': () => ok({ memos: [] }),
    'project.get': () =>
      ok({
        name: 'Proef',
        counts: { interviews: 0, sets: 0, codes: 4, themes: 2, codings: 0, coders: 0, memos: 0 },
        savedAt: null,
        readOnly: false,
        readOnlyWhy: null,
        undo: null,
        redo: null,
      }),
    'position.get': ({ key }) => ok({ value: (kept.get(key) as string | undefined) ?? null }),
    'position.set': ({ key, value }) => {
      kept.set(key, value);
      return ok({});
    },
    'code.update': ({ id, name }) => {
      if (codes.some((code) => code.id !== id && code.name === name))
        return { ok: false, error: { code: 'conflict', message: 'taken', at: 'name' } };
      codes = codes.map((code) => (code.id === id ? { ...code, name: name ?? code.name } : code));
      return ok({}, ['code', 'history']);
    },
    'code.move': () => ok({}, ['code', 'history']),
    'code.delete': ({ id }) => {
      codes = codes.filter((code) => code.id !== id);
      return ok({ codes: 1, codings: 2 }, ['code', 'coding', 'history']);
    },
    ...more,
  });
}

const row = (name: string) =>
  [...document.querySelectorAll<HTMLElement>('[role="treeitem"]')].find((one) => nameOf(one)?.startsWith(name));
const focused = () => nameOf(document.activeElement)?.split(',')[0];

async function key(name: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  });
  await settle();
}

async function type(text: string): Promise<void> {
  const input = document.activeElement;
  if (!(input instanceof HTMLInputElement)) throw new Error('nothing to type in');
  await act(async () => {
    // React listens to the setter of the element's own class.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function open(more: FakeHandlers = {}): Promise<FakeBridge> {
  const bridge = project(more);
  drawn = await draw(
    bridge,
    <CodingProvider>
      <CodebookPane />
    </CodingProvider>,
  );
  await until('the tree is there', () => row('Schaamte') !== undefined);
  act(() => row('Vertrouwen')?.focus());
  return bridge;
}

describe('by keyboard', () => {
  test('one row is in the tab order, and arrows take the focus along', async () => {
    await open();
    await key('ArrowDown');
    await key('ArrowDown');
    expect(focused()).toBe('vast gezicht');
    expect([...document.querySelectorAll('[role="treeitem"][tabindex="0"]')].map((one) => nameOf(one)?.split(',')[0])).toEqual([
      'vast gezicht',
    ]);
    await key('ArrowLeft');
    await key('ArrowLeft');
    expect(focused()).toBe('Vertrouwen');
    expect(row('Vertrouwen')?.getAttribute('aria-expanded')).toBe('false');
    expect(row('vast gezicht')).toBeUndefined();
  });

  test('Enter shows the definition', async () => {
    await open();
    await key('Enter');
    expect(document.body.textContent).toContain('Of een ouder zich veilig voelt.');
    expect(row('Vertrouwen')?.getAttribute('aria-selected')).toBe('true');
  });

  test('F2 renames in its place; a name that is taken is told there, not in a dialog', async () => {
    await open();
    await key('F2');
    await type('Schaamte');
    await key('Enter');
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('Er staat hier al een code');
    expect(drawn?.client.trouble.get()).toBeNull();
    await type('Zich veilig voelen');
    await key('Enter');
    await until('it has its new name', () => row('Zich veilig voelen') !== undefined);
    expect(focused()).toBe('Zich veilig voelen');
  });

  test('Esc leaves the name as it was', async () => {
    const bridge = await open();
    await key('F2');
    await type('iets anders');
    await key('Escape');
    expect(focused()).toBe('Vertrouwen');
    expect(bridge.calls.some((call) => call.name === 'code.update')).toBe(false);
  });

  test('Alt and arrows move it among its siblings, and not past the end', async () => {
    const bridge = await open();
    await key('ArrowDown');
    await key('ArrowUp', { altKey: true });
    await key('ArrowDown', { altKey: true });
    expect(bridge.calls.filter((call) => call.name === 'code.move').map((call) => call.input)).toEqual([
      { id: 2, parentId: 1, position: 1 },
    ]);
  });

  test('Delete says what goes with it, and the focus stays in the tree', async () => {
    await open();
    await key('ArrowDown');
    await key('Delete');
    const dialog = document.querySelector('[role="alertdialog"]');
    expect(dialog?.textContent).toContain('2 coderingen');
    await press(button(/^Verwijderen$/));
    await until(
      'it is gone',
      () => row('durven vertellen') === undefined && document.querySelector('[role="alertdialog"]') === null,
    );
    await until('the next row has the focus', () => focused() === 'vast gezicht');
  });
});

test('choosing a code puts it on the selected text; without a selection it does not', async () => {
  const applied: (readonly number[])[] = [];
  const Transcript = ({ selected }: { readonly selected: boolean }) => {
    const target = useMemo<CodingTarget>(
      () => ({ selection: selected ? { interviewId: 1, start: 3, end: 9 } : null, applyCodes: (ids) => void applied.push(ids) }),
      [selected],
    );
    useProvideCoding(target);
    return null;
  };
  for (const selected of [false, true]) {
    drawn?.end();
    drawn = await draw(
      project(),
      <CodingProvider>
        <Transcript selected={selected} />
        <CodebookPane />
      </CodingProvider>,
    );
    await until('the tree is there', () => row('vast gezicht') !== undefined);
    await press(row('vast gezicht'));
  }
  expect(applied).toEqual([[3]]);
});

test('a filter leaves only what fits, with the themes above it', async () => {
  await open();
  act(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus());
  await type('gezicht');
  await settle();
  expect([...document.querySelectorAll('[role="treeitem"]')]).toHaveLength(2);
});

test('folding a code that is folded already, as a filter may show it, does not hold up the keys after it', async () => {
  await open();
  act(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus());
  await type('gezicht');
  await settle();
  act(() => row('Vertrouwen')?.focus());
  for (let n = 0; n < 3; n++) await key('ArrowLeft');
  await key('ArrowDown');
  expect(focused()).toBe('vast gezicht');
});

test('letters that wait for a move are not written in a field that the person went to meanwhile', async () => {
  const moved = Promise.withResolvers<void>();
  await open({ 'code.move': () => moved.promise.then(() => ok({}, ['code', 'history'])) });
  const written: unknown[] = [];
  // jsdom has none.
  document.execCommand = (...typed) => written.push(typed) > 0;
  await key('ArrowDown');
  await key('ArrowDown', { altKey: true });
  await key('v');
  act(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.focus());
  moved.resolve();
  await settle(100);
  expect(written).toEqual([]);
  act(() => row('Schaamte')?.focus());
  await key('ArrowUp');
  expect(focused()).toBe('vast gezicht');
});

/** What a row is called: the code and its counts. */
function nameOf(row: Element | null): string | undefined {
  return row?.querySelector('.nm')?.textContent ?? undefined;
}
