// What is measured: the main actions of a person, asked of the engine as a window asks them.

import { dirname } from 'node:path';
import { defaultEffects } from '../../src/core/effects.ts';
import { createEngine, type Engine } from '../../src/core/engine.ts';
import { type Ask, asker, CODERS, generateFile } from '../tools/generate.ts';
import type { Work } from './timing.ts';

/** An open project with the work that can be timed on it. `close` when done. */
export type Bench = { readonly measures: Readonly<Record<Measure, Work>>; readonly close: () => Promise<void> };

export const MEASURES = [
  'import',
  'open',
  'apply a coding',
  'frequency',
  'frequency, first',
  'co-occurrence',
  'search',
  'search, beginning of a word',
  'code.list',
  'interview.list',
  'report',
] as const;
export type Measure = (typeof MEASURES)[number];

const FILE_WORDS = 8000;

/** Opens the project at `path` for measuring. What a run changes is taken back, so that all runs see the same project. */
export async function openBench(path: string): Promise<Bench> {
  const folder = dirname(path);
  const { folders } = defaultEffects();
  const engine = await createEngine({ coder: CODERS[0], folders: { ...folders, settings: folder, projects: folder } });
  const open = () => openProject(engine, path);
  await open();
  const ask = asker(engine);
  const undo = () => ask('history.undo', {});
  const measures: Record<Measure, Work> = {
    import: { ...importOne(ask), after: undo },
    open: { before: () => engine.close(), run: open },
    'apply a coding': { run: await applyOne(ask), after: undo },
    frequency: { run: () => ask('analysis.frequency', { by: 'city', rollup: true }) },
    'frequency, first': {
      before: () => engine.close().then(open),
      run: () => ask('analysis.frequency', { by: 'city', rollup: true }),
    },
    'co-occurrence': { run: () => ask('analysis.cooccurrence', { by: 'set', rule: 'overlap' }) },
    search: { run: () => ask('search.text', { query: 'kraamzorg' }) },
    'search, beginning of a word': { run: () => ask('search.text', { query: 'vertrouw*' }) },
    'code.list': { run: () => ask('code.list', {}) },
    'interview.list': { run: () => ask('interview.list', {}) },
    report: { run: () => ask('report.theme', { by: 'set' }) },
  };
  return { measures, close: () => engine.close() };
}

/** One file, and never the same twice. */
function importOne(ask: Ask): Pick<Work, 'before' | 'run'> {
  let seed = 1_000_000;
  let base64 = '';
  return {
    before: async () => {
      base64 = Buffer.from(generateFile(FILE_WORDS, ++seed)).toString('base64');
    },
    run: async () => {
      const { refused } = await ask('interview.import', { files: [{ name: `Nieuw ${seed}.txt`, base64 }], set: 'Nieuw' });
      if (refused.length > 0) throw new Error('The file was refused');
    },
  };
}

/** One code on one place of the interview in the middle of the list, up to the commit. */
async function applyOne(ask: Ask): Promise<() => Promise<unknown>> {
  const { interviews } = await ask('interview.list', {});
  const { codes } = await ask('code.list', {});
  const { id: interviewId, turns, textVersion } = await ask('interview.get', { id: interviews[interviews.length >> 1]?.id ?? 0 });
  const codeIds = [codes.at(-1)?.id ?? 0];
  let at = 0;
  return () => {
    const { start, end } = turns[at++ % turns.length] ?? { start: 0, end: 1 };
    return ask('coding.apply', { interviewId, textVersion, start, end, codeIds });
  };
}

async function openProject(engine: Engine, path: string): Promise<void> {
  const answer = await engine.open(path, { remember: false });
  if (!answer.ok) throw new Error(answer.error.message);
}
