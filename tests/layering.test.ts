// The "may import" table of the house, as data: what each room may take from the others and from outside. Every import in every file is
// held to it; a room that is not in the table fails.

import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Room = {
  readonly may: readonly string[];
  /** Only as types, so that nothing of it runs there. */
  readonly mayTypes?: readonly string[];
  readonly node?: true;
};

const ROOMS: Readonly<Record<string, Room>> = {
  'src/domain': { may: [] },
  'src/analysis': { may: ['src/domain'] },
  'src/charts': { may: ['src/domain'] },
  'src/contract': { may: ['src/domain'] },
  'src/store': { may: ['src/domain'], node: true },
  'src/formats': { may: ['src/domain', 'src/charts'], node: true },
  'src/core': { may: ['src/domain', 'src/analysis', 'src/charts', 'src/contract', 'src/store', 'src/formats'], node: true },
  'src/hosts': { may: ['src/domain', 'src/contract', 'src/core'], node: true },
  electron: { may: ['src/domain', 'src/contract', 'src/core', 'src/hosts'], node: true },
  renderer: { may: ['src/domain', 'src/charts'], mayTypes: ['src/contract'] },
};

/** Libraries that only some files may name; the first that fits decides. What is not here is free for the rooms that may use node, and for the window. */
const LIBRARIES: readonly { readonly library: RegExp; readonly only: RegExp }[] = [
  { library: /^zod$/, only: /^src\/contract\/operation\.ts$/ },
  { library: /^better-sqlite3$/, only: /^src\/store\// },
  { library: /^electron$/, only: /^electron\// },
  { library: /^(?:@lexical\/.+|lexical)$/, only: /^renderer\/editor\// },
  { library: /^d3(?:-.+)?$/, only: /^src\/charts\// },
  {
    library:
      /^(?:react|react-dom|react-i18next|react-aria-components|i18next|@tanstack\/.+|lucide-react|@fontsource-variable\/.+)(?:\/.+)?$/,
    only: /^renderer\//,
  },
];

/** Room by room the libraries at all: a pure room has none of its own but these. */
const PURE: Readonly<Record<string, RegExp>> = {
  'src/domain': /^$/,
  'src/analysis': /^$/,
  'src/charts': /^d3(?:-.+)?$/,
  'src/contract': /^zod$/,
  'src/formats': /^(?:saxes|unpdf|yauzl)$/,
};

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'electron', 'renderer']
  .flatMap((folder) => walk(join(root, folder)))
  .map((file) => relative(root, file).split(sep).join('/'));
/** Scripts that build the window: they run in Node, and nothing of the window imports them. */
const BUILD = /^(?:renderer|electron)\/vite[.-][\w.-]+\.ts$/;
const imports = files
  .filter((file) => !BUILD.test(file))
  .flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));

type Import = { readonly file: string; readonly from: string; readonly typeOnly: boolean };

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return walk(path);
    return /\.(?:[cm]?[jt]sx?)$/.test(entry.name) ? [path] : [];
  });
}

/** Every import and re-export of a file, also those that are called, and those that only appear in a type. */
function importsOf(file: string, source: string): Import[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
  const found: Import[] = [];
  for (const match of code.matchAll(
    /(?:^|[;\n])\s*(import|export)\s+(type\s+)?((?:[\w*\s{},$]|type\s)*?)\s*from\s*['"]([^'"]+)['"]/g,
  )) {
    const names = /^\{([\s\S]*)\}$/.exec((match[3] ?? '').trim())?.[1];
    const allTypes = names?.split(',').every((one) => one.trim() === '' || /^\s*type\s/.test(one)) ?? false;
    found.push({ file, from: match[4] ?? '', typeOnly: match[2] !== undefined || (allTypes && names?.trim() !== '') });
  }
  for (const match of code.matchAll(/(?:^|[;\n])\s*import\s*['"]([^'"]+)['"]/g))
    found.push({ file, from: match[1] ?? '', typeOnly: false });
  for (const match of code.matchAll(/(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)) {
    found.push({
      file,
      from: match[2] ?? '',
      typeOnly: match[1] !== undefined || /^\s*(?:\)\.|\.)?[A-Z]/.test(code.slice((match.index ?? 0) + match[0].length)),
    });
  }
  for (const match of code.matchAll(/\brequire\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ file, from: match[1] ?? '', typeOnly: false });
  return found;
}

function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'src' ? `src/${second}` : top;
}

