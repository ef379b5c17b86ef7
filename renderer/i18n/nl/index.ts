// All Dutch texts, one file per screen. This is the complete language: English is checked against it.

import { analysis } from './analysis.ts';
import { codebook } from './codebook.ts';
import { commands } from './commands.ts';
import { common } from './common.ts';
import { error } from './error.ts';
import { fragments } from './fragments.ts';
import { interviews } from './interviews.ts';
import { memos } from './memos.ts';
import { operation } from './operation.ts';
import { report } from './report.ts';
import { settings } from './settings.ts';
import { shell } from './shell.ts';
import { start } from './start.ts';
import { transcript } from './transcript.ts';

export const nl = {
  common,
  commands,
  shell,
  error,
  operation,
  start,
  interviews,
  codebook,
  transcript,
  fragments,
  memos,
  analysis,
  report,
  settings,
} as const;
