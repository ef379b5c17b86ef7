// Builds the window (dist/renderer) and the desktop host (dist/electron) when a source is newer than what was built.
// `--force` builds anyway. Two that build at once wait for each other.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(project, 'dist');
/** Its time is when the last build that succeeded began. */
const stamp = join(dist, '.built');
const lock = join(dist, '.building');
const sources = ['renderer', 'src', 'electron', 'package-lock.json'];

/** True when something was built. Rejects with the bundler's error, and then nothing counts as built. */
export async function buildIfNeeded({ force = false, say = console.error } = {}) {
  if (!force && isFresh()) return false;
  await takeLock();
  try {
    if (!force && isFresh()) return false; // the one we waited for built it
    await build(say);
    return true;
  } finally {
    rmSync(lock, { force: true });
  }
}

async function build(say) {
  const began = new Date();
  const before = process.env.NODE_ENV;
  say('Building the window and the desktop host…');
  rmSync(stamp, { force: true });
  // In a test run it is `test`, and then React would be built as it is for developers: several times slower than what people get.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const { mainConfig, preloadConfig } = await import('../../electron/vite.config.ts');
  await build({ configFile: join(project, 'renderer', 'vite.config.ts'), logLevel: 'warn' });
  await build({ configFile: false, ...mainConfig() });
  await build({ configFile: false, ...preloadConfig() });
  if (before === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = before;
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
  say(`Built in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s.`);
}

function isFresh() {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return sources.every((path) => newest(join(project, path)) <= builtAt);
}

/** A folder's own time counts too: it changes when a file in it comes or goes. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs);
}

async function takeLock() {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeftBehind()) rmSync(lock, { force: true });
    else await pause(100);
  }
}

/** The lock of a process that is gone. */
function isLeftBehind() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 22) {
    console.error(`This needs Node 22 or newer and runs on ${process.version}: use \`npm run build\`, which brings its own.`);
    process.exit(2);
  }
  const built = await buildIfNeeded({ force: process.argv.includes('--force') });
  if (!built) console.error('What was built is newer than every source.');
}
