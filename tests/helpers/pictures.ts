// Golden pictures of screens: each is compared with the one that was looked at and kept in `tests/e2e/pictures`. RODE_DRAAD_PICTURES=make makes
// them anew, to look at; =only compares them and does nothing else; =off leaves them out. What differs is put in `dist/pictures`: as it was, as it is, and where.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/**
 * Pixels that may differ, of a million. Clearly: the smallest icon takes more. A shade: a letter drawn a shade otherwise moves what its neighbours lose when
 * they are kept; another colour of a pane takes far more.
 */
const MOST = { clearly: { pixels: 40, threshold: 0.2 }, shade: { pixels: 20_000, threshold: 0.04 } };
const TRIES = 5;
/** Pictures are kept at three quarters of their size, still to be read and with their colours: a seventh of what a PNG takes. */
const KEPT = { quality: 0.6, scale: 0.75 };
/** A toast goes and a caret blinks by the clock. */
const CHANGING = '.toasts { visibility: hidden } * { caret-color: transparent !important }';
/** Where the stage keeps projects: another folder each time, on each machine. */
const FOLDER = String.raw`\S*stage-\w+[/\\]projects`;
const root = fileURLToPath(new URL('../../', import.meta.url));
const kept = join(root, 'tests/e2e/pictures');
const seen = join(root, 'dist/pictures');
const asked = process.env.RODE_DRAAD_PICTURES ?? '';
const drawnByFile = join(kept, 'drawn-by.txt');

/** Making pictures, or only comparing them, leaves the rest out: that is the slow part. */
export const picturesOnly = asked === 'make' || asked === 'only';

export type Pictures = {
  /** Why pictures can't be compared here, in a sentence; null when they can. */
  readonly missing: string | null;
  /** Null when the page looks as it did; else a sentence that says how far it is off and where to look. */
  readonly compare: (page: Page, name: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
};

/** Another browser draws letters otherwise, and so do other fonts of the system: pictures are compared only where they were drawn by the same. */
export async function openPictures(browser: Browser): Promise<Pictures> {
  const desk = await browser.newPage();
  await desk.addScriptTag({ content: pixelmatchScript(), type: 'module' });
  const drawnBy = `${process.platform} Chromium ${browser.version()}, letters ${await desk.evaluate(measureLetters)}`;
  const make = async (page: Page, path: string): Promise<null> => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(drawnByFile, `${drawnBy}\n`);
    writeFileSync(path, await shootTwice(page, desk));
    return null;
  };
  return {
    missing: asked === 'make' ? null : whyNot(drawnBy),
    compare: (page, name) => {
      const path = join(kept, `${name}.webp`);
      if (asked === 'make') return make(page, path);
      return existsSync(path) ? compare({ page, desk, name, golden: readFileSync(path) }) : Promise.resolve(noneYet(name));
    },
    close: () => desk.close(),
  };
}

function whyNot(drawnBy: string): string | null {
  if (asked === 'off') return 'RODE_DRAAD_PICTURES=off asked for that.';
  if (!existsSync(drawnByFile)) return 'None are kept.';
  const by = readFileSync(drawnByFile, 'utf8').trim();
  return by === drawnBy ? null : `They were drawn by ${by}, and this is ${drawnBy}.`;
}

function noneYet(name: string): string {
  return `There is no golden picture of ${name}: make it with RODE_DRAAD_PICTURES=make, look at it, and keep it`;
}

type Comparison = { readonly page: Page; readonly desk: Page; readonly name: string; readonly golden: Buffer };

async function compare({ page, desk, name, golden }: Comparison): Promise<string | null> {
  for (const ending of ['was', 'is', 'differs']) rmSync(join(seen, `${name}-${ending}.webp`), { force: true });
  let last: Differs = { clearly: 0, shade: 0, picture: '' };
  let picture = golden;
  // What is still coming in gets a moment.
  for (let n = 0; n < TRIES; n++) {
    if (n > 0) await page.waitForTimeout(200 * n);
    picture = await shoot(page, desk);
    if (picture.equals(golden)) return null;
    last = await desk.evaluate(differ, { was: golden.toString('base64'), is: picture.toString('base64'), most: MOST });
    if (last.clearly <= MOST.clearly.pixels && last.shade <= MOST.shade.pixels) return null;
  }
  const folder = dirname(join(seen, name));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(seen, `${name}-was.webp`), golden);
  writeFileSync(join(seen, `${name}-is.webp`), picture);
  writeFileSync(join(seen, `${name}-differs.webp`), Buffer.from(last.picture, 'base64'));
  return `${name} differs clearly in ${Math.round(last.clearly)} pixels of a million, by a shade in ${Math.round(last.shade)}; look at ${relative(root, join(seen, name))}-was, -is and -differs.webp`;
}

