// The files a window may ask for, by path: a map made when the renderer was built. A path that is not in it does not exist, so
// there is no path to climb out of the folder with.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type PageFile = { readonly file: string; readonly mime: string };
export type PageFiles = {
  /** The bytes and type of a path such as `/assets/main-x.js`; null when the map has no such path. */
  readonly read: (path: string) => Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly mime: string } | null>;
};

export const manifestName = 'files.json';

/** Reads the map in a folder made by `npm run build`; throws an Error with a sentence when it is not there or names a file outside. */
export async function openPageFiles(folder: string): Promise<PageFiles> {
  const files = parseManifest(await readManifest(folder));
  return {
    async read(path) {
      const found = files.get(path === '/' ? '/index.html' : path);
      return found ? { body: await readFile(join(folder, found.file)), mime: found.mime } : null;
    },
  };
}

async function readManifest(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, manifestName), 'utf8');
  } catch {
    throw new Error(`The window has not been built (no ${manifestName} in ${folder}): run \`npm run build\`.`);
  }
}

function parseManifest(text: string): ReadonlyMap<string, PageFile> {
  const entries = Object.entries(JSON.parse(text) as Record<string, PageFile>);
  for (const [path, { file }] of entries) {
    const plain = /^[\w.-]+(\/[\w.-]+)*$/.test(file) && !file.split('/').includes('..');
    if (!plain || path !== `/${file}`) throw new Error(`The map of window files names something odd: ${path}`);
  }
  return new Map(entries);
}
