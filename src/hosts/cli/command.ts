// What a command is, and how it reaches a project.

import { resolve } from 'node:path';
import type { Input, OperationName, Output } from '../../contract/index.ts';
import { type CallOptions, createEngine, type Engine } from '../../core/engine.ts';
import { cleanName } from '../../domain/code.ts';
import { DraadError } from '../../domain/error.ts';
import type { Words } from './args.ts';

export type Console = {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Whether a person is looking at stderr, so that progress can be drawn there. */
  readonly isTerminal: boolean;
  readonly width: number;
};

export type Result = { readonly value: unknown; readonly lines: readonly string[]; readonly exitCode?: number };

export type Option = { readonly value?: string; readonly doc: string; readonly required?: boolean; readonly many?: boolean };

export type Command = {
  readonly name: string;
  readonly doc: string;
  /** Positional words, in order; the last may end in `…` (one or more) or stand in brackets (optional). */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  /** The operations of the contract that this command runs. */
  readonly operations: readonly OperationName[];
  /** Null when the command has written its own output. */
  readonly run: (words: Words, console: Console) => Promise<Result | null>;
};

export type Ask = <N extends OperationName>(name: N, input: Input<N>, options?: CallOptions) => Promise<Output<N>>;

/** Opens the project, runs `work`, and closes it again, also on Ctrl-C. Errors: as the operations give them. */
export async function withProject<T>(
  path: string,
  words: Words,
  work: (ask: Ask, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const engine = await createEngine(effectsFor(words));
  const stop = new AbortController();
  const interrupted = (): void => stop.abort();
  process.once('SIGINT', interrupted);
  try {
    unwrap(await engine.open(resolve(path), { remember: false }));
    return await work(asker(engine), stop.signal);
  } finally {
    process.removeListener('SIGINT', interrupted);
    await engine.close();
  }
}

/** The operations of an engine as functions that throw what goes wrong. */
export function asker(engine: Engine): Ask {
  return async (name, input, options) => unwrap(await engine.call(name, input, options)) as never;
}

/** `--coder` speaks for this one command; the settings file is not touched. */
export function effectsFor(words: Words): { coder?: string } {
  const { coder } = words.options;
  if (coder === undefined) return {};
  if (cleanName(coder) === '') throw new DraadError('invalid-input', '--coder takes a name');
  return { coder: cleanName(coder) };
}

export function unwrap(answer: Awaited<ReturnType<Engine['call']>>): unknown {
  if (answer.ok) return answer.value;
  throw new DraadError(answer.error.code, answer.error.message, answer.error.at);
}
