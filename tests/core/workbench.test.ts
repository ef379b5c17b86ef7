// The start screen: settings, the projects at hand, the sample, and opening one of them.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../src/contract/index.ts';
import { readTextFile, toFileName, writeFileSafely } from '../../src/core/files.ts';
import { startOwner } from '../helpers/processes.ts';
import { fixtures, openProjects, withCode } from '../helpers/project.ts';

const projects = await openProjects();

/** An engine with folders of its own. */
async function start(coder?: string) {
  const home = mkdtempSync(join(projects.folder, 'home-'));
  const folders = { projects: join(home, 'Rode Draad'), settings: join(home, 'settings'), sample: fixtures };
  const engine = await projects.engine({ folders, coder });
  const get = async (): Promise<Output<'workbench.get'>> => {
    const answer = await engine.call('workbench.get', {});
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value as Output<'workbench.get'>;
  };
  return { home, folders, engine, get, again: (other?: string) => projects.engine({ folders, coder: other }) };
}

describe('the start screen', () => {
  it('shows at first no projects, the settings as they come, and how large the sample is', async () => {
    const { get, folders } = await start();
    expect(await get()).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      settings: { language: 'nl', coder: 'Codeur 1', theme: 'system', textSize: 17, face: 'serif', keys: {} },
      folder: folders.projects,
      open: null,
      projects: [],
      sampleInterviews: 16,
    });
  });

  it('lists the projects in the folder and those opened lately elsewhere, and opens one by its key', async () => {
    const { engine, get, home, folders } = await start();
    await engine.call('workbench.create', { name: 'Moeders / vaders: 2026' });
    await engine.call('position.set', { key: 'place', value: 'DH-01' });
    await engine.call('workbench.create', { name: 'Moeders / vaders: 2026' });
    await engine.create(join(home, 'elders.draad'), 'Elders');
    await engine.call('workbench.close', {});
    writeFileSync(join(folders.projects, 'kapot.draad'), 'geen project');
    writeFileSync(join(folders.projects, 'lees mij.txt'), 'tekst');
    const before = readdirSync(folders.projects).sort();
    expect(before).toEqual(
      ['Moeders - vaders- 2026 (2).draad', 'Moeders - vaders- 2026.draad', 'kapot.draad', 'lees mij.txt'].sort(),
    );
    const { projects: listed, open } = await get();
    expect(open).toBeNull();
    expect(listed.map((project) => [project.name, project.place]).sort()).toEqual([
      ['Elders', null],
      ['Moeders / vaders: 2026', null],
      ['Moeders / vaders: 2026', '"DH-01"'],
    ]);
    expect(JSON.stringify(listed)).not.toContain('elders.draad');
    expect(readdirSync(folders.projects).sort(), 'looking leaves nothing behind').toEqual(before);
    const elders = listed.find((project) => project.name === 'Elders');
    expect(await engine.call('workbench.open', { key: elders?.key })).toMatchObject({ ok: true });
    expect((await get()).open).toMatchObject({ name: 'Elders', readOnly: false, sample: false });
    expect(await engine.call('workbench.open', { key: 'made up' })).toMatchObject({ ok: false, error: withCode('not-found') });
    expect((await get()).open?.name).toBe('Elders');
  });

  it('keeps language, theme and coder over a restart', async () => {
    const { engine, again } = await start();
    expect(await engine.call('workbench.settings', { language: 'en', theme: 'dark', coder: ' Fleur ' })).toMatchObject({
      ok: true,
    });
    expect(await engine.call('workbench.settings', { language: 'fy' })).toMatchObject({
      ok: false,
      error: withCode('invalid-input'),
    });
    expect(await engine.call('workbench.settings', { coder: ' ' })).toMatchObject({
      ok: false,
      error: withCode('invalid-input'),
    });
    expect(await (await again()).call('workbench.get', {})).toMatchObject({
      value: { settings: { language: 'en', theme: 'dark', coder: 'Fleur' } },
    });
  });

  it('goes on with settings as they come when the file is damaged', async () => {
    const { folders, again } = await start();
    mkdirSync(folders.settings, { recursive: true });
    for (const content of ['{', 'null', '[]', '{"language":7,"coder":"  ","recent":[1,{"path":3},null]}']) {
      writeFileSync(join(folders.settings, 'settings.json'), content);
      expect(await (await again()).call('workbench.get', {})).toMatchObject({
        value: { settings: { language: 'nl', coder: 'Codeur 1' }, projects: [] },
      });
    }
  });

  it('has a coder for one run who never gets into the settings', async () => {
    const { engine, again, get, home } = await start('Bas');
    await engine.create(join(home, 'a.draad'), 'A');
    await engine.call('workbench.settings', { theme: 'light' });
    expect((await get()).settings.coder).toBe('Bas');
    expect(await (await again()).call('workbench.get', {})).toMatchObject({
      value: { settings: { coder: 'Codeur 1', theme: 'light' } },
    });
    await engine.call('workbench.settings', { coder: 'Fleur' });
    expect((await get()).settings.coder).toBe('Fleur');
  });
});

