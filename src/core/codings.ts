// Codings: put on the text, taken off, moved, split, given another code.

import type { Output, Parsed } from '../contract/index.ts';
import { type Code, parsePath } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { contextOf, splitRange, type TextRange, trimRange } from '../domain/text.ts';
import {
  type Coding,
  deleteCoding,
  ensureCoder,
  findCoding,
  getCoding,
  insertCoding,
  insertCodingLike,
  listCoderNames,
  listCodings,
  updateCodingKey,
  updateCodingPlace,
} from '../store/codings.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { getText } from '../store/interviews.ts';
import { listCodingMemos } from '../store/memos.ts';
import { ensurePath, existingCode, type NameOf, named } from './code-tree.ts';
import { existing, existingVersion } from './existing.ts';
import { moveCoding } from './merge.ts';
import type { ChangeCall, HandlersFor, Place } from './session.ts';

export const codingHandlers: HandlersFor<'coding'> = {
  'coding.list': ({ db }, { interviewId, ids, turns }) => {
    existing(db, interviewId);
    const coders = listCoderNames(db);
    const memos = listCodingMemos(db, interviewId);
    return {
      codings: listCodings(db, interviewId, { ids, turns }).map((coding) => ({
        ...coding,
        coder: coders.get(coding.coderId) ?? '',
        toBeChecked: coding.start === coding.end,
        memo: memos.get(coding.id) ?? '',
      })),
    };
  },
  'coding.apply': (call, { codeIds, ...range }) => {
    const codes = codeIds.map((id) => existingCode(call.db, id));
    const codingIds = applyCodes(call, range, codeIds);
    call.about(
      named((nameOf) => codes.map(nameOf).join(', ')),
      { interviewId: range.interviewId, offset: range.start },
    );
    return { codingIds };
  },
  'coding.applyNew': (call, { path, ...range }) => {
    const code = codeOfPath(call, path);
    const { id } = code;
    const codingIds = applyCodes(call, range, [id]);
    call.about(
      named((nameOf) => nameOf(code)),
      { interviewId: range.interviewId, offset: range.start },
    );
    return { codingIds, codeId: id };
  },
  'coding.applyMany': applyMany,
  'coding.remove': ({ db, about }, { ids }) => {
    const codings = [...new Set(ids)].map((id) => existingCoding(db, id));
    for (const { id } of codings) deleteCoding(db, id);
    about(named(subjectOf(db, codings)), placeIn(codings));
    return {};
  },
  'coding.resize': ({ db, about }, { id, textVersion, start, end }) => {
    const coding = existingCoding(db, id);
    existingVersion(db, coding.interviewId, textVersion);
    const text = getText(db, coding.interviewId);
    const range = codable(text, { start, end });
    const twin = findCoding(db, { ...coding, ...range });
    if (twin !== null && twin !== id) throw new DraadError('conflict', 'This code is on that range already');
    updateCodingPlace(db, id, placeOf(text, range));
    about(named(subjectOf(db, [coding])), placeIn([coding]));
    return {};
  },
  'coding.split': splitCoding,
  'coding.recode': ({ db, about }, { ids, codeId }) => {
    const code = existingCode(db, codeId);
    const codings = recode(db, ids, codeId);
    about(named(recoded(db, codings, code)), placeIn(codings));
    return {};
  },
  'coding.recodeNew': (call, { ids, path }) => {
    const code = codeOfPath(call, path);
    const codings = recode(call.db, ids, code.id);
    call.about(named(recoded(call.db, codings, code)), placeIn(codings));
    return { codeId: code.id };
  },
  'coding.setKey': ({ db, about }, { ids, key }) => {
    const codings = [...new Set(ids)].map((id) => existingCoding(db, id));
    for (const { id } of codings) updateCodingKey(db, id, key);
    about(named(subjectOf(db, codings)), placeIn(codings));
    return {};
  },
};

async function applyMany(
  call: ChangeCall,
  { ranges, codeIds, path }: Parsed<'coding.applyMany'>,
): Promise<Output<'coding.applyMany'>> {
  if ((codeIds === undefined) === (path === undefined))
    throw new DraadError('invalid-input', 'Give either codeIds or a path', 'codeIds');
  const { db } = call;
  const chosen = path === undefined ? (codeIds ?? []).map((id) => existingCode(db, id)) : [codeOfPath(call, path)];
  const codes = new Map(chosen.map((code) => [code.id, code]));
  const coderId = ensureCoder(db, call.coder);
  const textOf = textsIn(db);
  const made = new Set<number>();
  const present = new Set<number>();
  for (const [index, range] of ranges.entries()) {
    if (index % 1000 === 0) await breathe(call, index, ranges.length);
    const text = textOf(range);
    const place = { interviewId: range.interviewId, ...codable(text, range) };
    for (const codeId of codes.keys()) {
      const coding = insertOnce(db, text, { ...place, codeId, coderId, at: call.at });
      // Two of the ranges may be the same when trimmed: that is one coding.
      if (coding.made) made.add(coding.id);
      else if (!made.has(coding.id)) present.add(coding.id);
    }
  }
  call.about(named((nameOf) => `${[...codes.values()].slice(0, 3).map(nameOf).join(', ')} (${made.size})`));
  return { codingIds: [...made], present: present.size, codeIds: [...codes.keys()] };
}

