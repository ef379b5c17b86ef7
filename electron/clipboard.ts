// Copies for the page, which is allowed nothing itself: a text, or a picture of a chart. It reads nothing back.

import { ClipboardItem, clipboard } from 'electron';
import type { ToCopy } from '../src/contract/door.ts';

export async function copy(what: ToCopy): Promise<void> {
  if ('text' in what) return clipboard.writeText(what.text);
  const image = new Blob([Buffer.from(what.png, 'base64')], { type: 'image/png' });
  await clipboard.write([new ClipboardItem({ 'image/png': image })]);
}
