// The command line: finds the command, reads its words, runs it, and turns what comes back into lines or JSON and an exit code.

import { exitCode } from '../../contract/errors.ts';
import { toFailure } from '../../core/dispatch.ts';
import type { Failure } from '../../domain/error.ts';
import { parseWords, type Words } from './args.ts';
import type { Command, Console } from './command.ts';
import { commands } from './commands/index.ts';
import { commandHelp, generalHelp } from './help.ts';

const WRONG_USE = 2;

/** Runs one command line and answers its exit code: 0 done, 2 wrong use, 3 some files refused and the others imported, 4 not done. */
export async function main(argv: readonly string[], console: Console = processConsole): Promise<number> {
  const json = argv.includes('--json');
  const found = findCommand(argv);
  if (!found) {
    const asksHelp = argv.length === 0 || argv.includes('--help') || argv[0] === 'help' || argv[0] === '-h';
    if (asksHelp) console.out(generalHelp(commands));
    else
      fail(console, json, {
        code: 'invalid-input',
        message: `There is no command "${argv.slice(0, 2).join(' ')}"; --help lists them`,
      });
    return argv.includes('--help') || argv[0] === 'help' || argv[0] === '-h' ? 0 : WRONG_USE;
  }
  const { command, rest } = found;
  if (rest.includes('--help') || rest.includes('-h')) {
    console.out(commandHelp(command));
    return 0;
  }
  try {
    const words = parseWords(command, rest);
    return await run(command, words, console);
  } catch (error) {
    const failure = toFailure(command.name, error, console.err);
    fail(console, json, failure);
    // A group that is none is a wrong word on the command line, though only the project can tell.
    return failure.code === 'not-found' && failure.at === 'by' ? WRONG_USE : exitCode[failure.code];
  }
}

async function run(command: Command, words: Words, console: Console): Promise<number> {
  const result = await command.run(words, console);
  if (result === null) return 0;
  if (words.json) console.out(JSON.stringify(result.value));
  else for (const line of result.lines) console.out(line);
  return result.exitCode ?? 0;
}

function findCommand(argv: readonly string[]): { command: Command; rest: string[] } | null {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    const command = argv.length >= length ? commands.find((c) => c.name === name) : undefined;
    if (command) return { command, rest: argv.slice(length) };
  }
  return null;
}

function fail(console: Console, json: boolean, error: Failure): void {
  if (json) console.out(JSON.stringify({ error }));
  console.err(`rode-draad: ${error.message}`);
}

const processConsole: Console = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  isTerminal: process.stderr.isTTY ?? false,
  width: process.stdout.columns ?? 100,
};
