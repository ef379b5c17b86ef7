// The person's settings and recent projects: one small file in the settings folder, outside any project.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSafely } from './files.ts';

export type Settings = {
  readonly language: 'nl' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  /** Of what people said, in px. */
  readonly textSize: number;
  readonly face: 'serif' | 'sans' | 'clear';
  /** The keys of a command by its name, where the person changed them; none: it has no key. */
  readonly keys: Keys;
  readonly coder: string;
  readonly recent: readonly Recent[];
  /** Paths of projects that the person took off the list of the start screen. */
  readonly forgotten: readonly string[];
};
export type Keys = Readonly<Record<string, string[]>>;
export type Recent = { readonly path: string; readonly openedAt: string; readonly name?: string };

const DEFAULTS: Settings = {
  language: 'nl',
  theme: 'system',
  textSize: 17,
  face: 'serif',
  keys: {},
  coder: 'Codeur 1',
  recent: [],
  forgotten: [],
};
const MOST_RECENT = 20;
const MOST_FORGOTTEN = 500;

export function readSettings(folder: string): Settings {
  const path = join(folder, 'settings.json');
  if (!existsSync(path)) return DEFAULTS;
  try {
    return toSettings(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // A damaged settings file costs the list of recent projects, never a project: go on with the defaults.
    return DEFAULTS;
  }
}

export function writeSettings(folder: string, settings: Settings): void {
  writeFileSafely(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

/** With this project on top of the recent ones, and on the list again. */
export function withRecent(settings: Settings, recent: Recent): Settings {
  return {
    ...settings,
    recent: [recent, ...settings.recent.filter((other) => other.path !== recent.path)].slice(0, MOST_RECENT),
    forgotten: settings.forgotten.filter((path) => path !== recent.path),
  };
}

export function withoutRecent(settings: Settings, path: string): Settings {
  const forgotten = [path, ...settings.forgotten.filter((other) => other !== path)].slice(0, MOST_FORGOTTEN);
  return { ...settings, recent: settings.recent.filter((other) => other.path !== path), forgotten };
}

function toSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULTS;
  const given = value as Record<string, unknown>;
  const pick = <T extends string>(key: string, allowed: readonly T[], fallback: T): T =>
    allowed.find((option) => option === given[key]) ?? fallback;
  const recent = Array.isArray(given.recent)
    ? given.recent.filter((r): r is Recent => typeof r?.path === 'string' && typeof r?.openedAt === 'string')
    : [];
  const size = Number(given.textSize);
  return {
    language: pick('language', ['nl', 'en'], DEFAULTS.language),
    theme: pick('theme', ['system', 'light', 'dark'], DEFAULTS.theme),
    textSize: Number.isInteger(size) && size >= 15 && size <= 21 ? size : DEFAULTS.textSize,
    face: pick('face', ['serif', 'sans', 'clear'], DEFAULTS.face),
    keys: toKeys(given.keys),
    coder: typeof given.coder === 'string' && given.coder.trim() !== '' ? given.coder.slice(0, 200) : DEFAULTS.coder,
    recent: recent.slice(0, MOST_RECENT),
    forgotten: isTexts(given.forgotten) ? given.forgotten.slice(0, MOST_FORGOTTEN) : [],
  };
}

function toKeys(value: unknown): Keys {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, keys]) => {
      const fits = name.length <= 60 && isTexts(keys) && keys.length <= 4 && keys.every((key) => key !== '' && key.length <= 40);
      return fits ? [[name, keys]] : [];
    }),
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
