// rode-draad check

import { type Command, withProject } from '../command.ts';

export const checkCommand: Command = {
  name: 'check',
  doc: 'Checks the project file and every invariant of what is in it.',
  words: ['<project>'],
  options: {},
  operations: ['project.check'],
  run: async (words) => {
    const value = await withProject(words.words[0] ?? '', words, (ask) => ask('project.check', {}));
    if (value.ok) return { value, lines: ['The project is sound.'] };
    return { value, lines: value.broken.map(({ rule, detail }) => `broken: ${rule}: ${detail}`), exitCode: 4 };
  },
};
