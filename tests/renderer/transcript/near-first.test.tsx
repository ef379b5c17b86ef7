// @vitest-environment jsdom
// An interview with many codings is shown with those near its place first: whatever happens meanwhile, all of them are there in the end,
// and a part is never shown as if it were all.

import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { Page } from '../../../renderer/transcript/model.ts';
import { type Codings, useCodings } from '../../../renderer/transcript/use-codings.ts';
import { useCodingsNearFirst } from '../../../renderer/transcript/use-codings-near-first.ts';
import type { CodingRow } from '../../../src/contract/coding.ts';
import { type Drawn, draw, settle, until } from '../draw.tsx';
import { createFakeBridge, type FakeAnswer, ok } from '../fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

type Answer = FakeAnswer<'coding.list'>;
const FAILED: Answer = { ok: false, error: { code: 'internal', message: 'broken' } };

const row = (id: number): CodingRow => ({
  id,
  interviewId: 1,
  start: id,
  end: id + 1,
  codeId: 1,
  coderId: 1,
  coder: 'Noor',
  at: '',
  key: false,
  toBeChecked: false,
  quote: '',
  memo: '',
  codeVersion: 1,
});
const NEAR = ok({ codings: [row(1)] });
const ALL = ok({ codings: [row(1), row(2), row(3)] });

const page: Page = {
  interviewId: 1,
  name: 'DH-01',
  textVersion: 1,
  text: 'een gezicht dat je kent',
  turns: [{ start: 0, end: 23, speaker: null, timeMs: null }],
  asking: [],
  marks: [],
  toCheck: [],
};

/** Draws the ids that are shown, with the list answered as the test says. */
async function open(
  list: (near: boolean, asked: number) => Answer | Promise<Answer>,
  // It is there already: nothing changes.
  apply: () => FakeAnswer<'coding.apply'> | Promise<FakeAnswer<'coding.apply'>> = () => ok({ codingIds: [1] }),
) {
  const asked = { near: 0, all: 0 };
  let codings: Codings | null = null;
  const Shown = () => {
    const rows = useCodingsNearFirst(1, true, 0);
    codings = useCodings(page);
    return <output>{rows ? rows.map(({ id }) => id).join(' ') : 'nothing yet'}</output>;
  };
  const bridge = createFakeBridge({
    'coding.list': ({ turns }) => list(turns !== undefined, turns ? ++asked.near : ++asked.all),
    'coding.apply': apply,
  });
  drawn = await draw(bridge, <Shown />);
  return { codings: () => codings };
}

const shown = () => document.querySelector('output')?.textContent;

test('those near are shown, then all', async () => {
  const whole = Promise.withResolvers<Answer>();
  await open((near) => (near ? NEAR : whole.promise));
  await until('those near are there', () => shown() === '1');
  whole.resolve(ALL);
  await until('all are there', () => shown() === '1 2 3');
});

test('when those near can’t be read, all are read', async () => {
  await open((near) => (near ? FAILED : ALL));
  await until('all are there', () => shown() === '1 2 3');
});

test('when only those near can be read, they are not shown as if they were all', async () => {
  await open((near) => (near ? NEAR : FAILED));
  await until('it is told', () => drawn?.client.trouble.get() != null);
  expect(shown()).toBe('nothing yet');
});

test('a code pressed before all are there, that is on the text already, does not keep the others away', async () => {
  const { codings } = await open((near, asked) => (near ? NEAR : asked === 1 ? new Promise(() => {}) : ALL));
  await until('those near are there', () => shown() === '1');
  await act(async () => void (await codings()?.apply({ start: 0, end: 3 }, [1])));
  await settle();
  await until('all are there', () => shown() === '1 2 3');
});

test('a new code is shown at once while only those near are there, and is one of all in the end', async () => {
  const answer = Promise.withResolvers<FakeAnswer<'coding.apply'>>();
  const more = ok({ codings: [row(1), row(4)] });
  const all = Promise.withResolvers<Answer>();
  const { codings } = await open(
    (near, asked) => (near ? (asked === 1 ? NEAR : more) : asked === 1 ? new Promise<Answer>(() => {}) : all.promise),
    () => answer.promise,
  );
  await until('those near are there', () => shown() === '1');
  act(() => void codings()?.apply({ start: 4, end: 9 }, [1]));
  await until('the new one is there', () => /^1 -\d+$/.test(shown() ?? ''));
  await act(async () => answer.resolve(ok({ codingIds: [4] }, ['coding'])));
  await until('it has a number of its own, before all have been read', () => shown() === '1 4');
  all.resolve(ok({ codings: [row(1), row(2), row(4)] }));
  await until('all are there', () => shown() === '1 2 4');
});

test('one that is refused goes again', async () => {
  const { codings } = await open(
    (near, asked) => (near ? NEAR : asked === 1 ? new Promise<Answer>(() => {}) : ALL),
    async () => ({ ok: false, error: { code: 'conflict', message: 'the text changed' } }),
  );
  await until('those near are there', () => shown() === '1');
  await act(async () => void (await codings()?.apply({ start: 4, end: 9 }, [1])));
  await until('all are there, without it', () => shown() === '1 2 3');
});
