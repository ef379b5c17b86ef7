// The double of ipcMain. What the page sends has come as JSON; who sent it is the frame that the test names.

import type { IpcMainInvokeEvent } from 'electron';
import { windowOf } from './browser-window.ts';
import { answers, ipcHandlers } from './state.ts';
import { forbid, strict } from './strict.ts';
import { settle } from './wire.ts';

export const ipcMain = strict('ipcMain', {
  handle(channel: string, listener: (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown): void {
    if (ipcHandlers.has(channel)) forbid(`a second handler for '${channel}'`);
    ipcHandlers.set(channel, listener as (event: unknown, ...args: unknown[]) => unknown);
  },
});

answers.invoke = async ({ channel, args, frame, window: number }) => {
  const handler = ipcHandlers.get(channel);
  const window = windowOf(number);
  if (!handler || !window) return { ok: false, message: `No handler registered for '${channel}'` };
  const event = strict('IpcMainInvokeEvent', {
    type: 'frame',
    sender: window.webContents,
    senderFrame: senderFrame(frame),
    frameId: 1,
    processId: 1,
  });
  return settle(async () => checkPlain(await handler(event, ...args)));

  function senderFrame(kind: typeof frame): object | null {
    if (kind === 'main') return window?.webContents.mainFrame ?? null;
    if (kind === 'null') return null;
    return strict('WebFrameMain', { url: kind === 'sub' ? 'app://workbench/' : 'https://elsewhere.example/' });
  }
};

/** Answers are plain JSON, so that every door gives the same; Electron itself would let a Date or a Map through. */
function checkPlain(value: unknown): unknown {
  const seen = JSON.stringify(value, (key, part: unknown) => {
    const plain =
      part === null ||
      ['string', 'number', 'boolean', 'undefined'].includes(typeof part) ||
      Array.isArray(part) ||
      Object.getPrototypeOf(part) === Object.prototype;
    return plain ? part : forbid(`an answer that is not plain JSON, at '${key}'`);
  });
  return seen === undefined ? undefined : JSON.parse(seen);
}
