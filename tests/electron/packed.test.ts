// Packs the app as for Linux, around a stand-in for Electron's binary, and looks inside: everything that is needed, nothing else, the
// fuses set; and what was packed runs under the double. The installers themselves are built by the workflow.

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extractAll, listPackage, statFile } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Double, startDouble } from '../helpers/electron-double/driver.ts';
import { callDesktop, project } from '../helpers/session.ts';
import { tempHome } from '../helpers/temp.ts';
import { buildIfNeeded } from '../tools/build.mjs';

const isLinux = process.platform === 'linux';
if (!isLinux) console.info('Skipped: packing around a stand-in works on Linux only; here the workflow packs the real thing.');

const run = promisify(execFile);
const tool = (name: string, ...args: string[]) =>
  run(process.execPath, [join(project, 'node_modules', name), ...args], {
    cwd: project,
    env: { ...process.env, ELECTRON_BUILDER_OFFLINE: 'true' },
  });

describe.runIf(isLinux)('the packed app', () => {
  let folder: string;
  let archive: string;
  let files: readonly string[];

  beforeAll(async () => {
    await buildIfNeeded();
    folder = await mkdtemp(join(await tempHome(), 'packed-'));
    const standIn = await makeStandIn(join(folder, 'stand-in'));
    await tool(
      'electron-builder/cli.js',
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${standIn}`,
      `-c.directories.output=${folder}`,
    );
    archive = join(folder, 'linux-unpacked', 'resources', 'app.asar');
    files = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('holds the bundles, the window, the migrations, the sample and the driver', () => {
    for (const needed of [
      '/package.json',
      '/dist/electron/main.mjs',
      '/dist/electron/core.mjs',
      '/dist/electron/reader.mjs',
      '/dist/electron/preload.cjs',
      '/dist/renderer/index.html',
      '/dist/renderer/files.json',
      '/fixtures/codebook.csv',
      '/node_modules/better-sqlite3/package.json',
    ]) {
      expect(files).toContain(needed);
    }
    expect(files.some((file) => /^\/migrations\/\d{4}-.+\.sql$/.test(file))).toBe(true);
    expect(files.filter((file) => file.endsWith('.woff2')).length).toBeGreaterThan(0);
  });

  it('holds no sources, tests, maps, tools, nor another Node', () => {
    const odd = files.filter((file) =>
      /\.(ts|tsx|map|c|cc|cpp|h|gyp)$|^\/(src|renderer|electron|tests|docs|out)(\/|$)|playwright|vitest|electron-builder|\/node-(linux|win|darwin)/.test(
        file,
      ),
    );
    expect(odd).toEqual([]);
    const modules = files.filter((file) => /^\/node_modules\/[^/]+$/.test(file));
    expect(modules).toEqual(['/node_modules/better-sqlite3']);
  });

  it('keeps only the driver’s eight libraries outside the archive', () => {
    const isUnpacked = (file: string) =>
      'unpacked' in statFile(archive, file.slice(1)) && !files.some((other) => other.startsWith(`${file}/`));
    const unpacked = files.filter(isUnpacked);
    expect(unpacked).toHaveLength(8);
    expect(unpacked.every((file) => file.endsWith('.node'))).toBe(true);
  });

  it('has its fuses set', async () => {
    const { stdout } = await tool('@electron/fuses/dist/bin.js', 'read', '--app', join(folder, 'linux-unpacked', 'rode-draad'));
    for (const off of [
      'RunAsNode',
      'EnableNodeOptionsEnvironmentVariable',
      'EnableNodeCliInspectArguments',
      'GrantFileProtocolExtraPrivileges',
    ])
      expect(stdout).toContain(`${off} is Disabled`);
    for (const on of ['EnableCookieEncryption', 'EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'])
      expect(stdout).toContain(`${on} is Enabled`);
  });

  it('runs: opens the sample from what was packed', async () => {
    const packed = join(folder, 'extracted');
    extractAll(archive, packed);
    const desktop: Double = await startDouble({
      main: join(packed, 'dist', 'electron', 'main.mjs'),
      home: join(folder, 'home'),
      packed,
    });
    const answer = JSON.parse(await callDesktop(desktop.page)('workbench.openSample', {}));
    expect(answer).toMatchObject({ ok: true });
    expect(await desktop.close()).toBe(0);
    expect(desktop.strays).toEqual([]);
  });
});

/** What electron-builder looks for in a distribution of Electron; the "binary" holds the fuses and nothing that runs. */
async function makeStandIn(folder: string): Promise<string> {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  const fuses = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8]), Buffer.from('1'.repeat(8))]);
  await writeFile(join(folder, 'electron'), Buffer.concat([Buffer.from('a stand-in for Electron '), fuses]), { mode: 0o755 });
  await writeFile(join(folder, 'version'), '45.4.1');
  await writeFile(join(folder, 'LICENSE'), '');
  for (const language of ['nl', 'en-US', 'de']) await writeFile(join(folder, 'locales', `${language}.pak`), '');
  return folder;
}
