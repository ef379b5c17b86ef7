// The person's settings and recent projects: one small file in the settings folder, outside any project.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileSafely } from './files.ts';

export type Settings = {
  readonly language: 'nl' | 'en';
  readonly theme: 'system' | 'light' | 'dark';
  readonly coder: string;
  readonly recent: readonly Recent[];
};
export type Recent = { readonly path: string; readonly openedAt: string };

const DEFAULTS: Settings = { language: 'nl', theme: 'system', coder: 'Codeur 1', recent: [] };
const MOST_RECENT = 20;

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

export function withRecent(settings: Settings, recent: Recent): Settings {
  return {
    ...settings,
    recent: [recent, ...settings.recent.filter((other) => other.path !== recent.path)].slice(0, MOST_RECENT),
  };
}

function toSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null) return DEFAULTS;
  const given = value as Record<string, unknown>;
  const pick = <T extends string>(key: string, allowed: readonly T[], fallback: T): T =>
    allowed.find((option) => option === given[key]) ?? fallback;
  const recent = Array.isArray(given.recent)
    ? given.recent.filter((r): r is Recent => typeof r?.path === 'string' && typeof r?.openedAt === 'string')
    : [];
  return {
    language: pick('language', ['nl', 'en'], DEFAULTS.language),
    theme: pick('theme', ['system', 'light', 'dark'], DEFAULTS.theme),
    coder: typeof given.coder === 'string' && given.coder.trim() !== '' ? given.coder.slice(0, 200) : DEFAULTS.coder,
    recent: recent.slice(0, MOST_RECENT),
  };
}
