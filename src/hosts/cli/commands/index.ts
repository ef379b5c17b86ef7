// All commands, in the order of the work.

import type { Command } from '../command.ts';
import { analyseCommands } from './analyse.ts';
import { callCommand } from './call.ts';
import { checkCommand } from './check.ts';
import { demoCommand } from './demo.ts';
import { exportCommand, reportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { newCommand } from './new.ts';
import { serveCommand, startCommand } from './serve.ts';
import { codebookCommands, codingsCommands, participantsCommand } from './tables.ts';

export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  participantsCommand,
  ...codebookCommands,
  ...codingsCommands,
  ...analyseCommands,
  reportCommand,
  exportCommand,
  checkCommand,
  serveCommand,
  callCommand,
  startCommand,
  demoCommand,
];
