// @vitest-environment jsdom
// The error dialog: for every error code, in both languages, what happened, what is safe and what one can do.

import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../renderer/i18n/index.ts';
import { TroubleDialog } from '../../renderer/shell/error-dialog.tsx';
import type { ErrorCode } from '../../src/domain/error.ts';
import { button, type Drawn, draw, press, until } from './draw.tsx';
import { createFakeBridge } from './fake-bridge.ts';

/** Spelled out, so that a code without a text does not compile here either. */
const CODES = Object.keys({
  'invalid-input': 1,
  'not-found': 1,
  conflict: 1,
  refused: 1,
  'in-use': 1,
  'not-a-project': 1,
  cancelled: 1,
  'no-space': 1,
  'not-writable': 1,
  internal: 1,
} satisfies Record<ErrorCode, 1>) as ErrorCode[];

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
  setLanguage('nl');
});

const show = async (code: ErrorCode, again?: () => void, onClose = () => {}) => {
  const trouble = { failure: { code, message: `why ${code}` }, ...(again ? { again } : {}) };
  drawn = await draw(
    createFakeBridge({}),
    <TroubleDialog trouble={trouble} savedAt="2026-03-05T13:03:12.000Z" onClose={onClose} />,
  );
  return document.querySelector('[role="alertdialog"]');
};

for (const language of ['nl', 'en'] as const) {
  const seen = new Set<string>();
  test.each(CODES)(`%s in ${language}`, async (code) => {
    act(() => setLanguage(language));
    const dialog = await show(code);
    const title = dialog?.querySelector('h2')?.textContent ?? '';
    const parts = [...(dialog?.querySelectorAll('dd') ?? [])].map((part) => part.textContent ?? '');
    expect(title.length).toBeGreaterThan(5);
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(part).toMatch(/[.] ?/);
    expect(parts[0]).toContain(`why ${code}`);
    expect(parts[1]).toMatch(/\d\d:03:12/);
    expect(dialog?.textContent).not.toMatch(/error\.|\{\{|<b>/);
    expect(seen).not.toContain(title);
    seen.add(title);
  });
}

test('copies the details for whoever helps', async () => {
  const bridge = createFakeBridge({});
  const trouble = { failure: { code: 'internal', message: 'why', at: 'name' } } as const;
  drawn = await draw(bridge, <TroubleDialog trouble={trouble} savedAt={null} onClose={() => {}} />);
  await press(button(/Details kopiëren/));
  expect(bridge.copied).toEqual([{ text: 'internal\nwhy\nname' }]);
  await until('it says so', () => button(/Gekopieerd/) !== undefined);
});

test('offers to try again only where that can be done', async () => {
  await show('refused');
  expect(button(/Opnieuw proberen/)).toBeUndefined();
  drawn?.end();
  const again = vi.fn();
  const close = vi.fn();
  await show('no-space', again, close);
  await press(button(/Opnieuw proberen/));
  expect(again).toHaveBeenCalledOnce();
  expect(close).toHaveBeenCalledOnce();
});
