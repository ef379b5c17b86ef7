// Projects for tests: empty ones, and copies of the sample, which is filled from the fixtures once per test file. Each in a folder of
// its own, with its own clock and settings; everything is closed after each test and removed after the last.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, expect } from 'vitest';
import type { Answer, Input, OperationName, Output } from '../../src/contract/index.ts';
import { defaultEffects, type Effects } from '../../src/core/effects.ts';
import { type CallOptions, createEngine, type Engine } from '../../src/core/engine.ts';
import { fillSample } from '../../src/core/sample.ts';
import type { ErrorCode, Failure } from '../../src/domain/error.ts';
import { readTranscript } from '../../src/formats/transcript.ts';
import { tempHome } from './temp.ts';

export const fixtures = defaultEffects().folders.sample;

/** An open project, as a door sees it. */
export type TestProject = {
  readonly path: string;
  readonly engine: Engine;
  /** Asks an operation; throws what it answers as an error. */
  readonly ask: <N extends OperationName>(name: N, input: Input<N>, options?: CallOptions) => Promise<Output<N>>;
  /** The whole answer, also when it is an error, or the input is not one. */
  readonly answer: (name: OperationName, input: unknown, options?: CallOptions) => Promise<Answer>;
  /** What an operation is refused with. */
  readonly refusal: (name: OperationName, input: unknown, options?: CallOptions) => Promise<Failure>;
  /** Closes the project and opens it again. */
  readonly reopen: () => Promise<void>;
};

export type Projects = {
  readonly folder: string;
  readonly empty: (effects?: Partial<Effects>) => Promise<TestProject>;
  /** A copy of the sample: sixteen interviews, a codebook and 826 codings, without history. */
  readonly sample: (effects?: Partial<Effects>) => Promise<TestProject>;
  /** A file with the sample in it, not opened. */
  readonly samplePath: () => Promise<string>;
  readonly engine: (effects?: Partial<Effects>) => Promise<Engine>;
  /** What engines logged since the test began. A test that expects nothing there need not look: it is checked after each. */
  readonly log: string[];
};

/** To be called once, at the top of a test file. */
export async function openProjects(): Promise<Projects> {
  const folder = mkdtempSync(join(await tempHome(), 'project-'));
  const open = new Set<Engine>();
  const log: string[] = [];
  let count = 0;
  let sample: Promise<string> | null = null;
  let empty: Promise<string> | null = null;

  afterEach(async () => {
    for (const engine of open) await engine.close();
    open.clear();
    // An internal error is a fault of ours, whatever the answer looked like.
    expect(log.splice(0)).toEqual([]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const startEngine = async (given: Partial<Effects> = {}): Promise<Engine> => {
    const engine = await createEngine({ ...testEffects(folder), log: (line) => log.push(line), ...given });
    open.add(engine);
    return engine;
  };
  const opened = async (path: string, given?: Partial<Effects>): Promise<TestProject> => {
    const engine = await startEngine(given);
    expect(await engine.open(path, { remember: false })).toMatchObject({ ok: true });
    return projectOf(engine, path);
  };
  const prepare = async (fill: (engine: Engine) => Promise<void>): Promise<string> => {
    const path = join(folder, `prepared-${++count}.draad`);
    const engine = await createEngine(testEffects(folder));
    await engine.create(path, 'Leeg project', { remember: false });
    await fill(engine);
    await engine.close();
    const file = new Database(path);
    file.pragma('foreign_keys = ON');
    file.exec('delete from history_entry');
    file.close();
    return path;
  };
  const fillWithSample = async (engine: Engine): Promise<void> => {
    await engine.call('project.rename', { name: 'Eerste 1.000 dagen' });
    await fillSample((name, input) => engine.call(name, input), fixtures);
  };
  const copyOf = async (prepared: Promise<string>, name: string): Promise<string> => {
    const path = join(folder, `${name}-${++count}.draad`);
    copyFileSync(await prepared, path);
    return path;
  };
  const samplePath = (): Promise<string> => {
    sample ??= prepare(fillWithSample);
    return copyOf(sample, 'sample');
  };
  const emptyPath = (): Promise<string> => {
    empty ??= prepare(async () => {});
    return copyOf(empty, 'empty');
  };

  return {
    folder,
    log,
    engine: startEngine,
    samplePath,
    sample: async (given) => opened(await samplePath(), given),
    empty: async (given) => opened(await emptyPath(), given),
  };
}

/** A clock that goes a minute with each look, files read in place, and nothing of the person who runs the test. */
export function testEffects(folder: string): Partial<Effects> {
  let now = Date.UTC(2026, 2, 19, 9);
  return {
    now: () => (now += 60_000),
    coder: 'Noor',
    folders: { projects: folder, settings: join(folder, 'settings'), sample: fixtures },
    readTranscript: (file) => readTranscript(file),
    newTextVersion: () => 1,
  };
}

function projectOf(engine: Engine, path: string): TestProject {
  const answer: TestProject['answer'] = (name, input, options) => engine.call(name, input, options);
  const refusal: TestProject['refusal'] = async (name, input, options) => {
    const given = await answer(name, input, options);
    if (given.ok) throw new Error(`${name} was done: ${JSON.stringify(given.value).slice(0, 200)}`);
    return given.error;
  };
  const ask: TestProject['ask'] = async (name, input, options) => {
    const given = await answer(name, input, options);
    if (!given.ok) throw new Error(`${name}: ${given.error.code}: ${given.error.message}`);
    return given.value as never;
  };
  const reopen = async (): Promise<void> => {
    await engine.close();
    expect(await engine.open(path, { remember: false })).toMatchObject({ ok: true });
  };
  return { path, engine, ask, answer, refusal, reopen };
}

/** What a refusal looks like, by its code. */
export const withCode = (code: ErrorCode): object => expect.objectContaining({ code, message: expect.stringMatching(/\w/) });

/** A transcript as `interview.import` takes it. */
export function textFile(name: string, text: string): { name: string; base64: string } {
  return { name, base64: Buffer.from(text, 'utf8').toString('base64') };
}

/** Imports one interview of turns, each said by who is named before it, and answers its id and stored text. */
export async function importTalk(
  { ask }: TestProject,
  name: string,
  turns: readonly (readonly [speaker: string, said: string])[],
  set = 'Proefset',
): Promise<{ id: number; text: string }> {
  const file = textFile(`${name}.txt`, turns.map(([speaker, said]) => `${speaker}: ${said}`).join('\n\n'));
  const { imported } = await ask('interview.import', { files: [file], set });
  const { interviews } = await ask('interview.list', {});
  const id = interviews.find((interview) => interview.name === imported[0]?.interview)?.id ?? 0;
  return { id, text: (await ask('interview.get', { id })).text };
}

/** Everything in a project that the history follows, as it is on disk; what must be equal when all is taken back. */
export function dump(path: string, without: readonly string[] = []): Record<string, unknown[]> {
  const file = new Database(path, { readonly: true });
  try {
    const tables = file
      .prepare<[], { name: string }>(
        "select name from sqlite_schema where type = 'table' and name not like 'interview_search%' order by 1",
      )
      .all()
      .map((row) => row.name)
      .filter((name) => !['history_entry', 'history_row', 'position', 'gone', ...without].includes(name));
    return Object.fromEntries(
      tables.map((name) => {
        const rows = file.prepare<[], Record<string, unknown>>(`select * from ${name}`).all();
        // The version of a text is no part of what is restored: it only rises.
        return [name, rows.map(({ text_version: _, ...row }) => row)];
      }),
    );
  } finally {
    file.close();
  }
}
