// Comments that stood beside the text of a file, as memos where they stood: on a coding of their own, under one code, so that they are seen
// beside the text and found among the memos. Those without a place become the memo on the interview.

import { parsePath } from '../domain/code.ts';
import type { FileComment } from '../domain/interview.ts';
import { cleanMemo } from '../domain/memo.ts';
import { ceilToGrapheme, floorToGrapheme, trimRange } from '../domain/text.ts';
import { ensureCoder } from '../store/codings.ts';
import { setMemo } from '../store/memos.ts';
import { ensurePath } from './code-tree.ts';
import { insertOnce } from './codings.ts';
import type { ChangeCall } from './session.ts';

/** `path`: the code they are under, made when it is not there. Comments on the same words are one memo. */
export function keepComments(
  call: ChangeCall,
  interviewId: number,
  text: string,
  comments: readonly FileComment[],
  path: string,
): void {
  if (comments.length === 0) return;
  const { db, at } = call;
  const coderId = ensureCoder(db, call.coder);
  for (const group of Map.groupBy(comments, ({ range }) => (range ? `${range.start} ${range.end}` : '')).values()) {
    const memo = cleanMemo(group.map(saidBy).join('\n\n'));
    const range = group[0]?.range && trimRange(text, wholeGraphemes(text, group[0].range));
    if (!range) {
      setMemo(db, 'interview', interviewId, memo, () => coderId, at);
      continue;
    }
    const codeId = ensurePath(call, parsePath(path)).id;
    const { id } = insertOnce(db, text, { interviewId, ...range, codeId, coderId, at });
    setMemo(db, 'coding', id, memo, () => coderId, at);
  }
}

/** The comment, and under it who wrote it and when. */
function saidBy({ author, at, text }: FileComment): string {
  const by = [author.trim(), /^\d{4}-\d\d-\d\d/.exec(at)?.[0] ?? ''].filter((part) => part !== '').join(', ');
  return by === '' ? text : `${text}\n— ${by}`;
}

function wholeGraphemes(text: string, { start, end }: NonNullable<FileComment['range']>): { start: number; end: number } {
  return { start: floorToGrapheme(text, start), end: ceilToGrapheme(text, end) };
}
