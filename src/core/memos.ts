// Memos, the research journal, and coders.

import type { MemoRow } from '../contract/memo.ts';
import { placeCodes, subtreeIds } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { foldText } from '../domain/fold.ts';
import { cleanMemo, linksOf, parseMemo, plainMemo } from '../domain/memo.ts';
import { beginningOf } from '../domain/text.ts';
import { exportMemos } from '../formats/memos-export.ts';
import { listCodes } from '../store/codes.ts';
import { ensureCoder, getCoderByName, getCoding, listCoders, updateCoderName } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { getInterview, listInterviews } from '../store/interviews.ts';
import {
  deleteMemo,
  getEntry,
  getMemoText,
  insertEntry,
  listMemos,
  type Memo,
  type MemoOn,
  setMemo,
  updateEntry,
} from '../store/memos.ts';
import { getParticipant, listParticipants } from '../store/participants.ts';
import { getProjectName } from '../store/project.ts';
import { named, pathOf } from './code-tree.ts';
import { findTargets, targetsOf } from './memo-targets.ts';
import type { ChangeCall, HandlersFor } from './session.ts';

type Filter = {
  readonly on?: readonly MemoRow['on'][] | undefined;
  readonly coder?: string | undefined;
  readonly text?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly interviewId?: number | undefined;
  readonly codeId?: number | undefined;
};

export const memoHandlers: HandlersFor<'memo' | 'journal' | 'coder'> = {
  'memo.set': ({ db, coder, at, about }, { on, id, text, before }) => {
    const subject = subjectOf(db, on, id);
    if (subject === null) throw new DraadError('not-found', `There is no ${on} ${id ?? ''}`.trim());
    const target = on === 'project' ? null : id;
    assertUnchanged(before, getMemoText(db, on, target));
    setMemo(db, on, target, cleanMemo(text), () => ensureCoder(db, coder), at);
    about(on === 'code' && id !== null ? named((nameOf) => pathOf(db, id, nameOf)) : subject);
    return {};
  },
  'journal.set': (call, { id, date, text, before }) => {
    call.about(date);
    return { id: setEntry(call, id, date, cleanMemo(text), before) };
  },
  'memo.list': ({ db }, filter) => ({ memos: listRows(db, filter) }),
  'memo.export': ({ db }, { format, language, ...filter }) => {
    const memos = inProjectOrder(db, listRows(db, filter));
    const names = { interview: nameOfInterview(db, filter.interviewId), code: pathOfCode(db, filter.codeId) };
    const read = memos.map((memo) => ({ ...memo, day: dayOf(memo), blocks: parseMemo(memo.text) }));
    const targets = targetsOf(db, linksOf(read.flatMap((memo) => memo.blocks)));
    const text = exportMemos(
      { project: getProjectName(db), language, filter: { ...filter, ...names }, memos: read, targets },
      format,
    );
    return { text, memos: memos.length };
  },
  'memo.findTargets': ({ db }, { query, limit }) => ({ targets: findTargets(db, query, limit) }),
  'memo.targets': ({ db }, { links }) => ({ targets: targetsOf(db, links) }),
  'coder.list': ({ db }) => ({ coders: listCoders(db) }),
  'coder.rename': ({ db, about }, { id, name }) => {
    const same = getCoderByName(db, name);
    if (same && same.id !== id) throw new DraadError('conflict', `There is already a coder ${same.name}`);
    if (!listCoders(db).some((coder) => coder.id === id)) throw new DraadError('not-found', `There is no coder ${id}`);
    updateCoderName(db, id, name);
    about(name);
    return {};
  },
};

function setEntry(
  { db, coder, at }: ChangeCall,
  id: number | null,
  date: string,
  text: string,
  before: string | undefined,
): number | null {
  if (id === null) return text === '' ? null : insertEntry(db, date, text, ensureCoder(db, coder), at);
  const now = getEntry(db, id);
  if (!now) throw new DraadError('not-found', `There is no entry ${id} in the journal; it may have been removed meanwhile`);
  assertUnchanged(before, now.text);
  if (text === '') {
    deleteMemo(db, id);
    return null;
  }
  if (now.text !== text || now.date !== date) updateEntry(db, id, date, text, ensureCoder(db, coder), at);
  return id;
}

/** What one window writes must not wipe out what another one wrote meanwhile. */
function assertUnchanged(before: string | undefined, now: string): void {
  if (before !== undefined && before !== now)
    throw new DraadError('conflict', 'This memo was changed meanwhile; it was read before that');
}

/** What a memo is on, in words: the project's name, the interview's, the code's path, or the coding's quote. Null when it isn't there. */
function subjectOf(db: ReadableDb, on: MemoOn, id: number | null): string | null {
  if (on === 'project') return getProjectName(db);
  if (id === null) return null;
  if (on === 'interview') return getInterview(db, id)?.name ?? null;
  if (on === 'participant') return getParticipant(db, id)?.name ?? null;
  if (on === 'code') return placeCodes(listCodes(db)).find((code) => code.id === id)?.path ?? null;
  const coding = getCoding(db, id);
  return coding ? beginningOf(coding.quote, SUBJECT) : null;
}

