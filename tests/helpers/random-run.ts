// A process that makes random changes in a project until it is killed. Run by Node with the path of a project, a folder for its
// settings, and a seed; writes a dot after each change.

import { defaultEffects } from '../../src/core/effects.ts';
import { createEngine } from '../../src/core/engine.ts';
import { createRandom } from '../tools/generate/random.ts';
import { type Ask, drawChange } from './random-changes.ts';

const [path = '', folder = '', seed = '1'] = process.argv.slice(2);
const { folders } = defaultEffects();
const engine = await createEngine({ coder: 'Bas', folders: { ...folders, settings: folder, projects: folder } });
const ask: Ask = async (name, input) => {
  const answer = await engine.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as never;
};

const opened = await engine.open(path, { remember: false });
if (!opened.ok) throw new Error(opened.error.message);
const random = createRandom(Number(seed));
for (;;) {
  const { name, input } = await drawChange(random, ask);
  const answer = await engine.call(name, input);
  if (!answer.ok && answer.error.code === 'internal') throw new Error(answer.error.message);
  process.stdout.write('.');
}
