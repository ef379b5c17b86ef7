// rode-draad demo: the main job without a window. Imports the invented interviews, codes them, counts, and writes the theme report.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defaultEffects } from '../../../core/effects.ts';
import { createEngine } from '../../../core/engine.ts';
import { listSample } from '../../../core/sample.ts';
import { removeProject } from '../../../core/workbench.ts';
import { DraadError } from '../../../domain/error.ts';
import { type Ask, asker, type Command, type Console, unwrap } from '../command.ts';
import { alignTable } from '../print.ts';
import { cooccurrenceLines, frequencyLines } from './analyse.ts';
import { writeReport } from './export.ts';

export const demoCommand: Command = {
  name: 'demo',
  doc: 'Runs the main job on the invented interviews, without a window: import, code, frequency by city, co-occurrence, theme report.',
  words: [],
  options: { out: { value: '<folder>', doc: 'where the project and the report go; default out' } },
  operations: [],
  run: async (words, console) => {
    const out = words.options.out ?? 'out';
    const project = join(out, 'demo.draad');
    removeProject(resolve(project));
    const say = words.json ? () => {} : console.out;
    const engine = await createEngine({ coder: 'Noor' });
    try {
      unwrap(await engine.create(resolve(project), 'Eerste 1.000 dagen', { remember: false }));
      return { value: await runDemo(asker(engine), out, { ...console, out: say }), lines: [] };
    } finally {
      await engine.close();
    }
  },
};

async function runDemo(ask: Ask, out: string, console: Console): Promise<object> {
  await importAll(ask, console);
  const byCity = await ask('analysis.frequency', { by: 'city', rollup: true });
  const { codes } = await ask('code.list', {});
  const themes = new Set(codes.filter((code) => code.depth === 0).map((code) => code.path));
  const themesByCity = { ...byCity, rows: byCity.rows.filter((row) => themes.has(row.code)) };
  for (const line of frequencyLines(themesByCity)) console.out(line);
  console.out('');
  const together = await ask('analysis.cooccurrence', { by: 'all', rule: 'overlap' });
  console.out('Strongest co-occurrences');
  for (const line of cooccurrenceLines(together, 12)) console.out(line);
  const files = [
    ...(await writeReport(ask, out, { language: 'nl', by: 'city' })),
    ...(await writeReport(ask, join(out, 'en'), { language: 'en', by: 'city' })),
  ];
  console.out('Written:');
  for (const file of [join(out, 'demo.draad'), ...files]) console.out(`  ${file}`);
  return { frequency: themesByCity, cooccurrence: together, files };
}

async function importAll(ask: Ask, console: Console): Promise<void> {
  const folder = defaultEffects().folders.sample;
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const codebook = await ask('codebook.import', { csv: text('codebook.csv') });
  const rows: string[][] = [];
  for (const { file, ...about } of listSample(folder)) {
    const base64 = readFileSync(join(folder, file)).toString('base64');
    const { imported, refused } = await ask('interview.import', {
      files: [{ name: file.split('/').at(-1) ?? file, base64 }],
      ...about,
    });
    if (refused[0]) throw new DraadError('refused', `${refused[0].file}: ${refused[0].reason}`);
    for (const row of imported) rows.push([row.interview, about.set, row.file, String(row.turns), String(row.words)]);
  }
  for (const line of alignTable(['interview', 'set', 'file', 'turns', 'words'], rows, [3, 4])) console.out(line);
  const people = await ask('participant.import', { csv: text('participants.csv') });
  const codings = await ask('codings.import', { csv: text('codings.csv') });
  console.out('');
  console.out(
    `${rows.length} interviews, ${people.participants} participants, ${codebook.created} codes, ${codings.imported} codings`,
  );
  console.out('');
}