const SUBJECT = 120;

function listRows(db: ReadableDb, filter: Filter): MemoRow[] {
  const memos = listMemos(db);
  if (memos.length === 0) return [];
  const codes = placeCodes(listCodes(db));
  const paths = new Map(codes.map((code) => [code.id, code.path]));
  const interviews = new Map(listInterviews(db).map((interview) => [interview.id, interview.name]));
  const participants = new Map(listParticipants(db).map((participant) => [participant.id, participant.name]));
  const project = getProjectName(db);
  const rows = memos.map(({ coding, ...memo }: Memo): MemoRow => {
    const interviewId = coding?.interviewId ?? (memo.on === 'interview' ? memo.targetId : null);
    const codeId = coding?.codeId ?? (memo.on === 'code' ? memo.targetId : null);
    const interview = interviewId === null ? '' : (interviews.get(interviewId) ?? '');
    const code = codeId === null ? '' : (paths.get(codeId) ?? '');
    const quote = coding?.quote ?? '';
    const subject = {
      project,
      interview,
      code,
      coding: beginningOf(quote, SUBJECT),
      participant: participants.get(memo.targetId ?? 0) ?? '',
      journal: memo.date ?? '',
    }[memo.on];
    return { ...memo, subject, interviewId, interview, codeId, code, start: coding?.start ?? 0, end: coding?.end ?? 0, quote };
  });
  const below = filter.codeId === undefined ? null : subtreeIds(codes, filter.codeId);
  return rows.filter(matches(filter, below));
}

function matches(filter: Filter, codes: ReadonlySet<number> | null): (memo: MemoRow) => boolean {
  const words = foldText(filter.text ?? '')
    .text.split(/\s+/u)
    .filter(Boolean);
  const has = (memo: MemoRow) => {
    const { text } = foldText([plainMemo(memo.text), memo.subject, memo.quote, memo.code, memo.interview].join('\n'));
    return words.every((word) => text.includes(word));
  };
  return (memo) =>
    (filter.on?.includes(memo.on) ?? true) &&
    (filter.coder === undefined || memo.coder === filter.coder) &&
    (filter.from === undefined || dayOf(memo) >= filter.from) &&
    (filter.to === undefined || dayOf(memo) <= filter.to) &&
    (filter.interviewId === undefined || memo.interviewId === filter.interviewId) &&
    (codes === null || (memo.codeId !== null && codes.has(memo.codeId))) &&
    (words.length === 0 || has(memo));
}

/** The day an entry of the journal is of; for another memo the day it was written, where this computer is. */
function dayOf({ date, at }: Pick<MemoRow, 'date' | 'at'>): string {
  if (date !== null) return date;
  const then = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

const KINDS: readonly MemoRow['on'][] = ['journal', 'project', 'interview', 'coding', 'code', 'participant'];

/** Journal by day, project, interviews each with the codings in it from the start of the text, codes as in the tree, participants by name. */
function inProjectOrder(db: ReadableDb, memos: readonly MemoRow[]): MemoRow[] {
  const interviews = new Map(listInterviews(db).map(({ id }, n) => [id, n]));
  const codes = new Map(placeCodes(listCodes(db)).map(({ id }, n) => [id, n]));
  const participants = new Map(listParticipants(db).map(({ id }, n) => [id, n]));
  const place = (memo: MemoRow): number[] => {
    const kind = memo.on === 'coding' ? KINDS.indexOf('interview') : KINDS.indexOf(memo.on);
    const code = codes.get(memo.codeId ?? 0) ?? -1;
    if (memo.on === 'participant') return [kind, participants.get(memo.targetId ?? 0) ?? -1];
    const own = memo.on === 'coding' ? 1 : 0;
    return [kind, interviews.get(memo.interviewId ?? 0) ?? -1, own, memo.start, memo.end, code];
  };
  const places = new Map(memos.map((memo) => [memo.id, place(memo)]));
  return [...memos].sort((a, b) => {
    const [left, right] = [places.get(a.id) ?? [], places.get(b.id) ?? []];
    const differs = left.findIndex((part, n) => part !== right[n]);
    if (differs >= 0) return (left[differs] ?? 0) - (right[differs] ?? 0);
    return (a.date ?? '') < (b.date ?? '') ? -1 : (a.date ?? '') > (b.date ?? '') ? 1 : a.id - b.id;
  });
}

function nameOfInterview(db: ReadableDb, id: number | undefined): string {
  return id === undefined ? '' : (getInterview(db, id)?.name ?? '');
}

function pathOfCode(db: ReadableDb, id: number | undefined): string {
  return id === undefined ? '' : (subjectOf(db, 'code', id) ?? '');
}