/** A picture of what is in the window, without what differs from machine to machine. */
async function shoot(page: Page, desk: Page): Promise<Buffer> {
  // Not by the options of a screenshot: those write a style into the page, which its policy refuses.
  await page.evaluate(hide, { rules: CHANGING, folder: FOLDER });
  const png = await page.screenshot({ caret: 'initial', scale: 'css' });
  return Buffer.from(await desk.evaluate(toWebp, { png: png.toString('base64'), ...KEPT }), 'base64');
}

/** Runs in the page, which stays so: it is the last thing a state is for. */
function hide({ rules, folder }: { readonly rules: string; readonly folder: string }): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  if (document.adoptedStyleSheets.length === 0) document.adoptedStyleSheets.push(sheet);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const shown = text.textContent?.replace(new RegExp(folder), '/thuis/Rode Draad') ?? '';
    // What needs no change is left alone: the selection may be in it.
    if (shown !== text.textContent) text.textContent = shown;
  }
}

/** What is kept must be what stays: taken again until two pictures on end are the same. */
async function shootTwice(page: Page, desk: Page): Promise<Buffer> {
  let last = await shoot(page, desk);
  for (let n = 0; n < 10; n++) {
    await page.waitForTimeout(150);
    const next = await shoot(page, desk);
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('The page goes on changing');
}

/** Runs in the page that compares: a number for how the system's own fonts draw, also letters that the product's fonts don't have. */
function measureLetters(): string {
  const context = new OffscreenCanvas(10, 10).getContext('2d');
  if (!context) return 'unknown';
  const widths = ['sans-serif', 'serif', 'monospace', 'system-ui'].flatMap((family) => {
    context.font = `20px ${family}`;
    return ['Rode Draad ijsvogel', 'قالت القابلة', 'אמא שלי', '↵⇧⌘★✓'].map((text) => context.measureText(text).width);
  });
  return widths.reduce((sum, width) => (sum * 31 + Math.round(width * 100)) % 1_000_003, 7).toString(36);
}

/** Runs in the page that compares. */
async function toWebp({ png, quality, scale }: typeof KEPT & { readonly png: string }): Promise<string> {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width * scale, image.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas to keep pictures from');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Pixels of a million; a million when the pictures have another size. `picture`: where they differ clearly, in red. */
type Differs = { readonly clearly: number; readonly shade: number; readonly picture: string };
type Two = { readonly was: string; readonly is: string; readonly most: typeof MOST };

/** Runs in the page that compares. Letters whose edges are drawn a shade otherwise don't count. */
async function differ({ was, is, most }: Two): Promise<Differs> {
  const decode = async (base64: string) => {
    const image = await createImageBitmap(await (await fetch(`data:image/webp;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('No canvas to compare pictures on');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = await Promise.all([decode(was), decode(is)]);
  if (a.width !== b.width || a.height !== b.height) return { clearly: 1_000_000, shade: 1_000_000, picture: '' };
  const { pixelmatch } = globalThis as unknown as {
    pixelmatch: (a: Uint8ClampedArray, b: Uint8ClampedArray, out: Uint8ClampedArray, w: number, h: number, o: object) => number;
  };
  const out = new ImageData(a.width, a.height);
  const count = ({ threshold }: { readonly threshold: number }) =>
    (pixelmatch(a.data, b.data, out.data, a.width, a.height, { threshold }) / (a.width * a.height)) * 1_000_000;
  const shade = count(most.shade);
  const clearly = count(most.clearly);
  const canvas = new OffscreenCanvas(a.width, a.height);
  canvas.getContext('2d')?.putImageData(out, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })).arrayBuffer());
  let picture = '';
  for (const byte of bytes) picture += String.fromCharCode(byte);
  return { clearly, shade, picture: btoa(picture) };
}

function pixelmatchScript(): string {
  const source = readFileSync(fileURLToPath(import.meta.resolve('pixelmatch')), 'utf8');
  return `${source.replace('export default function', 'function')}\nglobalThis.pixelmatch = pixelmatch;`;
}
