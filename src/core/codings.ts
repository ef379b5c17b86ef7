// Codings: put on the text, taken off, moved; and in and out as a table.

import type { Output, Parsed } from '../contract/index.ts';
import { formatPath, nameKey, parsePath, placeCodes } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { ceilToGrapheme, contextOf, floorToGrapheme, type TextRange, trimRange } from '../domain/text.ts';
import { type CodingEntry, readCodings, writeCodings } from '../formats/codings-csv.ts';
import { listCodes } from '../store/codes.ts';
import {
  type Coding,
  deleteCoding,
  ensureCoder,
  findCoding,
  getCoding,
  insertCoding,
  listCoders,
  listCodings,
  updateCodingKey,
  updateCodingPlace,
} from '../store/codings.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import { getInterviewByName, getText, listInterviews } from '../store/interviews.ts';
import { listCodingMemos } from '../store/memos.ts';
import { ensurePath, existingCode, findPath, moveCoding } from './codes.ts';
import { existing, existingVersion } from './interviews.ts';
import type { ChangeCall, HandlersFor } from './session.ts';

export const codingHandlers: HandlersFor<'coding' | 'codings'> = {
  'coding.list': ({ db }, { interviewId }) => {
    existing(db, interviewId);
    const coders = new Map(listCoders(db).map((coder) => [coder.id, coder.name]));
    const memos = listCodingMemos(db, interviewId);
    return {
      codings: listCodings(db, interviewId).map((coding) => ({
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
    call.about(codes.map((code) => code.name).join(', '));
    return { codingIds };
  },
  'coding.applyNew': (call, { path, ...range }) => {
    const names = parsePath(path);
    if (names.some((name) => name === '')) throw new DraadError('invalid-input', 'A code needs a name', 'path');
    const { id } = ensurePath(call.db, names);
    const codingIds = applyCodes(call, range, [id]);
    call.about(names.at(-1) ?? '');
    return { codingIds, codeId: id };
  },
  'coding.remove': ({ db, about }, { ids }) => {
    const codings = [...new Set(ids)].map((id) => existingCoding(db, id));
    for (const { id } of codings) deleteCoding(db, id);
    about(subjectOf(db, codings));
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
    about(subjectOf(db, [coding]));
    return {};
  },
  'coding.recode': ({ db, about }, { ids, codeId }) => {
    const code = existingCode(db, codeId);
    for (const id of ids) existingCoding(db, id);
    for (const id of new Set(ids)) moveCoding(db, id, codeId);
    about(code.name);
    return {};
  },
  'coding.setKey': ({ db, about }, { id, key }) => {
    const coding = existingCoding(db, id);
    updateCodingKey(db, id, key);
    about(subjectOf(db, [coding]));
    return {};
  },
  'codings.import': importCodings,
  'codings.export': ({ db }, { language }) => {
    const coders = new Map(listCoders(db).map((coder) => [coder.id, coder.name]));
    const paths = new Map(placeCodes(listCodes(db)).map((code) => [code.id, code.path]));
    const rows = listInterviews(db).flatMap((interview) =>
      listCodings(db, interview.id)
        .filter((coding) => coding.start < coding.end)
        .map((coding) => ({
          interview: interview.name,
          start: coding.start,
          end: coding.end,
          code: paths.get(coding.codeId) ?? '',
          coder: coders.get(coding.coderId) ?? '',
          quote: coding.quote,
        })),
    );
    return { csv: writeCodings(rows, language) };
  },
};

function existingCoding(db: ReadableDb, id: number): Coding {
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

function insertOnce(db: WritableDb, text: string, coding: Omit<Coding, 'id' | 'key' | 'quote'>): { id: number; made: boolean } {
  const known = findCoding(db, coding);
  if (known !== null) return { id: known, made: false };
  return { id: insertCoding(db, { ...coding, ...placeOf(text, coding) }), made: true };
}

function subjectOf(db: ReadableDb, codings: readonly Coding[]): string {
  const names = [...new Set(codings.map((coding) => coding.codeId))].slice(0, 3).map((id) => existingCode(db, id).name);
  return codings.length > 1 ? `${codings.length} × ${names.join(', ')}` : names.join(', ');
}

async function importCodings(
  call: ChangeCall,
  { csv, createCodes }: Parsed<'codings.import'>,
): Promise<Output<'codings.import'>> {
  const { db } = call;
  const { entries, refused } = readCodings(csv);
  const place = createPlaces(db, createCodes);
  let imported = 0;
  let present = 0;
  for (const [index, entry] of entries.entries()) {
    if (index % 2000 === 0) await breathe(call, index, entries.length);
    const found = place.find(entry);
    if (!found) continue;
    const { made } = insertOnce(db, found.text, { ...found.coding, coderId: place.coder(entry.coder), at: call.at });
    if (made) imported++;
    else present++;
  }
  call.about(String(imported));
  return {
    imported,
    present,
    createdCodes: place.created,
    unknownCodes: [...place.unknown],
    refused: [...refused, ...place.refused].sort((a, b) => a.line - b.line),
  };
}

// Lets a message to stop come through between two stretches of work.
async function breathe(call: ChangeCall, done: number, total: number): Promise<void> {
  call.progress({ done, total, note: '' });
  await new Promise((resolve) => setImmediate(resolve));
  call.signal?.throwIfAborted();
}

type Found = { readonly text: string; readonly coding: { interviewId: number; start: number; end: number; codeId: number } };

/** Finds interview and code of each line, each looked up once, and keeps what it had to refuse. */
function createPlaces(db: WritableDb, createCodes: boolean) {
  const texts = new Map<string, { id: number; text: string } | null>();
  const codes = new Map<string, number | null>();
  const coders = new Map<string, number>();
  const created: string[] = [];
  const unknown = new Set<string>();
  const refused: { line: number; reason: string }[] = [];

  const textOf = (name: string): { id: number; text: string } | null => {
    const key = nameKey(name);
    const known = texts.get(key);
    if (known !== undefined) return known;
    const interview = getInterviewByName(db, name);
    const found = interview ? { id: interview.id, text: getText(db, interview.id) } : null;
    texts.set(key, found);
    return found;
  };
  const codeOf = (path: readonly string[]): number | null => {
    const key = path.map(nameKey).join('\n');
    const known = codes.get(key);
    if (known !== undefined) return known;
    let id = findPath(db, path);
    if (id === null && createCodes) {
      const made = ensurePath(db, path);
      created.push(...made.created);
      id = made.id;
    }
    codes.set(key, id);
    return id;
  };
  const find = (entry: CodingEntry): Found | null => {
    const refuse = (reason: string): null => {
      refused.push({ line: entry.line, reason });
      return null;
    };
    const interview = textOf(entry.interview);
    if (!interview) return refuse(`There is no interview ${entry.interview}`);
    const { start, end } = entry;
    if (end > interview.text.length)
      return refuse(`${start}–${end} lies outside the text of ${entry.interview}, which is ${interview.text.length} long`);
    if (entry.quote !== null && interview.text.slice(start, end) !== entry.quote)
      return refuse(`The quote is not the text at ${start}–${end} of ${entry.interview}`);
    if (interview.text.slice(start, end).trim() === '')
      return refuse(`There is no text at ${start}–${end} of ${entry.interview}`);
    if (floorToGrapheme(interview.text, start) !== start || ceilToGrapheme(interview.text, end) !== end)
      return refuse(`${start}–${end} of ${entry.interview} cuts a character in two`);
    const codeId = codeOf(entry.path);
    if (codeId === null) {
      unknown.add(formatPath(entry.path));
      return refuse(`There is no code ${formatPath(entry.path)}`);
    }
    return { text: interview.text, coding: { interviewId: interview.id, start, end, codeId } };
  };
  const coder = (name: string): number => {
    const known = coders.get(name) ?? ensureCoder(db, name);
    coders.set(name, known);
    return known;
  };
  return { find, coder, created, unknown, refused };
}
