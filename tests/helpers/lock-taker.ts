// Takes and gives back a project's lock as fast as it can, and leaves a mark while it has it. Two of these never meet: who finds the
// mark of another while it has the lock says so. Run by Node with the path of a file and the number of times.

import { closeSync, openSync, rmSync } from 'node:fs';
import { takeLock } from '../../src/store/lock.ts';

const [path = '', times = '0'] = process.argv.slice(2);
const mark = `${path}.mark`;
let taken = 0;
let met = 0;
for (let n = 0; n < Number(times); n++) {
  const lock = takeLock(path);
  if (!lock) continue;
  taken++;
  try {
    closeSync(openSync(mark, 'wx'));
    rmSync(mark);
  } catch {
    met++;
  }
  lock.release();
}
process.stdout.write(JSON.stringify({ taken, met }));
