// The help texts, made from the commands and the contract, so that they can't lag behind.

import { contract, operationNames } from '../../contract/index.ts';
import type { Command, Option } from './command.ts';

const EXIT_CODES = 'Exit codes: 0 done · 2 wrong use · 3 some files or lines refused and the others imported · 4 not done.';

export function generalHelp(commands: readonly Command[]): string {
  const rows = commands.map((command): [string, string] => [usage(command), command.doc]);
  const operations = operationNames.map((name): [string, string] => [`${name} (${contract[name].kind})`, contract[name].doc]);
  return [
    'Rode Draad: from transcript to theme report, on this computer only.',
    '',
    'rode-draad <command> …   (in a checkout: npm run -s rode-draad -- <command> …)',
    '',
    ...table(rows),
    '',
    'Every command takes --json (one JSON answer on stdout) and --help.',
    EXIT_CODES,
    '',
    'Operations for `call` (input as JSON; `rode-draad call --help`):',
    ...table(operations),
  ].join('\n');
}

export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, json: { doc: 'one JSON answer on stdout' } satisfies Option }).map(
    ([name, option]): [string, string] => [
      `--${name}${'value' in option && option.value ? ` ${option.value}` : ''}${'many' in option && option.many ? ' …' : ''}`,
      option.doc,
    ],
  );
  return [`rode-draad ${usage(command)}`, '', command.doc, '', ...table(options), '', EXIT_CODES].join('\n');
}

function usage(command: Command): string {
  const required = Object.entries(command.options).filter(([, option]) => option.required);
  return [command.name, ...command.words, ...required.map(([name, option]) => `--${name} ${option.value}`)].join(' ');
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(46, Math.max(...rows.map(([left]) => left.length)));
  return rows.flatMap(([left, right]) =>
    left.length > width ? [`  ${left}`, `  ${' '.repeat(width)}  ${right}`] : [`  ${left.padEnd(width)}  ${right}`],
  );
}
