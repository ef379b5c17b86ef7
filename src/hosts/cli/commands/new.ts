// rode-draad new

import { basename, extname, resolve } from 'node:path';
import { createEngine } from '../../../core/engine.ts';
import { PROJECT_ENDING } from '../../../core/workbench.ts';
import { type Command, effectsFor, unwrap } from '../command.ts';

export const newCommand: Command = {
  name: 'new',
  doc: 'Makes an empty project, a file that ends in .draad.',
  words: ['<project>'],
  options: { name: { value: '<name>', doc: 'the name of the project; otherwise that of the file' } },
  operations: [],
  run: async (words) => {
    const given = words.words[0] ?? '';
    const path = extname(given) === PROJECT_ENDING ? given : `${given}${PROJECT_ENDING}`;
    const name = words.options.name ?? basename(path, extname(path));
    const engine = await createEngine(effectsFor(words));
    try {
      unwrap(await engine.create(resolve(path), name, { remember: false }));
    } finally {
      await engine.close();
    }
    return { value: { project: path, name }, lines: [`Made ${path}: project "${name}"`] };
  },
};
