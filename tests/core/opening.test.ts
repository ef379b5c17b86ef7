// Which project a call is meant for: a change that comes late, when another project is open, is refused. And projects that can't be written.

import { chmodSync, copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/contract/index.ts';
import type { Engine } from '../../src/core/engine.ts';
import { startOwner } from '../helpers/processes.ts';
import { openProjects } from '../helpers/project.ts';

const projects = await openProjects();

async function openingOf(engine: Engine): Promise<string> {
  const answer = await engine.call('workbench.get', {});
  if (!answer.ok) throw new Error(answer.error.message);
  return (answer.value as Output<'workbench.get'>).open?.opening ?? '';
}

describe('a change', () => {
  it('meant for another project is refused, and nothing is changed', async () => {
    const engine = await projects.engine();
    const [a, b] = [await projects.samplePath(), await projects.samplePath()];
    await engine.open(a, { remember: false });
    const first = await openingOf(engine);
    expect(await engine.call('code.create', { name: 'mag' }, { opening: first })).toMatchObject({ ok: true });
    await engine.open(b, { remember: false });
    expect(await openingOf(engine)).not.toBe(first);
    for (const [name, input] of [
      ['code.create', { name: 'mag niet' }],
      ['history.undo', {}],
      ['position.set', { key: 'place', value: 1 }],
    ] as const) {
      expect(await engine.call(name, input, { opening: first })).toMatchObject({
        ok: false,
        error: { code: 'conflict', at: 'opening' },
      });
    }
    expect(await engine.call('history.list', {}, { opening: first })).toMatchObject({ value: { entries: [] } });
    await engine.call('workbench.close', {});
    expect(await engine.call('code.create', { name: 'x' }, { opening: first })).toMatchObject({ error: { code: 'conflict' } });
  });

  it('meant for this project is done, also after it was closed and opened again', async () => {
    const engine = await projects.engine();
    const path = await projects.samplePath();
    await engine.open(path, { remember: false });
    const opening = await openingOf(engine);
    await engine.close();
    await engine.open(path, { remember: false });
    expect(await engine.call('code.create', { name: 'mag' }, { opening })).toMatchObject({ ok: true });
  });
});

describe('a switch that fails', () => {
  it('tells the windows when it left no project open', async () => {
    const engine = await projects.engine();
    const path = await projects.samplePath();
    await engine.open(path, { remember: false });
    const events: unknown[] = [];
    engine.subscribe((event) => events.push(event));
    expect(await engine.open(join(projects.folder, 'nergens.draad'))).toMatchObject({ ok: false });
    expect(events).toEqual([]);
    expect(await openingOf(engine)).not.toBe('');
  });
});

describe('a project that can’t be written', () => {
  const asNobody = process.getuid?.() === 0 ? 65_534 : undefined;

  it.skipIf(process.platform === 'win32')('opens to be read, says why, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alleen-lezen-'));
    const path = join(folder, 'p.draad');
    copyFileSync(await projects.samplePath(), path);
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    try {
      const owner = await startOwner(path, folder, asNobody);
      expect(owner.opened).toMatchObject({ ok: true });
      expect(await owner.ask('project.get', {})).toMatchObject({
        value: { readOnly: true, readOnlyWhy: 'not-writable', counts: { interviews: 16 } },
      });
      expect(await owner.ask('search.text', { query: 'slapen' })).toMatchObject({ ok: true });
      expect(await owner.ask('code.create', { name: 'x' })).toMatchObject({ ok: false, error: { code: 'not-writable' } });
      expect(await owner.ask('project.check', {})).toMatchObject({ value: { ok: true } });
      await owner.close();
      expect(readdirSync(folder)).toEqual(['p.draad']);
    } finally {
      chmodSync(folder, 0o755);
      rmSync(folder, { recursive: true });
    }
  });
});
