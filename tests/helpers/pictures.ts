// Golden pictures of screens: each is compared with the one that was looked at and kept. A picture that differs is put beside the
// golden one as `<name>-changed.webp`; when it is what you mean, rename it over the other. With RODE_DRAAD_PICTURES=make they are all made
// anew, to look at; a state without a golden picture is not compared.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';

/** Pixels that may differ, as a part of all: letters are drawn a shade otherwise now and then, a missing control is far more. */
const MOST_DIFFERENT = 0.001;
const TRIES = 4;
/** What differs from run to run: where projects are kept, and when a file was changed. */
const CHANGING = '.path, .recent .when, .recent .where';
const folder = fileURLToPath(new URL('../e2e/pictures/', import.meta.url));
const making = process.env.RODE_DRAAD_PICTURES === 'make';
const versionFile = join(folder, 'drawn-by.txt');

export type Pictures = {
  /** Why pictures can't be compared here, in a sentence; null when they can. */
  readonly missing: string | null;
  /** Null when the page looks as it did; else a sentence that says how far it is off. */
  readonly compare: (page: Page, name: string) => Promise<string | null>;
  readonly close: () => Promise<void>;
};

/** Another browser or system draws letters otherwise, so pictures are compared only by the one that drew them. */
export async function openPictures(browser: Browser): Promise<Pictures> {
  const drawnBy = `${process.platform} Chromium ${browser.version()}`;
  const missing = making ? null : whyNot(drawnBy);
  const desk = await browser.newPage();
  await desk.addScriptTag({ content: pixelmatchScript(), type: 'module' });
  return {
    missing,
    compare: async (page, name) => {
      const path = join(folder, `${name}.webp`);
      const changed = join(folder, `${name}-changed.webp`);
      rmSync(changed, { force: true });
      if (making) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(versionFile, `${drawnBy}\n`);
        writeFileSync(path, await shoot(page, desk));
        return null;
      }
      if (!existsSync(path)) return null;
      const golden = readFileSync(path).toString('base64');
      let last: { picture: Buffer; off: number } = { picture: Buffer.alloc(0), off: 1 };
      // What is still coming in gets a moment.
      for (let n = 0; n < TRIES; n++) {
        if (n > 0) await page.waitForTimeout(250 * n);
        const picture = await shoot(page, desk);
        last = { picture, off: await desk.evaluate(differ, [golden, picture.toString('base64')]) };
        if (last.off <= MOST_DIFFERENT) return null;
      }
      writeFileSync(changed, last.picture);
      return `${name} differs in ${(last.off * 100).toFixed(2)} % of its pixels; look at ${name}-changed.webp beside the golden one`;
    },
    close: () => desk.close(),
  };
}

function whyNot(drawnBy: string): string | null {
  if (!existsSync(versionFile)) return 'None are kept yet: the states do not look the same from run to run.';
  const kept = readFileSync(versionFile, 'utf8').trim();
  return kept === drawnBy ? null : `The golden pictures were drawn by ${kept}, and this is ${drawnBy}.`;
}

/** A picture of what is in the window, without what differs from run to run. */
async function shoot(page: Page, desk: Page): Promise<Buffer> {
  await page.evaluate(async (changing) => {
    await document.fonts.ready;
    for (const element of document.querySelectorAll<HTMLElement>(changing)) element.style.visibility = 'hidden';
    for (const element of document.querySelectorAll<HTMLElement>('input, textarea, [contenteditable]'))
      element.style.caretColor = 'transparent';
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }, CHANGING);
  const png = await page.screenshot();
  return Buffer.from(await desk.evaluate(toWebp, png.toString('base64')), 'base64');
}

/** Runs in the page that compares: a PNG as WebP, a fifth of its size. */
async function toWebp(png: string): Promise<string> {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.82 })).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Runs in the page that compares: the part of the pixels that differ, 1 when the pictures have another size. */
async function differ(pictures: string[]): Promise<number> {
  const decode = async (base64: string | undefined) => {
    const image = await createImageBitmap(await (await fetch(`data:image/webp;base64,${base64}`)).blob());
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    if (!context) throw new Error('No canvas to compare pictures on');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height);
  };
  const [a, b] = await Promise.all([decode(pictures[0]), decode(pictures[1])]);
  if (a.width !== b.width || a.height !== b.height) return 1;
  const { pixelmatch } = globalThis as unknown as {
    pixelmatch: (a: Uint8ClampedArray, b: Uint8ClampedArray, out: undefined, w: number, h: number, o: object) => number;
  };
  return pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.2 }) / (a.width * a.height);
}

function pixelmatchScript(): string {
  const source = readFileSync(fileURLToPath(import.meta.resolve('pixelmatch')), 'utf8');
  return `${source.replace('export default function', 'function')}\nglobalThis.pixelmatch = pixelmatch;`;
}
