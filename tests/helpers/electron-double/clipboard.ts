// The double of the clipboard: write only; the test reads what was written.

import { driver } from './state.ts';
import { forbid, strict } from './strict.ts';

const contents = new WeakMap<object, Blob>();

export class ClipboardItem {
  constructor(items: Record<string, Blob>) {
    const [type, ...more] = Object.keys(items);
    const blob = items[type ?? ''];
    if (type !== 'image/png' || more.length > 0 || blob?.type !== type)
      forbid(`a clipboard item of ${Object.keys(items)} is not in the double`);
    contents.set(this, blob);
  }
}

export const clipboard = strict('clipboard', {
  async writeText(text: string): Promise<void> {
    await driver()('copied', { type: 'text/plain', bytes: Buffer.from(text) });
  },
  async write(items: object[]): Promise<void> {
    const [blob] = items.map((item) => contents.get(item) ?? forbid('not a ClipboardItem'));
    if (blob) await driver()('copied', { type: blob.type, bytes: new Uint8Array(await blob.arrayBuffer()) });
  },
});