/** What an import breaks, in words; null when it may be. */
function offence({ file, from, typeOnly }: Import): string | null {
  const room = ROOMS[roomOf(file)];
  if (!room) return `${file} is in a room that the table does not know`;
  if (!from.startsWith('.')) return libraryOffence(file, from, room, typeOnly);
  const target = posix.normalize(posix.join(dirname(file), from));
  const other = roomOf(target);
  if (other === roomOf(file) || target === 'package.json') return null;
  if (room.may.includes(other) || (typeOnly && room.mayTypes?.includes(other))) return null;
  return `${file} may not import ${target}${typeOnly ? ' (type)' : ''}`;
}

function libraryOffence(file: string, from: string, room: Room, typeOnly: boolean): string | null {
  const isNode = from.startsWith('node:') || builtinModules.includes(from);
  if (isNode) return room.node ? null : `${file} may not import ${from}`;
  const rule = LIBRARIES.find(({ library }) => library.test(from));
  if (rule && !rule.only.test(file)) return `${file} may not import ${from}`;
  const pure = PURE[roomOf(file)];
  return pure && !pure.test(from) && !typeOnly ? `${file} is in a pure room and may not import ${from}` : null;
}

describe('the rooms', () => {
  it('are those of the table, and every one has work in it', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('import from each other, and from outside, what the table allows and nothing else', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.map(offence).filter((words) => words !== null)).toEqual([]);
  });

  it('nothing imports a script that builds', () => {
    expect(imports.filter(({ from }) => /\/vite[.-]/.test(from))).toEqual([]);
  });

  it('each restricted library is used where it belongs', () => {
    for (const name of ['zod', 'better-sqlite3', 'electron', 'lexical', 'd3', 'react']) {
      expect(
        imports.some(({ from }) => from === name || from.startsWith(`${name}/`)),
        name,
      ).toBe(true);
    }
  });

  it('do not go round: no room imports one that imports it', () => {
    const graph = new Map(Object.entries(ROOMS).map(([room, { may }]) => [room, may]));
    const reaches = (from: string, seen: readonly string[] = []): readonly string[] =>
      (graph.get(from) ?? []).flatMap((next) => (seen.includes(next) ? [next] : [next, ...reaches(next, [...seen, next])]));
    for (const room of graph.keys()) expect(reaches(room)).not.toContain(room);
  });
});

describe('the test itself', () => {
  it.each([
    ["import { z } from 'zod';", 'src/core/x.ts', 'may not import zod'],
    ["import type { z } from 'zod';", 'renderer/x.ts', 'may not import zod'],
    ["import { x } from '../store/x.ts';", 'src/domain/x.ts', 'may not import src/store/x.ts'],
    ["const x = await import('../core/x.ts');", 'src/formats/x.ts', 'may not import src/core/x.ts'],
    ["import {\n  contract,\n} from '../src/contract/index.ts';", 'renderer/x.tsx', 'may not import src/contract/index.ts'],
    ["import { type A, b } from '../src/contract/index.ts';", 'renderer/x.tsx', 'may not import src/contract/index.ts'],
    ["export * from '../src/core/x.ts';", 'renderer/x.ts', 'may not import src/core/x.ts'],
    ["import '../src/store/x.ts';", 'renderer/x.ts', 'may not import src/store/x.ts'],
    ["import { readFileSync } from 'node:fs';", 'src/analysis/x.ts', 'may not import node:fs'],
    ["import fs from 'fs';", 'renderer/x.ts', 'may not import fs'],
    ["const d = require('better-sqlite3');", 'src/core/x.ts', 'may not import better-sqlite3'],
    ["import { x } from 'lodash';", 'src/domain/x.ts', 'pure room'],
    ["import { x } from './y.ts';", 'src/secret/x.ts', 'does not know'],
  ])('sees %j in %s', (source, file, words) => {
    expect(importsOf(file, source).map(offence)).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ["import type { Input } from '../src/contract/index.ts';", 'renderer/x.ts'],
    ["import { type Input, type Output } from '../src/contract/index.ts';", 'renderer/x.ts'],
    ["type C = typeof import('../src/contract/index.ts');", 'renderer/x.ts'],
    ["import { h } from '../domain/markup.ts';\n// import { z } from 'zod';", 'src/charts/x.ts'],
    ["import { mean } from 'd3';", 'src/charts/x.ts'],
  ])('lets %j in %s be', (source, file) => {
    expect(importsOf(file, source).map(offence)).toEqual([null]);
  });
});
