// The codebook: making, changing, moving, merging and deleting codes, and its way in and out as a table.

import type { Output, Parsed } from '../contract/index.ts';
import {
  type Code,
  cleanName,
  defaultColour,
  formatPath,
  MAX_DEPTH,
  MAX_NAME,
  placeCodes,
  readsAsPath,
  subtreeIds,
} from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { readCodebook, writeCodebook } from '../formats/codebook-csv.ts';
import { deleteCode, getCode, getSibling, insertCode, listCodes, updateCode } from '../store/codes.ts';
import {
  countByCode,
  deleteCoding,
  deleteCodingsOfCode,
  findCoding,
  getCoding,
  listCodingIdsOfCode,
  updateCodingCode,
  updateCodingKey,
} from '../store/codings.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { moveMemo } from '../store/memos.ts';
import { listPins, movePin } from '../store/pins.ts';
import type { pinHandlers } from './pins.ts';
import type { ChangeCall, HandlersFor } from './session.ts';

const BLANK = { labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '' };
type Texts = Partial<Omit<Code, 'id' | 'parentId' | 'position' | 'name'>>;

export const codeHandlers: Omit<HandlersFor<'code' | 'codebook'>, keyof typeof pinHandlers> = {
  'code.list': ({ db }) => ({ codes: listRows(db) }),
  'code.create': ({ db, about }, { name, parentId, ...texts }) => {
    if (parentId !== null) existingCode(db, parentId);
    const id = createCode(db, parentId, name, given(texts));
    about(cleanName(name));
    return { id };
  },
  'code.update': ({ db, about }, { id, name, ...texts }) => {
    const code = existingCode(db, id);
    const next = name === undefined ? code.name : checkedName(name);
    assertFree(db, code.parentId, next, id);
    if (texts.colour && code.parentId !== null)
      throw new DraadError('refused', 'Only a theme has a colour of its own; its codes wear it');
    updateCode(db, { ...code, ...given(texts), name: next });
    about(next);
    return {};
  },
  'code.move': moveCode,
  'code.merge': mergeCode,
  'code.delete': ({ db, about }, { id }) => {
    const code = existingCode(db, id);
    const codes = placeCodes(listCodes(db));
    const below = subtreeIds(codes, id);
    const gone = codes.filter((c) => below.has(c.id)).reverse(); // children before parents
    const codings = gone.reduce((sum, c) => sum + deleteCodingsOfCode(db, c.id), 0);
    for (const c of gone) deleteCode(db, c.id);
    about(code.name);
    return { codes: gone.length, codings };
  },
  'codebook.import': ({ db, about }, { csv }) => {
    const answer = { created: 0, updated: 0 };
    for (const { path, line: _line, ...entry } of readCodebook(csv)) {
      const before = findPath(db, path);
      const id = before ?? ensurePath(db, path).id;
      if (before === null) answer.created++;
      const code = existingCode(db, id);
      const next = { ...code, ...filled(entry), colour: code.parentId === null ? (entry.colour ?? code.colour) : null };
      if (before !== null && JSON.stringify(next) !== JSON.stringify(code)) answer.updated++;
      updateCode(db, next);
    }
    about(String(answer.created + answer.updated));
    return answer;
  },
  'codebook.export': ({ db }, { language }) => ({ csv: writeCodebook(placeCodes(listCodes(db)), language) }),
};

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

/** The code a path names; what is missing of the path is made. Answers the paths it made. Errors: `refused` when it is too deep. */
export function ensurePath(db: WritableDb, path: readonly string[]): { id: number; created: string[] } {
  let parentId: number | null = null;
  const created: string[] = [];
  path.forEach((name, depth) => {
    const known: Code | undefined = getSibling(db, parentId, name);
    if (!known) created.push(formatPath(path.slice(0, depth + 1).map(cleanName)));
    parentId = known?.id ?? createCode(db, parentId, name, {});
  });
  if (parentId === null) throw new DraadError('invalid-input', 'A code needs a name', 'path');
  return { id: parentId, created };
}

function createCode(db: WritableDb, parentId: number | null, given: string, texts: Texts): number {
  const name = checkedName(given);
  assertFree(db, parentId, name, null);
  assertDepth(db, parentId, 1);
  const { colour, ...rest } = texts;
  if (colour && parentId !== null) throw new DraadError('refused', 'Only a theme has a colour of its own; its codes wear it');
  const themes = parentId === null ? listCodes(db).filter((code) => code.parentId === null) : [];
  return insertCode(db, { ...BLANK, ...rest, parentId, name, colour: parentId === null ? (colour ?? freeColour(themes)) : null });
}

// The first look no theme has yet, so that ten themes get ten hues.
function freeColour(themes: readonly Code[]): NonNullable<Code['colour']> {
  const used = new Set(themes.map((theme) => theme.colour?.hue));
  for (let n = 0; n < 10; n++) if (!used.has(defaultColour(n).hue)) return defaultColour(n);
  return defaultColour(themes.length);
}

function checkedName(given: string): string {
  const name = cleanName(given);
  if (name === '') throw new DraadError('invalid-input', 'A code needs a name', 'name');
  if (name.length > MAX_NAME)
    throw new DraadError('invalid-input', `A name is at most ${MAX_NAME} characters long, and this is ${name.length}`, 'name');
  if (readsAsPath(name))
    throw new DraadError('refused', `"${name}" would be read as a path; leave out the spaces around the slash`, 'name');
  return name;
}

function assertFree(db: ReadableDb, parentId: number | null, name: string, self: number | null): void {
  const same = getSibling(db, parentId, name);
  if (same && same.id !== self) throw new DraadError('conflict', `There is already a code ${same.name} here`, 'name');
}

