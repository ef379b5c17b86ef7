// The command as it is really run: a process with pipes, a keyboard that says Ctrl-C, and sometimes an old Node.

import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Output } from '../../../src/contract/index.ts';
import { ask, bin, ended, homeFolder, run, start } from './run.ts';

const home = await homeFolder();

describe('the command', () => {
  it('prints what it prints in place, to the byte, and only that', { timeout: 60_000 }, async () => {
    const project = join(home, 'bytes.draad');
    expect(await ended(start(['new', project, '--json']))).toEqual({
      exit: 0,
      out: `${JSON.stringify({ project, name: 'bytes' })}\n`,
      err: '',
    });
    expect(await ended(start(['call', project, 'project.get', '{}']))).toEqual(await run('call', project, 'project.get', '{}'));
    expect(await ended(start(['check', join(home, 'none.draad')]))).toMatchObject({
      exit: 4,
      out: '',
      err: expect.stringMatching(/^rode-draad: There is no project at .*\n$/),
    });
    expect((await ended(start(['explode']))).exit).toBe(2);
  });

  it('takes words relative to where it is run', { timeout: 60_000 }, async () => {
    expect((await ended(start(['new', 'hier.draad'], home))).exit).toBe(0);
    expect(existsSync(join(home, 'hier.draad'))).toBe(true);
  });

  it('reads the input of `call` from a pipe, however slowly it comes', { timeout: 60_000 }, async () => {
    const project = join(home, 'pipe.draad');
    await ask('new', project);
    const child = start(['call', project, 'code.create', '-', '--coder', 'Fleur']);
    child.stdin?.write('{"name":');
    await wait(300);
    child.stdin?.end('"slapen"}');
    expect(await ended(child)).toEqual({ exit: 0, out: '{"id":1}\n', err: '' });
    const { entries } = await ask<Output<'history.list'>>('call', project, 'history.list', '{}');
    expect(entries[0]?.coder).toBe('Fleur');
  });

  it('ends without a word when who reads it has enough', { timeout: 60_000 }, async () => {
    const child = start(['--help']);
    child.stdout?.destroy();
    const chunks: string[] = [];
    child.stderr?.on('data', (chunk) => chunks.push(String(chunk)));
    await once(child, 'close');
    expect(chunks.join('')).toBe('');
  });

  it('stopped by Ctrl-C during an import has imported nothing', { timeout: 60_000 }, async () => {
    const project = join(home, 'stop.draad');
    await ask('new', project);
    const folder = join(home, 'many');
    mkdirSync(folder);
    const text = 'Een zin met woorden die niets te zeggen hebben, en nog wat meer. '.repeat(6000);
    for (let n = 0; n < 60; n++) writeFileSync(join(folder, `i-${n}.txt`), `${text}${n}`);
    const child = start(['import', project, folder, '--set', 'X', '--json']);
    // Once it has the project it has begun.
    while (!existsSync(join(home, '.stop.draad.lock'))) await wait(5);
    await wait(150);
    child.kill('SIGINT');
    const { exit, out, err } = await ended(child);
    expect([exit, JSON.parse(out)]).toEqual([4, { error: { code: 'cancelled', message: expect.any(String) } }]);
    expect(err).toMatch(/^rode-draad: Stopped; nothing was changed\n$/);
    expect((await ask<Output<'interview.list'>>('call', project, 'interview.list', '{}')).interviews).toEqual([]);
    expect((await ask<Output<'history.list'>>('call', project, 'history.list', '{}')).entries).toEqual([]);
    expect(await ask('check', project)).toEqual({ ok: true });
  });

  it('runs the main job from nothing to a report', { timeout: 120_000 }, async () => {
    const out = join(home, 'demo');
    const { exit, out: said, err } = await ended(start(['demo', '--out', out], home));
    expect([exit, err]).toEqual([0, '']);
    expect(said).toMatch(/16 interviews, 17 participants, 49 codes, 826 codings/);
    expect(said).toMatch(/Theme frequency: 16 interviews/);
    expect(said).toMatch(/Strongest co-occurrences/);
    expect(said).toMatch(/█/);
    const files = said
      .split('\n')
      .filter((line) => line.startsWith(`  ${out}`))
      .map((line) => line.trim());
    expect(files).toHaveLength(9);
    for (const file of files) expect(readFileSync(file).length).toBeGreaterThan(100);
    expect(await ask('check', join(out, 'demo.draad'))).toEqual({ ok: true });
  });
});

/** A Node on this machine that is too old, if there is one. */
function oldNode(): string | null {
  for (const node of ['/usr/bin/node', '/usr/bin/nodejs', '/usr/local/bin/node']) {
    if (!existsSync(node)) continue;
    const [major = 99, minor = 0] = execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' })
      .split('.')
      .map(Number);
    if (major < 22 || (major === 22 && minor < 18)) return node;
  }
  return null;
}

describe('an old Node', () => {
  const node = oldNode();

  it('is told so in a sentence', (test) => {
    if (!node) return test.skip('there is no Node older than 22.18 on this machine');
    const { status, stdout, stderr } = spawnSync(node, [bin, 'check', 'x'], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/^Rode Draad needs Node 22\.18 or newer, and this is Node \d+\.\d+\.\d+\. .*\n$/);
  });

  it('can read the file that says so: it is plain JavaScript without imports that run first', () => {
    const source = readFileSync(bin, 'utf8');
    expect(source).not.toMatch(/^\s*import\s/m);
    expect(source.indexOf('process.exit(4)')).toBeLessThan(source.indexOf("import('./main.ts')"));
  });
});
