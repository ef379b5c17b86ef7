// Finds a Chromium to run browser tests in: one named by the environment, one on this machine, or one it installs.
// It never starts the browser for a test; it answers with a path, or with a sentence that says what to do.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/** Flags that keep Chromium quiet: no GPU, no first-run pages, no connections of its own. */
export const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Path of a Chromium, Chrome or Edge. With `install: false` nothing is installed. Throws an Error with one clear sentence. */
export async function findBrowser({ install = true, say = console.error } = {}) {
  const named = process.env.RODE_DRAAD_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`RODE_DRAAD_BROWSER names ${named}, which is not there.`);
  }
  const found = onThisMachine() ?? (await playwrightsOwn());
  if (found) return found;
  if (install) {
    if (isDebianAsRoot() && installFromApt(say)) return onThisMachine();
    if (installWithPlaywright(say)) return playwrightsOwn();
  }
  throw new Error(
    'No Chromium, Chrome or Edge found, and none could be installed: install one, or name its path in RODE_DRAAD_BROWSER.',
  );
}

function onThisMachine() {
  return candidates().find((path) => existsSync(path) && starts(path));
}

function candidates() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const roots = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return roots.flatMap((root) => names.map((name) => join(root, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (process.platform === 'win32') {
    const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean);
    const tails = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) => tails.map((tail) => join(root, tail)));
  }
  const names = [
    'chromium',
    'google-chrome-stable',
    'google-chrome',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin', '/usr/local/bin');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Ubuntu ships a `chromium-browser` that only says "install the snap": a browser must be able to tell its version. */
function starts(path) {
  if (process.platform === 'win32') return true; // chrome.exe --version opens a window there
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The fonts come along because screenshots without them show boxes for letters and emoji. */
function installFromApt(say) {
  say('No browser found: installing Debian’s chromium (once, a minute or so).');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation', 'fonts-noto-color-emoji');
}

function installWithPlaywright(say) {
  say('No browser found: asking Playwright for its own Chromium (once).');
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  return (
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 })
      .status === 0
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  findBrowser().then(console.log, (error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
