// The map of the window's files: what is in it is served, and a map that names anything outside the folder is not opened at all.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPageFiles } from '../../src/hosts/page-files.ts';
import { tempHome } from '../helpers/temp.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(await tempHome(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const writeMap = (map: object) => writeFile(join(folder, 'files.json'), JSON.stringify(map));

it('gives the files it names, and nothing for any other path', async () => {
  await writeFile(join(folder, 'index.html'), '<p>é');
  await writeMap({ '/index.html': { file: 'index.html', mime: 'text/html' } });
  const files = await openPageFiles(folder);
  expect(Buffer.from((await files.read('/'))?.body ?? []).toString()).toBe('<p>é');
  expect((await files.read('/index.html'))?.mime).toBe('text/html');
  for (const path of ['/files.json', '/../index.html', 'index.html', '', '/__proto__', '/constructor'])
    expect(await files.read(path)).toBeNull();
});

it.each([
  ['a file above', '/../secret', '../secret'],
  ['a file above, deeper', '/a/../../secret', 'a/../../secret'],
  ['a whole path', '//etc/passwd', '/etc/passwd'],
  ['a path of Windows', '/C:\\secret', 'C:\\secret'],
  ['another file than its path says', '/index.html', 'secret.html'],
])('refuses a map that names %s', async (_what, path, file) => {
  await writeMap({ [path]: { file, mime: 'text/html' } });
  await expect(openPageFiles(folder)).rejects.toThrow('names something odd');
});

it('says what to do when the window was not built', async () => {
  await expect(openPageFiles(folder)).rejects.toThrow('run `npm run build`');
});
