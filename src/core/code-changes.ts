// Changing a code so that its history knows: each change of it is noted in the same transaction.

import { type Code, formatColour } from '../domain/code.ts';
import {
  type CodeChangeDetail,
  type CodeChangeKind,
  type FieldChange,
  fieldChanges,
  MEANING_FIELDS,
} from '../domain/code-change.ts';
import { insertCodeChange } from '../store/code-history.ts';
import { updateCode } from '../store/codes.ts';
import { ensureCoder } from '../store/codings.ts';
import type { ChangeCall } from './session.ts';

/** Writes a line in the history of a code. `version` is the code's after the change. */
export function noteChange(
  { db, coder, at }: ChangeCall,
  code: Pick<Code, 'id' | 'version'>,
  kind: CodeChangeKind,
  detail: CodeChangeDetail,
  reason = '',
): void {
  insertCodeChange(db, { codeId: code.id, version: code.version, kind, detail, reason, coderId: ensureCoder(db, coder), at });
}

/** Writes the name, texts and colour of a code, raises its version when its meaning changed, and notes each kind of change. */
export function rewriteCode(call: ChangeCall, before: Code, wanted: Code, reason: string): void {
  const renamed = fieldChanges(before, wanted, ['name', 'labelEn']);
  const defined = fieldChanges(before, wanted, MEANING_FIELDS);
  const coloured = colourChange(before, wanted);
  const code = { ...wanted, version: before.version + (defined.length > 0 ? 1 : 0) };
  updateCode(call.db, code);
  if (renamed.length > 0) noteChange(call, code, 'renamed', { changes: renamed }, reason);
  if (defined.length > 0) noteChange(call, code, 'defined', { changes: defined }, reason);
  if (coloured.length > 0) noteChange(call, code, 'coloured', { changes: coloured }, reason);
}

function colourChange(before: Code, after: Code): FieldChange[] {
  const [from, to] = [formatColour(before.colour), formatColour(after.colour)];
  return from === to ? [] : [{ field: 'colour', before: from, after: to }];
}
