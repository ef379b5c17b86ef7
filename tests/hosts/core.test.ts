// A core that dies is replaced, with the project it had; one that dies of its project, or keeps dying, is not replaced for ever. Calls
// are always answered.

import { afterEach, expect, it } from 'vitest';
import { type Core, type Lost, startCore } from '../../src/hosts/core.ts';
import { launchThread } from '../../src/hosts/web/thread.ts';

const small = new URL('../helpers/small/worker.ts', import.meta.url);
/** For what comes after a moment, on a machine that may be busy. */
const soon = { timeout: 15_000 };
let core: Core;
let losses: Lost[];

async function start(): Promise<void> {
  core = await startCore(() => launchThread({}, small));
  losses = [];
  core.onLost((lost) => void losses.push(lost));
}
afterEach(() => core.close());

const state = async () => {
  const answer = await core.call('state', {});
  return answer.ok ? (answer.value as { open: string | null }).open : answer.error.code;
};

it('opens the project again in a new core, once', async () => {
  await start();
  await core.open('/a/study.draad');
  expect(core.openPath()).toBe('/a/study.draad');
  expect(await core.call('die', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await state()).toBe('/a/study.draad');
  expect(core.openPath()).toBe('/a/study.draad');
  await core.call('die', {});
  expect(await state()).toBe(null);
  await expect.poll(() => losses, soon).toEqual([{ restarted: true }, { restarted: true }]);
});

it('gives up after three deaths in a minute, and still answers', async () => {
  await start();
  for (let time = 0; time < 3; time++) await core.call('die', {});
  expect(await state()).toBe('internal');
  await expect.poll(() => losses.at(-1), soon).toEqual({ restarted: false });
  expect(await core.open('/a/study.draad')).toMatchObject({ ok: false, error: { code: 'internal' } });
});

it('does not die for ever of a project that kills it', async () => {
  await start();
  expect(await core.open('/a/deadly.draad')).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await state()).toBe(null);
  expect(core.openPath()).toBe(null);
});

it('rejects when no core comes up at all', async () => {
  await start();
  await expect(startCore(() => launchThread({}, new URL('../helpers/small/events.ts', import.meta.url)))).rejects.toThrow(
    'stopped',
  );
});

it('answers what is asked after the end', async () => {
  await start();
  await core.close();
  expect(await core.call('echo', 1)).toMatchObject({ ok: false, error: { code: 'internal' } });
});