/** The texts that ranges lie in, each read once. Errors: `not-found`, and `conflict` for another version of the text. */
function textsIn(db: ReadableDb): (range: { interviewId: number; textVersion: number }) => string {
  const texts = new Map<string, string>();
  return ({ interviewId, textVersion }) => {
    const key = `${interviewId} ${textVersion}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    existingVersion(db, interviewId, textVersion);
    const text = getText(db, interviewId);
    texts.set(key, text);
    return text;
  };
}

// Lets a message to stop come through between two stretches of work.
export async function breathe(call: ChangeCall, done: number, total: number): Promise<void> {
  call.progress({ done, total, note: '' });
  await new Promise((resolve) => setImmediate(resolve));
  call.signal?.throwIfAborted();
}

function splitCoding({ db, about }: ChangeCall, { id, textVersion, at }: Parsed<'coding.split'>): Output<'coding.split'> {
  const coding = existingCoding(db, id);
  existingVersion(db, coding.interviewId, textVersion);
  const text = getText(db, coding.interviewId);
  const parts = splitRange(text, coding, at);
  if (!parts) throw new DraadError('invalid-input', 'There is no text of this coding on one side of that place', 'at');
  for (const part of parts)
    if (findCoding(db, { ...coding, ...part }) !== null)
      throw new DraadError('conflict', 'This code is on one of the parts already');
  const second = insertCodingLike(db, id, placeOf(text, parts[1]));
  updateCodingPlace(db, id, placeOf(text, parts[0]));
  about(named(subjectOf(db, [coding])), { interviewId: coding.interviewId, offset: at });
  return { codingIds: [id, second] };
}

/** Answers the codings as they were. */
function recode(db: WritableDb, ids: readonly number[], codeId: number): Coding[] {
  const own = [...new Set(ids)].map((id) => existingCoding(db, id));
  for (const { id } of own) moveCoding(db, id, codeId);
  return own;
}

/** The code of a path, made if need be. Errors: `invalid-input` for an empty name, `refused` for one that is no name or too deep. */
function codeOfPath(call: ChangeCall, path: string): Code {
  const names = parsePath(path);
  if (names.some((name) => name === '')) throw new DraadError('invalid-input', 'A code needs a name', 'path');
  return existingCode(call.db, ensurePath(call, names).id);
}

export function existingCoding(db: ReadableDb, id: number): Coding {
  const coding = getCoding(db, id);
  if (!coding) throw new DraadError('not-found', `There is no coding ${id}; it may have been removed meanwhile`);
  return coding;
}

function applyCodes(
  call: ChangeCall,
  range: TextRange & { interviewId: number; textVersion: number },
  codeIds: readonly number[],
): number[] {
  const { db } = call;
  existingVersion(db, range.interviewId, range.textVersion);
  const text = getText(db, range.interviewId);
  const place = codable(text, range);
  const coderId = ensureCoder(db, call.coder);
  return [...new Set(codeIds)].map(
    (codeId) => insertOnce(db, text, { interviewId: range.interviewId, ...place, codeId, coderId, at: call.at }).id,
  );
}

/** The range as it can be coded. Errors: `invalid-input` when it lies outside the text or holds only white space. */
function codable(text: string, range: TextRange): TextRange {
  if (range.start >= range.end || range.end > text.length)
    throw new DraadError('invalid-input', 'The range lies outside the text', 'end');
  const trimmed = trimRange(text, range);
  if (!trimmed) throw new DraadError('invalid-input', 'There is no text in this range', 'start');
  return trimmed;
}

function placeOf(text: string, range: TextRange): TextRange & { quote: string; before: string; after: string } {
  return { start: range.start, end: range.end, quote: text.slice(range.start, range.end), ...contextOf(text, range) };
}

/** Puts a coding there unless it is there already. */
export function insertOnce(
  db: WritableDb,
  text: string,
  coding: Omit<Coding, 'id' | 'key' | 'quote' | 'codeVersion'>,
): { id: number; made: boolean } {
  const known = findCoding(db, coding);
  if (known !== null) return { id: known, made: false };
  return { id: insertCoding(db, { ...coding, ...placeOf(text, coding) }), made: true };
}

/** How many, and with which codes. */
function subjectOf(db: ReadableDb, codings: readonly Coding[]): (nameOf: NameOf) => string {
  const codes = [...new Set(codings.map((coding) => coding.codeId))].slice(0, 3).map((id) => existingCode(db, id));
  const times = codings.length > 1 ? `${codings.length} × ` : '';
  return (nameOf) => times + codes.map(nameOf).join(', ');
}

function recoded(db: ReadableDb, codings: readonly Coding[], to: Code): (nameOf: NameOf) => string {
  const subject = subjectOf(db, codings);
  return (nameOf) => `${subject(nameOf)} → ${nameOf(to)}`;
}

/** Where codings are, for the label of a step: the turn of one, the interview of several in one. */
function placeIn(codings: readonly Coding[]): Place | undefined {
  const [first] = codings;
  if (!first || codings.some((coding) => coding.interviewId !== first.interviewId)) return undefined;
  return { interviewId: first.interviewId, ...(codings.length === 1 && { offset: first.start }) };
}
