// The codebook's rows.

import { type Code, type Form, nameKey } from '../domain/code.ts';
import { all, one, type ReadableDb, run, type WritableDb } from './database.ts';
import { nextId } from './numbers.ts';

type CodeRow = Omit<Code, 'colour'> & { readonly hue: number | null; readonly form: Form | null };

const COLUMNS =
  'id, parent_id as parentId, position, name, label_en as labelEn, definition, definition_en as definitionEn, use, not_use as "not", example, hue, form, version';

export function listCodes(db: ReadableDb): Code[] {
  return all<CodeRow>(db, `select ${COLUMNS} from code order by id`).map(toCode);
}

export function getCode(db: ReadableDb, id: number): Code | undefined {
  const row = one<CodeRow>(db, `select ${COLUMNS} from code where id = ?`, id);
  return row && toCode(row);
}

/** The code with this name under this parent, compared without case. */
export function getSibling(db: ReadableDb, parentId: number | null, name: string): Code | undefined {
  const row = one<CodeRow>(
    db,
    `select ${COLUMNS} from code where ifnull(parent_id, 0) = ? and name_key = ?`,
    parentId ?? 0,
    nameKey(name),
  );
  return row && toCode(row);
}

export function listThemes(db: ReadableDb): Code[] {
  return all<CodeRow>(db, `select ${COLUMNS} from code where parent_id is null order by position, id`).map(toCode);
}

/** The ids right below a parent (null: the themes), in order. */
export function listChildIds(db: ReadableDb, parentId: number | null): number[] {
  return all<{ id: number }>(db, 'select id from code where ifnull(parent_id, 0) = ? order by position, id', parentId ?? 0).map(
    (row) => row.id,
  );
}

/** A new code goes last among its siblings, with version 1. */
export function insertCode(db: WritableDb, code: Omit<Code, 'id' | 'position' | 'version'>): number {
  return run(
    db,
    'insert into code (id, parent_id, position, name, name_key, label_en, definition, definition_en, use, not_use, example, hue, form) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    nextId(db, 'code'),
    code.parentId,
    nextPosition(db, code.parentId),
    code.name,
    nameKey(code.name),
    code.labelEn,
    code.definition,
    code.definitionEn,
    code.use,
    code.not,
    code.example,
    code.colour?.hue ?? null,
    code.colour?.form ?? null,
  ).id;
}

/** The position after the last code below this parent. */
export function nextPosition(db: ReadableDb, parentId: number | null): number {
  const sql = 'select ifnull(max(position), -1) + 1 as next from code where ifnull(parent_id, 0) = ?';
  return one<{ next: number }>(db, sql, parentId ?? 0)?.next ?? 0;
}

/** Writes a code's own row; nothing is written when nothing differs, so that nothing enters the history. */
export function updateCode(db: WritableDb, code: Code): void {
  const now = getCode(db, code.id);
  if (!now || JSON.stringify(now) === JSON.stringify(code)) return;
  run(
    db,
    'update code set parent_id = ?, position = ?, name = ?, name_key = ?, label_en = ?, definition = ?, definition_en = ?, use = ?, not_use = ?, example = ?, hue = ?, form = ?, version = ? where id = ?',
    code.parentId,
    code.position,
    code.name,
    nameKey(code.name),
    code.labelEn,
    code.definition,
    code.definitionEn,
    code.use,
    code.not,
    code.example,
    code.colour?.hue ?? null,
    code.colour?.form ?? null,
    code.version,
    code.id,
  );
}

/** Gives a code its place among its siblings. */
export function updateCodePosition(db: WritableDb, id: number, position: number): void {
  run(db, 'update code set position = ? where id = ? and position <> ?', position, id, position);
}

/** Deletes one code that no coding and no other code hangs on any more, with its memo, its key and its history. */
export function deleteCode(db: WritableDb, id: number): void {
  run(db, 'delete from memo where code_id = ?', id);
  run(db, 'delete from pin where code_id = ?', id);
  run(db, 'delete from code_change where code_id = ?', id);
  run(db, 'delete from code where id = ?', id);
}

function toCode({ hue, form, ...row }: CodeRow): Code {
  return { ...row, colour: hue === null || form === null ? null : { hue, form } };
}
