// The operations of the codebook: making, changing, moving and deleting codes here; merging, splitting, history and tables next door.

import type { Output, Parsed } from '../contract/index.ts';
import { type Code, placeCodes, subtreeIds } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { beginningOf } from '../domain/text.ts';
import { deleteCode, listCodes, updateCode } from '../store/codes.ts';
import { deleteCodingsOfCode } from '../store/codings.ts';
import { noteChange, rewriteCode } from './code-changes.ts';
import { codeHistory, codingsBefore } from './code-history.ts';
import { listRows } from './code-list.ts';
import {
  assertDepth,
  assertFree,
  checkedName,
  createCode,
  existingCode,
  freeColour,
  named,
  pathOf,
  placeAmong,
} from './code-tree.ts';
import { exportCodebook, importCodebook } from './codebook.ts';
import { mergeCode, previewMerge } from './merge.ts';
import type { pinHandlers } from './pins.ts';
import type { ChangeCall, HandlersFor } from './session.ts';
import { splitCode } from './split.ts';

const LABEL_REASON = 80;

export const codeHandlers: Omit<HandlersFor<'code' | 'codebook'>, keyof typeof pinHandlers> = {
  'code.list': ({ db }) => ({ codes: listRows(db) }),
  'code.create': (call, { name, parentId, ...texts }) => {
    if (parentId !== null) existingCode(call.db, parentId);
    const id = createCode(call, parentId, name, given(texts));
    call.about(named((nameOf) => nameOf(existingCode(call.db, id))));
    return { id };
  },
  'code.update': (call, { id, name, reason, before = {}, ...texts }) => {
    const code = existingCode(call.db, id);
    assertAsRead(code, before);
    const next = name === undefined ? code.name : checkedName(name);
    assertFree(call.db, code.parentId, next, id);
    if (texts.colour && code.parentId !== null)
      throw new DraadError('refused', 'Only a theme has a colour of its own; its codes wear it');
    rewriteCode(call, code, { ...code, ...given(texts), name: next }, reason);
    call.about(named((nameOf) => nameOf(existingCode(call.db, id))));
    return {};
  },
  'code.move': moveCode,
  'code.merge': mergeCode,
  'code.mergePreview': previewMerge,
  'code.split': splitCode,
  'code.delete': ({ db, about }, { id, reason }) => {
    const code = existingCode(db, id);
    const codes = placeCodes(listCodes(db));
    const below = subtreeIds(codes, id);
    const gone = codes.filter((c) => below.has(c.id)).reverse(); // children before parents
    const codings = gone.reduce((sum, c) => sum + deleteCodingsOfCode(db, c.id), 0);
    for (const c of gone) deleteCode(db, c.id);
    // Its own history goes along, so why is kept in the history of the project.
    about(named((nameOf) => (reason === '' ? nameOf(code) : `${nameOf(code)} (${shorten(reason)})`)));
    return { codes: gone.length, codings };
  },
  'code.history': codeHistory,
  'code.codingsBefore': codingsBefore,
  'codebook.import': importCodebook,
  'codebook.export': exportCodebook,
};

function moveCode(call: ChangeCall, { id, parentId, position, reason }: Parsed<'code.move'>): Output<'code.move'> {
  const { db } = call;
  const code = existingCode(db, id);
  if (parentId !== null) existingCode(db, parentId);
  const codes = listCodes(db);
  if (parentId !== null && subtreeIds(codes, id).has(parentId))
    throw new DraadError('refused', 'A code can’t be moved under itself');
  assertFree(db, parentId, code.name, id);
  assertDepth(db, parentId, heightOf(codes, id));
  const before = pathOf(db, id);
  const elsewhere = parentId !== code.parentId;
  if (elsewhere) updateCode(db, { ...code, parentId, colour: parentId === null ? (code.colour ?? freeColour(db)) : null });
  placeAmong(db, { id, parentId }, position);
  // Another place among the same siblings says nothing about the code.
  if (elsewhere) noteChange(call, code, 'moved', { changes: [{ field: 'path', before, after: pathOf(db, id) }] }, reason);
  call.about(named((nameOf) => nameOf(code)));
  return {};
}

/** How many levels a code and what is below it take. */
function heightOf(codes: readonly Code[], id: number): number {
  const children = Map.groupBy(codes, (code) => code.parentId);
  const height = (of: number): number => 1 + Math.max(0, ...(children.get(of) ?? []).map((child) => height(child.id)));
  return height(id);
}

/** So that of two windows in one code none writes over what the other wrote, unseen. */
function assertAsRead(code: Code, before: NonNullable<Parsed<'code.update'>['before']>): void {
  const { colour, ...texts } = given(before);
  const changed =
    Object.entries(texts).some(([field, text]) => code[field as keyof typeof texts] !== text) ||
    (colour !== undefined && (colour?.hue !== code.colour?.hue || colour?.form !== code.colour?.form));
  if (changed) throw new DraadError('conflict', 'This code was changed meanwhile; it was read before that', 'before');
}

/** Without what was not given, so that it does not overwrite. */
function given<T extends object>(texts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

function shorten(text: string): string {
  const start = beginningOf(text, LABEL_REASON);
  return text.length > LABEL_REASON ? `${start.trimEnd()}…` : start;
}
