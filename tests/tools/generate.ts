// Makes projects of any size for benchmarks and tests, of invented talk, through the same operations that people use. The same
// wishes and seed give the same project. As a command:
//   node tests/tools/generate.ts <project> --interviews 40 --words 8000 --codings 4000

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Input, OperationName, Output } from '../../src/contract/index.ts';
import { defaultEffects } from '../../src/core/effects.ts';
import { createEngine, type Engine } from '../../src/core/engine.ts';
import { writeCodings } from '../../src/formats/codings-csv.ts';
import { writeCsv } from '../../src/formats/csv.ts';
import { drawCodings } from './generate/codings.ts';
import { createRandom, type Random, zipf } from './generate/random.ts';
import { makeTalk } from './generate/talk.ts';
import { makeWords } from './generate/words.ts';

/** `words` per interview; `codings` in all of those, `codes` in the whole project. `long`: one more interview, of another size. */
export type Wishes = {
  readonly interviews: number;
  readonly words: number;
  readonly codings: number;
  readonly long?: { readonly words: number; readonly codings: number };
  readonly codes?: number;
  readonly seed?: number;
};

/** What the interview of another size is called. */
export const LONG_NAME = 'Lang gesprek';
export const CITIES = ['Den Haag', 'Utrecht', 'Rotterdam', 'Heerlen'];
export const CODERS = ['Noor', 'Bas', 'Fleur'];
const COLLECTORS = ['studenten', 'gemeente'];
const VOCABULARY = 8000;
const CODES_PER_THEME = 4;
const FILES_PER_CALL = 50;
const MOMENT = Date.UTC(2026, 0, 5, 9);

/** Makes a project file at `path`. Throws when there is a file already, or when so many codings do not fit. */
export async function generateProject(path: string, wishes: Wishes): Promise<void> {
  const { folders } = defaultEffects();
  const engine = await createEngine({
    coder: CODERS[0],
    now: () => MOMENT,
    newTextVersion: () => 1,
    folders: { ...folders, settings: dirname(resolve(path)), projects: dirname(resolve(path)) },
  });
  try {
    const made = await engine.create(resolve(path), 'Verzonnen gesprekken', { remember: false });
    if (!made.ok) throw new Error(made.error.message);
    await fill(asker(engine), wishes);
  } finally {
    await engine.close();
  }
}

export type Ask = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** Calls an operation and gives its value; throws what it answers as an error. */
export function asker(engine: Engine): Ask {
  return async <N extends OperationName>(name: N, input: Input<N>) => {
    const answer = await engine.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value as Output<N>;
  };
}

/** A transcript as a text file, for measuring an import; `seed` apart from that of a project, so that it is another. */
export function generateFile(words: number, seed: number): Uint8Array {
  const random = createRandom(seed);
  return Buffer.from(makeTalk(words, 'Ouder', zipf(makeWords(VOCABULARY, random), random), random).file, 'utf8');
}

async function fill(ask: Ask, { interviews, words, codings, codes = 44, seed = 1, long }: Wishes): Promise<void> {
  const random = createRandom(seed);
  const paths = codePaths(codes, random);
  await ask('codebook.import', { csv: codebookCsv(paths) });
  const drawn = makeInterviews({ interviews, words, codings, paths, long }, random);
  for (const { set, city, collector, files } of batches(drawn)) {
    const { refused, present } = await ask('interview.import', { files, set, city, collector, date: '2025-10-07' });
    if (refused.length + present.length > 0) throw new Error(`${refused.length + present.length} files were not imported`);
  }
  if (drawn.length > 0) await ask('participant.import', { csv: participantsCsv(drawn, random) });
  const rows = drawn.flatMap(({ name, text, codings: own }) =>
    own.map((coding) => ({ ...coding, interview: name, quote: text.slice(coding.start, coding.end) })),
  );
  if (rows.length === 0) return;
  // The quotes go along, so that the import itself holds the offsets to the stored text.
  const answer = await ask('codings.import', { csv: writeCodings(rows, 'en') });
  if (answer.imported !== rows.length) throw new Error(`Only ${answer.imported} of ${rows.length} codings were imported`);
}

