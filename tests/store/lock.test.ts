// One process owns a project. Shown with real processes, one of which is killed.

import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { takeLock } from '../../src/store/lock.ts';
import { start, startOwner } from '../helpers/processes.ts';
import { openProjects, withCode } from '../helpers/project.ts';

const projects = await openProjects();

it('a second process can read what the owner writes, and is refused to write, until the owner is killed', async () => {
  const path = await projects.samplePath();
  const owner = await startOwner(path, projects.folder);
  expect(owner.opened.ok).toBe(true);

  const engine = await projects.engine();
  expect(await engine.open(path, { remember: false })).toMatchObject({ ok: true });
  expect(await engine.call('project.get', {})).toMatchObject({ value: { readOnly: true } });
  for (const [name, input] of [
    ['code.create', { name: 'nieuw' }],
    ['history.undo', {}],
    ['position.set', { key: 'place', value: 1 }],
  ] as const) {
    expect(await engine.call(name, input)).toMatchObject({ ok: false, error: withCode('in-use') });
  }

  expect(await owner.ask('project.rename', { name: 'Van de eigenaar' })).toMatchObject({ ok: true });
  expect(await engine.call('project.get', {})).toMatchObject({ value: { name: 'Van de eigenaar', readOnly: true } });

  await owner.kill();
  expect(await engine.open(path, { remember: false })).toMatchObject({ ok: true });
  expect(await engine.call('project.get', {})).toMatchObject({ value: { name: 'Van de eigenaar', readOnly: false } });
  expect(await engine.call('code.create', { name: 'nieuw' })).toMatchObject({ ok: true });
  expect(await engine.call('project.check', {})).toMatchObject({ value: { ok: true } });
});

it('an owner that closes leaves the project to the next, and nothing beside it', async () => {
  const path = await projects.samplePath();
  const owner = await startOwner(path, projects.folder);
  await owner.close();
  const next = await startOwner(path, projects.folder);
  expect(await next.ask('project.get', {})).toMatchObject({ value: { readOnly: false } });
  await next.close();
  const name = basename(path);
  expect(readdirSync(dirname(path)).filter((file) => file.includes(name))).toEqual([name]);
});

it('the same process that opens its own project again still owns it', async () => {
  const { engine, path, ask } = await projects.sample();
  expect(await engine.open(path, { remember: false })).toMatchObject({ ok: true });
  expect((await ask('project.get', {})).readOnly).toBe(false);
  await ask('code.create', { name: 'nieuw' });
});

it('a lock that is taken is not taken again, and can be once it is given back', () => {
  const path = join(projects.folder, 'locked');
  const lock = takeLock(path);
  expect(lock).not.toBeNull();
  expect(takeLock(path)).toBeNull();
  lock?.release();
  const again = takeLock(path);
  expect(again).not.toBeNull();
  again?.release();
  expect(existsSync(join(projects.folder, '.locked.lock'))).toBe(false);
});

it.each([
  ['nothing', ''],
  ['zeros, as after a power cut', '\0'.repeat(4096)],
  ['anything', 'x'.repeat(5000)],
])('a lock file that was left behind with %s in it keeps nobody out', (_what, content) => {
  const path = join(projects.folder, 'left');
  writeFileSync(join(projects.folder, '.left.lock'), content);
  const lock = takeLock(path);
  expect(lock).not.toBeNull();
  lock?.release();
});

it('three processes that take it and give it back as fast as they can never have it at once', async () => {
  const path = join(projects.folder, 'contested');
  const takers = Array.from({ length: 3 }, () => start('lock-taker.ts', [path, '400']));
  const results = await Promise.all(
    takers.map(async (taker) => {
      const [said] = await Promise.all([text(taker.stdout!), once(taker, 'exit')]);
      return JSON.parse(said) as { taken: number; met: number };
    }),
  );
  expect(results.map((result) => result.met)).toEqual([0, 0, 0]);
  for (const result of results) expect(result.taken).toBeGreaterThan(0);
});
