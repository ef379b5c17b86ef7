// JSON that came from elsewhere: parsed, and asked for what it should hold without believing that it does.

import { DraadError } from '../domain/error.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** True when a text can be nothing but JSON, whole or cut off. `[00:12] Ja` and `{lacht}` are talk. */
export function looksLikeJson(start: string): boolean {
  return /^(?:\{\s*(?:"[^"\n]{0,200}"\s*:|\})|\[\s*(?:\{\s*"|\[\s*["{\d]|\]|"[^"\n]{0,200}"\s*[,\]]))/.test(start.slice(0, 500));
}

/** The value in a text. Throws `refused` when it is damaged or cut off. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseLoosely(text);
  }
}

// Python writes NaN and Infinity where JSON has nothing to write.
function parseLoosely(text: string): unknown {
  try {
    return JSON.parse(text.replace(/(:\s{0,4})(?:NaN|-?Infinity)(?=\s{0,99}[,}\]])/g, '$1null'));
  } catch {
    throw new DraadError('refused', 'The file is damaged: its JSON is not complete');
  }
}

/** The value as an object; an empty one when it is not. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects in a list; none when it is no list. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value as text; null when it is no text, or blank. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