describe('opening', () => {
  it('keeps among the recent projects what another program opened meanwhile', async () => {
    const { engine, again, get, home } = await start();
    const other = await again();
    await engine.create(join(home, 'a.draad'), 'A');
    await other.create(join(home, 'b.draad'), 'B');
    await engine.create(join(home, 'c.draad'), 'C');
    expect((await get()).projects.map((project) => project.name).sort()).toEqual(['A', 'B', 'C']);
    expect((await get()).projects).toHaveLength(3);
  });

  it('works where settings can’t be kept', async () => {
    const { engine, folders, home } = await start();
    writeFileSync(folders.settings, 'a file where the folder should be');
    expect(await engine.create(join(home, 'a.draad'), 'A')).toMatchObject({ ok: true });
    expect(await engine.call('code.create', { name: 'slapen' })).toMatchObject({ ok: true });
    expect(await engine.call('workbench.settings', { theme: 'dark' })).toMatchObject({
      ok: false,
      error: withCode('not-writable'),
    });
    expect(projects.log.splice(0)).toEqual([expect.stringContaining('recent projects')]);
  });

  it('what is no project leaves the one that is open open', async () => {
    const { engine, home, get } = await start();
    await engine.create(join(home, 'a.draad'), 'A');
    writeFileSync(join(home, 'tekst.draad'), 'tekst '.repeat(200));
    expect(await engine.open(join(home, 'tekst.draad'))).toMatchObject({ ok: false, error: withCode('not-a-project') });
    expect(await engine.open(join(home, 'geen.draad'))).toMatchObject({ ok: false, error: withCode('not-found') });
    expect(await engine.open(home)).toMatchObject({ ok: false, error: withCode('not-a-project') });
    expect(await engine.create(join(home, 'a.draad'), 'B')).toMatchObject({ ok: false, error: withCode('conflict') });
    expect(await engine.create(join(home, 'tekst.draad', 'b.draad'), 'B')).toMatchObject({
      ok: false,
      error: withCode('not-writable'),
    });
    for (const name of ['', '  ', 'x'.repeat(201)])
      expect(await engine.create(join(home, 'b.draad'), name)).toMatchObject({ ok: false, error: withCode('invalid-input') });
    expect((await get()).open?.name).toBe('A');
    expect(await engine.call('code.create', { name: 'slapen' })).toMatchObject({ ok: true });
    expect(readdirSync(home).filter((file) => /^\.?(b|tekst)\.draad.+/.test(file))).toEqual([]);
  });

  it('by a link opens the same project, once', async () => {
    const { engine, home, get } = await start();
    await engine.create(join(home, 'a.draad'), 'A');
    symlinkSync(join(home, 'a.draad'), join(home, 'link.draad'));
    expect(await engine.open(join(home, 'link.draad'))).toMatchObject({ ok: true });
    expect((await get()).open).toMatchObject({ name: 'A', readOnly: false });
    expect((await get()).projects).toHaveLength(1);
  });
});

