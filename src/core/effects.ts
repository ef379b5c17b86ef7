// The world as a parameter: clock, folders, settings, log and the reader of transcripts come in here, with defaults.

import { randomInt } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReadFile } from '../domain/interview.ts';
import type { FileToRead } from '../formats/transcript.ts';
import { readTranscriptApart } from './reader.ts';

export type Effects = {
  /** Now, in ms since 1970. */
  readonly now: () => number;
  /** Where new projects are made and looked for, where settings are kept, and where the sample's fixtures are. */
  readonly folders: { readonly projects: string; readonly settings: string; readonly sample: string };
  /** Under whose name codings are made, when not that of the settings. */
  readonly coder: string | undefined;
  /** Reads one file into a transcript, away from the process that owns the project. */
  readonly readTranscript: (file: FileToRead, signal: AbortSignal | undefined) => Promise<ReadFile>;
  /**
   * Where the versions of a new text begin. Not the same in every project, so that a late call meant for another project is a `conflict`
   * and never lands in a text that happens to have the same id.
   */
  readonly newTextVersion: () => number;
  /** One line for the log; never a word of a transcript. */
  readonly log: (line: string) => void;
};

export function defaultEffects(): Effects {
  return {
    now: Date.now,
    coder: undefined,
    folders: {
      projects: join(homedir(), 'Documents', 'Rode Draad'),
      settings: settingsFolder(),
      sample: fileURLToPath(new URL('../../fixtures/', import.meta.url)),
    },
    readTranscript: readTranscriptApart,
    newTextVersion: () => randomInt(1, 2 ** 30),
    log: (line) => process.stderr.write(`${line}\n`),
  };
}

function settingsFolder(): string {
  const home = homedir();
  if (process.platform === 'win32') return join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Rode Draad');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Rode Draad');
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'rode-draad');
}
