// The codebook's way in and out as a table.

import type { Output, Parsed } from '../contract/index.ts';
import { placeCodes } from '../domain/code.ts';
import { readCodebook, writeCodebook } from '../formats/codebook-csv.ts';
import { listCodes, updateCode } from '../store/codes.ts';
import { rewriteCode } from './code-changes.ts';
import { ensurePath, existingCode, findPath } from './code-tree.ts';
import type { ChangeCall, ReadCall } from './session.ts';

/** New codes are made, with what the file says of them; of known codes only the texts that the file has are changed. */
export function importCodebook(call: ChangeCall, { csv }: Parsed<'codebook.import'>): Output<'codebook.import'> {
  const answer = { created: 0, updated: 0 };
  const made = new Set<number>();
  for (const { path, line: _line, ...entry } of readCodebook(csv)) {
    const before = findPath(call.db, path);
    const { id, created } = before === null ? ensurePath(call, path) : { id: before, created: [] };
    for (const code of created) made.add(code.id);
    if (before === null) answer.created++;
    const code = existingCode(call.db, id);
    const next = { ...code, ...filled(entry), colour: code.parentId === null ? (entry.colour ?? code.colour) : null };
    if (before !== null && JSON.stringify(next) !== JSON.stringify(code)) answer.updated++;
    // What the file says of a code that it makes is how it begins, no change.
    if (made.has(id)) updateCode(call.db, next);
    else rewriteCode(call, code, next, '');
  }
  call.about(String(answer.created + answer.updated));
  return answer;
}

export function exportCodebook({ db }: ReadCall, { language }: Parsed<'codebook.export'>): Output<'codebook.export'> {
  return { csv: writeCodebook(placeCodes(listCodes(db)), language) };
}

/** Without what the file leaves empty. */
function filled<T extends object>(texts: T): Partial<T> {
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== '' && value !== null)) as Partial<T>;
}
