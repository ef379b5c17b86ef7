// Remembers where the window was, in a small file of settings. A place that is no longer on any screen is forgotten.

import { readFileSync } from 'node:fs';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { writeFileSafely } from '../src/core/files.ts';

export type WindowState = { readonly bounds: Partial<Rectangle>; readonly maximized: boolean };

const atFirst: WindowState = { bounds: { width: 1440, height: 900 }, maximized: false };

/** After the app is ready. */
export function readWindowState(file: string): WindowState {
  const state = parse(file);
  return state && isOnScreen(state.bounds) ? state : atFirst;
}

function parse(file: string): { bounds: Rectangle; maximized: boolean } | null {
  try {
    const { x, y, width, height, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null;
    return { bounds: { x, y, width, height }, maximized: maximized === true };
  } catch {
    return null; // the first start, or a file someone damaged: both begin anew
  }
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

/** A hand's breadth of the title bar must be there to take hold of. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  const grip = 100;
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const overlap = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    return overlap >= grip && y >= area.y && y <= area.y + area.height - grip;
  });
}

/** Writes when the window closes. A place that can't be kept is no reason to keep someone from leaving. */
export function keepBounds(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    try {
      writeFileSafely(file, `${JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() })}\n`);
    } catch (error) {
      console.error(error);
    }
  });
}
