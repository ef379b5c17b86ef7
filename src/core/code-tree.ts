// Finding a code, and making one at a place in the tree. What every operation on codes leans on.

import {
  type Code,
  type Colour,
  cleanName,
  formatPath,
  freeLook,
  MAX_DEPTH,
  MAX_NAME,
  nameTrouble,
  placeCodes,
} from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { getCode, getSibling, insertCode, listChildIds, listThemes, updateCodePosition } from '../store/codes.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { noteChange } from './code-changes.ts';
import type { ChangeCall, Subject } from './session.ts';

const BLANK = { labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '' };
export type CodeTexts = Partial<Omit<Code, 'id' | 'parentId' | 'position' | 'name' | 'version'>>;

/** The code with this id. Errors: `not-found`. */
export function existingCode(db: ReadableDb, id: number): Code {
  const code = getCode(db, id);
  if (!code) throw new DraadError('not-found', `There is no code ${id}; it may have been deleted meanwhile`);
  return code;
}

/** The code a path names, compared without case; null when it isn't there. */
export function findPath(db: ReadableDb, path: readonly string[]): number | null {
  let parentId: number | null = null;
  for (const name of path) {
    const code: Code | undefined = getSibling(db, parentId, name);
    if (!code) return null;
    parentId = code.id;
  }
  return parentId;
}

/** A code made on the way along a path. */
export type Made = { readonly id: number; readonly path: string };

/** The code a path names; what is missing of the path is made. Errors: `refused` when it is too deep. */
export function ensurePath(call: ChangeCall, path: readonly string[]): { id: number; created: Made[] } {
  let parentId: number | null = null;
  const created: Made[] = [];
  path.forEach((name, depth) => {
    const known: Code | undefined = getSibling(call.db, parentId, name);
    parentId = known?.id ?? createCode(call, parentId, name, {});
    if (!known) created.push({ id: parentId, path: formatPath(path.slice(0, depth + 1).map(cleanName)) });
  });
  if (parentId === null) throw new DraadError('invalid-input', 'A code needs a name', 'path');
  return { id: parentId, created };
}

/** Makes a code, last among its siblings, and begins its history. Errors: as `insertAt`. */
export function createCode(call: ChangeCall, parentId: number | null, name: string, texts: CodeTexts): number {
  const id = insertAt(call.db, parentId, name, texts);
  noteChange(call, { id, version: 1 }, 'created', { changes: [{ field: 'path', before: '', after: pathOf(call.db, id) }] });
  return id;
}

/** A new code's row, without history. Errors: `invalid-input` or `refused` for the name, `conflict` when it is taken, `refused` when too deep. */
export function insertAt(db: WritableDb, parentId: number | null, given: string, texts: CodeTexts): number {
  const name = checkedName(given);
  assertFree(db, parentId, name, null);
  assertDepth(db, parentId, 1);
  const { colour, ...rest } = texts;
  if (colour && parentId !== null) throw new DraadError('refused', 'Only a theme has a colour of its own; its codes wear it');
  return insertCode(db, { ...BLANK, ...rest, parentId, name, colour: parentId === null ? (colour ?? freeColour(db)) : null });
}

/** The first look no theme wears yet, so that ten themes get ten hues. */
export function freeColour(db: ReadableDb): Colour {
  return freeLook(placeCodes(listThemes(db)).map((theme) => theme.wears));
}

export function checkedName(given: string): string {
  const name = cleanName(given);
  const trouble = nameTrouble(name);
  if (trouble === 'blank') throw new DraadError('invalid-input', 'A code needs a name', 'name');
  if (trouble === 'tooLong')
    throw new DraadError('invalid-input', `A name is at most ${MAX_NAME} characters long, and this is ${name.length}`, 'name');
  if (trouble === 'path')
    throw new DraadError('refused', `"${name}" would be read as a path; leave out the spaces around the slash`, 'name');
  return name;
}

export function assertFree(db: ReadableDb, parentId: number | null, name: string, self: number | null): void {
  const same = getSibling(db, parentId, name);
  if (same && same.id !== self) throw new DraadError('conflict', `There is already a code ${same.name} here`, 'name');
}

/** Whether `height` levels of codes fit below a parent. Errors: `refused`. */
export function assertDepth(db: ReadableDb, parentId: number | null, height: number): void {
  if (lineOf(db, parentId).length + height > MAX_DEPTH)
    throw new DraadError('refused', `The tree can be at most ${MAX_DEPTH} deep`);
}

/** Puts a code at a position among the codes below its parent (past the end: last). */
export function placeAmong(db: WritableDb, { id, parentId }: Pick<Code, 'id' | 'parentId'>, position: number): void {
  const siblings = listChildIds(db, parentId).filter((sibling) => sibling !== id);
  siblings.splice(Math.min(position, siblings.length), 0, id);
  for (const [at, sibling] of siblings.entries()) updateCodePosition(db, sibling, at);
}

/** `Thema / code`, as it is now. */
export function pathOf(db: ReadableDb, id: number, nameOf: NameOf = (code) => code.name): string {
  return formatPath(lineOf(db, id).map(nameOf));
}

export type NameOf = (code: Pick<Code, 'name' | 'labelEn'>) => string;

/** What a step about codes is about: written once by their names, and once by their English labels where they have one. */
export function named(write: (nameOf: NameOf) => string): Subject {
  return { subject: write((code) => code.name), subjectEn: write((code) => code.labelEn || code.name) };
}

// From the theme down to the code itself.
function lineOf(db: ReadableDb, id: number | null): Code[] {
  const line: Code[] = [];
  for (let at = id; at !== null; ) {
    const code: Code = existingCode(db, at);
    line.unshift(code);
    at = code.parentId;
  }
  return line;
}