describe('the sample', () => {
  it('is made once, kept with what the person did in it, and thrown away only when asked', { timeout: 60_000 }, async () => {
    const { engine, get } = await start();
    expect(await engine.call('workbench.openSample', {})).toMatchObject({ ok: true });
    expect((await get()).open).toMatchObject({ name: 'Eerste 1.000 dagen (voorbeeld)', readOnly: false, sample: true });
    expect(await engine.call('history.undo', {})).toMatchObject({ value: { entry: null } });
    expect(await engine.call('project.check', {})).toMatchObject({ value: { ok: true } });
    await engine.call('code.create', { name: 'van mij' });
    await engine.call('workbench.openSample', {});
    const names = async () => {
      const answer = await engine.call('code.list', {});
      return answer.ok ? (answer.value as Output<'code.list'>).codes.map((code) => code.name) : [];
    };
    expect(await names()).toContain('van mij');
    await engine.call('workbench.openSample', { reset: true });
    expect(await names()).not.toContain('van mij');
    expect((await get()).projects).toHaveLength(1);
  });

  it('stopped half-way is not there, and the old one stays', { timeout: 60_000 }, async () => {
    const { engine, get, folders } = await start();
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    expect(await engine.call('workbench.openSample', {}, { signal: stop.signal, onProgress })).toMatchObject({
      ok: false,
      error: withCode('cancelled'),
    });
    expect((await get()).projects).toEqual([]);
    expect(readdirSync(folders.projects)).toEqual([]);
    await engine.call('workbench.openSample', {});
    await engine.call('code.create', { name: 'van mij' });
    const again = new AbortController();
    await engine.call('workbench.openSample', { reset: true }, { signal: again.signal, onProgress: () => again.abort() });
    await engine.call('workbench.openSample', {});
    expect(JSON.stringify(await engine.call('code.list', {}))).toContain('van mij');
  });

  it('in use by another process is not thrown away under its hands', { timeout: 60_000 }, async () => {
    const { engine, folders, home } = await start();
    await engine.call('workbench.openSample', {});
    await engine.call('workbench.close', {});
    const [file = ''] = readdirSync(folders.projects);
    const owner = await startOwner(join(folders.projects, file), home);
    expect(await engine.call('workbench.openSample', { reset: true })).toMatchObject({ ok: false, error: withCode('in-use') });
    expect(await owner.ask('code.create', { name: 'van de ander' })).toMatchObject({ ok: true });
    expect(await engine.call('workbench.openSample', {})).toMatchObject({ ok: true });
    expect(await engine.call('code.create', { name: 'x' })).toMatchObject({ ok: false, error: withCode('in-use') });
    await owner.close();
  });
});

describe('files that go out', () => {
  it.each([
    ['Moeders / vaders: 2026?', 'Moeders - vaders- 2026-'],
    ['con', 'project con'],
    [' .. ', 'project'],
    ['a.b. ', 'a.b'],
    ['zoe\u0308', 'zoë'],
    [`${'x'.repeat(99)}\u{1f44d}`, 'x'.repeat(99)],
    [`${'x'.repeat(99)}. en meer`, 'x'.repeat(99)],
    ['tab\tnul\0', 'tab-nul-'],
  ])('are named safely: %j as %j', (title, name) => {
    expect(toFileName(title)).toBe(name);
    expect(toFileName(title).isWellFormed()).toBe(true);
  });

  it('are whole or not there, and what can’t be written is said in words', () => {
    const folder = mkdtempSync(join(projects.folder, 'out-'));
    const path = join(folder, 'diep', 'rapport.html');
    writeFileSafely(path, 'eerst');
    writeFileSafely(path, new TextEncoder().encode('toen'));
    expect(readFileSync(path, 'utf8')).toBe('toen');
    expect(readTextFile(path)).toBe('toen');
    expect(() => writeFileSafely(join(path, 'x'), 'a')).toThrow(expect.objectContaining({ code: 'not-writable' }));
    expect(() => writeFileSafely(join(folder, 'diep'), 'a')).toThrow(expect.objectContaining({ code: 'not-writable' }));
    expect(readdirSync(join(folder, 'diep'))).toEqual(['rapport.html']);
    expect(existsSync(join(folder, 'diep', 'rapport.html'))).toBe(true);
    expect(() => readTextFile(join(folder, 'geen'))).toThrow(expect.objectContaining({ code: 'not-found' }));
    writeFileSync(path, Buffer.from([0, 1, 2, 3, 0, 0, 0, 255]));
    expect(() => readTextFile(path)).toThrow(expect.objectContaining({ code: 'refused' }));
  });
});
