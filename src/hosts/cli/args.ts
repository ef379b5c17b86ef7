// Reads the words of a command line against what the command takes. Errors: `invalid-input` in a sentence.

import { parseArgs } from 'node:util';
import { DraadError } from '../../domain/error.ts';
import type { Command } from './command.ts';

export type Words = {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly many: Readonly<Record<string, readonly string[] | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly json: boolean;
};

export function parseWords(command: Command, argv: readonly string[]): Words {
  const parsed = parse(command, spreadMany(command, argv));
  const many = command.words.at(-1)?.includes('…') ?? false;
  const least = command.words.filter((word) => !word.startsWith('[')).length;
  const use = `use: rode-draad ${command.name} ${command.words.join(' ')}`.trimEnd();
  if (parsed.positionals.length < least)
    throw new DraadError('invalid-input', `${command.words[parsed.positionals.length]} is missing; ${use}`);
  if (!many && parsed.positionals.length > command.words.length)
    throw new DraadError('invalid-input', `"${parsed.positionals[command.words.length]}" is one word too many; ${use}`);
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required && parsed.values[name] === undefined)
      throw new DraadError('invalid-input', `--${name} is missing; ${use} --${name} ${option.value ?? ''}`);
  }
  return split(parsed.values, parsed.positionals);
}

type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

function parse(command: Command, argv: string[]): { values: Values; positionals: string[] } {
  const options: Record<string, { type: 'string' | 'boolean'; multiple?: boolean }> = { json: { type: 'boolean' } };
  for (const [name, option] of Object.entries(command.options)) {
    options[name] = { type: option.value === undefined ? 'boolean' : 'string', ...(option.many ? { multiple: true } : {}) };
  }
  try {
    return parseArgs({ args: argv, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new DraadError('invalid-input', error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : 'wrong use');
  }
}

// `--codes a b c` is written out as `--codes=a --codes=b --codes=c`; without values it stays bare, and is then refused.
function spreadMany(command: Command, argv: readonly string[]): string[] {
  const spread: string[] = [];
  let many: string | null = null;
  let given = 0;
  const endList = (): void => {
    if (many !== null && given === 0) spread.push(`--${many}`);
    many = null;
    given = 0;
  };
  for (const word of argv) {
    if (word.startsWith('--')) {
      endList();
      if (command.options[word.slice(2)]?.many) many = word.slice(2);
      else spread.push(word);
    } else if (many === null) spread.push(word);
    else {
      spread.push(`--${many}=${word}`);
      given++;
    }
  }
  endList();
  return spread;
}

function split(values: Values, words: string[]): Words {
  const options: Record<string, string> = {};
  const many: Record<string, string[]> = {};
  const flags = new Set<string>();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') options[name] = value;
    else if (Array.isArray(value)) many[name] = value.filter((v) => typeof v === 'string');
    else if (value === true) flags.add(name);
  }
  return { words, options, many, flags, json: flags.has('json') };
}
