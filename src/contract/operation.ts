// What an operation is: a name, what it does in a sentence, and the shapes of its question and its answer.
// The schema library is imported here and nowhere else.

import { z } from 'zod';
import { cleanName, MAX_DEPTH, MAX_NAME } from '../domain/code.ts';

export { z };

/** read: changes nothing. change: one undoable step in the history. remember: keeps a position, outside the history. workbench: about which project is open. */
export type Kind = 'read' | 'change' | 'remember' | 'workbench';

export type Operation<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: K;
  readonly doc: string;
  readonly input: I;
  readonly output: O;
};

/** Declares an operation; its type carries both schemas on to the handlers and the clients. */
export function operation<K extends Kind, I extends z.ZodType, O extends z.ZodType>(
  kind: K,
  doc: string,
  input: I,
  output: O,
): Operation<K, I, O> {
  return { kind, doc, input, output };
}

export const nothing = z.strictObject({});
export const id = z.int().positive();
export const offset = z.int().nonnegative();
/** One line, as it is stored. */
export const name = z.string().transform(cleanName).pipe(z.string().min(1).max(MAX_NAME));
/** A code from outside: `Thema / code`. */
export const path = z
  .string()
  .trim()
  .min(1)
  .max(MAX_DEPTH * (MAX_NAME + 3));
/** A calendar date, `2026-03-19`. */
export const date = z.iso.date('a date is written as 2026-03-19');
export const language = z.enum(['nl', 'en']);
export const done = z.strictObject({});