type Made = {
  readonly name: string;
  readonly participant: string;
  readonly text: string;
  readonly file: string;
  readonly codings: ReturnType<typeof drawCodings>;
};

function makeInterviews(
  {
    interviews,
    words,
    codings,
    paths,
    long,
  }: Pick<Wishes, 'interviews' | 'words' | 'codings'> & {
    readonly paths: readonly string[];
    readonly long: Wishes['long'];
  },
  random: Random,
): Made[] {
  const word = zipf(makeWords(VOCABULARY, random), random);
  const code = zipf(random.shuffle(paths), random);
  const coder = zipf(CODERS, random);
  const make = (name: string, participant: string, length: number, count: number): Made => {
    const talk = makeTalk(length, participant, word, random);
    const own = drawCodings(talk, count, code, coder, random);
    return { name, participant, text: talk.text, file: talk.file, codings: own };
  };
  const made = Array.from({ length: interviews }, (_, at) => {
    // So many that all together are exactly as many as asked for.
    const count = Math.floor((codings * (at + 1)) / interviews) - Math.floor((codings * at) / interviews);
    return make(`Gesprek ${String(at + 1).padStart(4, '0')}`, `Ouder ${at + 1}`, words, count);
  });
  return long ? [...made, make(LONG_NAME, `Ouder ${interviews + 1}`, long.words, long.codings)] : made;
}

// Interviews go round the cities, and in each city round the collectors.
function batches(
  made: readonly Made[],
): { set: string; city: string; collector: string; files: Input<'interview.import'>['files'] }[] {
  const sets = CITIES.flatMap((city) => COLLECTORS.map((collector) => ({ set: `${city} · ${collector}`, city, collector })));
  return sets.flatMap((set, at) => {
    const own = made.filter((_, n) => n % sets.length === at);
    const files = own.map(({ name, file }) => ({ name: `${name}.txt`, base64: Buffer.from(file, 'utf8').toString('base64') }));
    return chunks(files, FILES_PER_CALL).map((some) => ({ ...set, files: some }));
  });
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

// Every fifth code is a theme, with the four after it below it.
function codePaths(count: number, random: Random): string[] {
  const names = random.shuffle(makeWords(count + 200, random).slice(200));
  let theme = '';
  return names.map((name, at) => {
    if (at % (CODES_PER_THEME + 1) === 0) theme = name;
    return name === theme ? name : `${theme} / ${name}`;
  });
}

function codebookCsv(paths: readonly string[]): string {
  const rows = paths.map((path) => [path, `Wat ouders zeggen over ${path.split(' / ').at(-1)}.`]);
  return writeCsv(['code', 'definition'], rows, 'en');
}

function participantsCsv(made: readonly Made[], random: Random): string {
  const rows = made.map(({ name, participant }) => [
    name,
    participant,
    participant,
    random.pick(['moeder', 'moeder', 'moeder', 'vader', 'oma', 'verloskundige']),
    random.pick(['zwanger', '0–1 jaar', '1–2 jaar']),
    random.pick(['JGZ', 'verloskundige', 'buurthuis', 'jongerenwerk']),
  ]);
  return writeCsv(['interview', 'participant', 'speaker', 'rol', 'fase', 'geworven via'], rows, 'en');
}

async function main(argv: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      interviews: { type: 'string', default: '40' },
      words: { type: 'string', default: '8000' },
      codings: { type: 'string', default: '4000' },
      codes: { type: 'string', default: '44' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new Error('use: node tests/tools/generate.ts <project> [--interviews 40] …');
  if (existsSync(path)) throw new Error(`There is already a file ${path}`);
  const number = (name: keyof typeof values): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} must be a whole number, and is "${values[name]}"`);
    return value;
  };
  const wishes = {
    interviews: number('interviews'),
    words: number('words'),
    codings: number('codings'),
    codes: number('codes'),
    seed: number('seed'),
  };
  const began = performance.now();
  await generateProject(path, wishes);
  console.log(JSON.stringify({ project: path, ...wishes, ms: Math.round(performance.now() - began) }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
}
