// `npm run bench`: times the main actions, in JSON lines. What can be asked for is said in tests/bench/run.ts.
import { requireNode } from './node.mjs';

requireNode('npm run bench');

await import('../bench/run.ts');
