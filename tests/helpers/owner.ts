// A second process with a project of its own to open, for tests of the lock and of sudden ends. Run by Node with the path of a
// project; reads lines of JSON [operation, input], and writes a line of JSON for each answer. `open` answers first.

import { createInterface } from 'node:readline';
import { defaultEffects } from '../../src/core/effects.ts';
import { createEngine } from '../../src/core/engine.ts';

const [path = '', folder = ''] = process.argv.slice(2);
const { folders } = defaultEffects();
const engine = await createEngine({ coder: 'Bas', folders: { ...folders, settings: folder, projects: folder } });
const tell = (answer: unknown): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);
tell(await engine.open(path, { remember: false }));
for await (const line of createInterface({ input: process.stdin })) {
  const [name, input] = JSON.parse(line) as [string, unknown];
  tell(await engine.call(name, input));
}
await engine.close();