function assertDepth(db: ReadableDb, parentId: number | null, height: number): void {
  const codes = new Map(listCodes(db).map((code) => [code.id, code]));
  let depth = 0;
  for (let at = parentId; at !== null; at = codes.get(at)?.parentId ?? null) depth++;
  if (depth + height > MAX_DEPTH) throw new DraadError('refused', `The tree can be at most ${MAX_DEPTH} deep`);
}

function moveCode({ db, about }: ChangeCall, { id, parentId, position }: Parsed<'code.move'>): Output<'code.move'> {
  const code = existingCode(db, id);
  if (parentId !== null) existingCode(db, parentId);
  const codes = listCodes(db);
  const below = subtreeIds(codes, id);
  if (parentId !== null && below.has(parentId)) throw new DraadError('refused', 'A code can’t be moved under itself');
  assertFree(db, parentId, code.name, id);
  assertDepth(db, parentId, heightOf(codes, id));
  const siblings = placeCodes(codes).filter((c) => c.parentId === parentId && c.id !== id);
  const colour = parentId === null ? (code.colour ?? freeColour(codes.filter((c) => c.parentId === null))) : null;
  siblings.splice(Math.min(position, siblings.length), 0, { ...placed(codes, id), parentId, colour });
  siblings.forEach((sibling, n) => {
    const own = sibling.id === id ? { ...code, parentId, colour } : existingCode(db, sibling.id);
    updateCode(db, { ...own, position: n });
  });
  about(code.name);
  return {};
}

function placed(codes: readonly Code[], id: number): ReturnType<typeof placeCodes>[number] {
  const found = placeCodes(codes).find((code) => code.id === id);
  if (!found) throw new DraadError('not-found', `There is no code ${id}`);
  return found;
}

function heightOf(codes: readonly Code[], id: number): number {
  const children = codes.filter((code) => code.parentId === id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(codes, child.id)));
}

function mergeCode({ db, about }: ChangeCall, { id, intoId }: Parsed<'code.merge'>): Output<'code.merge'> {
  const code = existingCode(db, id);
  const into = existingCode(db, intoId);
  if (subtreeIds(listCodes(db), id).has(intoId))
    throw new DraadError('refused', 'A code can’t be merged into itself or a code below it');
  // A code below may bear the same name and come to stand where this one stood, so from here on it has a name that no code can have.
  updateCode(db, { ...code, name: formatPath([code.name, String(code.id)]) });
  const codings = mergeRows(db, code, into);
  about(`${code.name} → ${into.name}`);
  return { codings };
}

// Sub-codes of the same name are merged too; the others move over.
function mergeRows(db: WritableDb, code: Code, into: Code): number {
  const ids = listCodingIdsOfCode(db, code.id);
  for (const codingId of ids) moveCoding(db, codingId, into.id);
  let moved = ids.length;
  const children = listCodes(db).filter((c) => c.parentId === code.id);
  for (const child of children.sort((a, b) => a.position - b.position)) {
    const same = getSibling(db, into.id, child.name);
    if (same) moved += mergeRows(db, child, same);
    else {
      assertDepth(db, into.id, heightOf(listCodes(db), child.id));
      const last = Math.max(
        -1,
        ...listCodes(db)
          .filter((c) => c.parentId === into.id)
          .map((c) => c.position),
      );
      updateCode(db, { ...child, parentId: into.id, position: last + 1 });
    }
  }
  moveMemo(db, 'code', code.id, into.id);
  movePin(db, code.id, into.id);
  deleteCode(db, code.id);
  return moved;
}

/** Gives a coding another code; where the same coder has that code on the very same range already, the two become one, with both memos. */
export function moveCoding(db: WritableDb, codingId: number, codeId: number): void {
  const coding = getCoding(db, codingId);
  if (!coding || coding.codeId === codeId) return;
  const twin = coding.start < coding.end ? findCoding(db, { ...coding, codeId }) : null;
  if (twin === null) {
    updateCodingCode(db, codingId, codeId);
    return;
  }
  if (coding.key) updateCodingKey(db, twin, true);
  moveMemo(db, 'coding', codingId, twin);
  deleteCoding(db, codingId);
}

function listRows(db: ReadableDb): Output<'code.list'>['codes'] {
  const codes = placeCodes(listCodes(db));
  const counts = countByCode(db);
  const pins = listPins(db);
  const children = Map.groupBy(codes, (code) => code.parentId);
  const rolled = new Map<number, { quotes: number; interviews: Set<number> }>();
  // Deepest first, so that each parent finds its children counted.
  for (const code of [...codes].reverse()) {
    const own = counts.get(code.id);
    const below = (children.get(code.id) ?? []).flatMap((child) => rolled.get(child.id) ?? []);
    rolled.set(code.id, {
      quotes: below.reduce((sum, child) => sum + child.quotes, own?.codings ?? 0),
      interviews: new Set([...(own?.interviews ?? []), ...below.flatMap((child) => [...child.interviews])]),
    });
  }
  return codes.map((code) => ({
    ...code,
    codings: counts.get(code.id)?.codings ?? 0,
    interviews: rolled.get(code.id)?.interviews.size ?? 0,
    quotes: rolled.get(code.id)?.quotes ?? 0,
    pin: pins.get(code.id) ?? null,
  }));
}

/** Without what was not given, so that it does not overwrite. */
function given<T extends object>(texts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

/** Without what the file leaves empty. */
function filled<T extends object>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '' && value !== null)) as Partial<T>;
}
