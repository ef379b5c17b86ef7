// What the parts of the double share in the main process: the wire to the test, and the one window.

import type { Serializable } from 'node:child_process';
import type { MenuItemConstructorOptions } from 'electron';
import { type Ask, openWire, type SeenItem, type ToDriver, type ToMain } from './wire.ts';

type Handler = (event: unknown, ...args: unknown[]) => unknown;
type Parts = { [K in keyof ToMain]?: ToMain[K] extends (value: infer V) => infer R ? (value: V) => R | Promise<R> : never };

/** Each part of the double adds what it answers. */
export const answers: Parts = {};
export const ipcHandlers = new Map<string, Handler>();
export const menu: { template: readonly MenuItemConstructorOptions[]; seen: readonly SeenItem[] } = { template: [], seen: [] };

let wire: Ask<ToDriver> | undefined;

/** Opened at first use, so that the double can be imported (and refuse things) without a test that holds a browser. */
export function driver(): Ask<ToDriver> {
  wire ??= openWire<ToDriver, ToMain>(
    {
      send: (message: Serializable) => process.send?.(message),
      onMessage: (listener) => process.on('message', listener),
      onClose: () => process.on('disconnect', () => process.exit()),
    },
    answers as Required<Parts>,
  );
  return wire;
}
