// Reads what the window said. The window shows what strangers wrote, so nothing it sends is taken on trust: shape and size are
// checked here, the words of an operation by the contract.

import type { FileToSave, MenuState, ToCopy } from '../src/contract/door.ts';
import type { WindowRequest } from './channels.ts';

export const maxRequestBytes = 256 * 1024 * 1024;
const maxDepth = 64;

/** The request; null when it is not one: another shape, larger than the limit, or holding something that is not plain JSON. */
export function toRequest(value: unknown, limit: number = maxRequestBytes): WindowRequest | null {
  if (!isObject(value) || measure(value, limit, maxDepth) < 0) return null;
  switch (value.kind) {
    case 'call':
      return toCall(value);
    case 'cancel':
      return isText(value.id, 64) ? { kind: 'cancel', id: value.id } : null;
    case 'pickProject':
      return { kind: 'pickProject' };
    case 'openWindow':
      return { kind: 'openWindow' };
    case 'saveFile':
      return isFile(value.file) ? { kind: 'saveFile', file: value.file } : null;
    case 'copy':
      return isToCopy(value.what) ? { kind: 'copy', what: value.what } : null;
    case 'setMenu':
      return isMenuState(value.state) ? { kind: 'setMenu', state: value.state } : null;
    default:
      return null;
  }
}

function toCall({ id, name, input, opening = null }: Record<string, unknown>): WindowRequest | null {
  if (!isText(id, 64) || !isText(name, 200) || (opening !== null && !isText(opening, 64))) return null;
  return { kind: 'call', id, name, input, opening };
}

/** What is left of a budget of bytes (two for each UTF-16 unit, eight for anything else) after a plain JSON value; below 0 when it does not fit. */
function measure(value: unknown, budget: number, depth: number): number {
  if (budget < 0 || depth < 0) return -1;
  if (typeof value === 'string') return budget - 2 * value.length;
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return budget - 8;
  if (!isObject(value) && !Array.isArray(value)) return -1;
  let left = budget - 8;
  for (const [key, part] of Object.entries(value)) {
    left = measure(part, left - 2 * key.length, depth - 1);
    if (left < 0) return -1;
  }
  return left;
}

function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}

function isFile(value: unknown): value is FileToSave {
  if (!isObject(value) || !isText(value.name, 200) || !isText(value.mime, 100)) return false;
  return typeof value.text === 'string' || typeof value.base64 === 'string';
}

function isToCopy(value: unknown): value is ToCopy {
  return isObject(value) && (typeof value.text === 'string' || typeof value.png === 'string');
}

function isMenuState(value: unknown): value is MenuState {
  if (!isObject(value) || (value.language !== 'nl' && value.language !== 'en')) return false;
  if (value.keys !== undefined && !isKeys(value.keys)) return false;
  return [value.undo, value.redo].every((label) => label === null || isText(label, 200));
}

function isKeys(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((key) => isText(key, 40));
}
