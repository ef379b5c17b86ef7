// Codings as a table: in and out.

import type { Output, Parsed } from '../contract/index.ts';
import { formatPath, nameKey, placeCodes } from '../domain/code.ts';
import { ceilToGrapheme, floorToGrapheme } from '../domain/text.ts';
import { type CodingEntry, readCodings, writeCodings } from '../formats/codings-csv.ts';
import { listCodes } from '../store/codes.ts';
import { type Coding, ensureCoder, listCoders, listCodings } from '../store/codings.ts';
import { getInterviewByName, getText, listInterviews } from '../store/interviews.ts';
import { listCodingMemos } from '../store/memos.ts';
import { ensurePath, findPath } from './code-tree.ts';
import { breathe, insertOnce } from './codings.ts';
import type { ChangeCall, HandlersFor } from './session.ts';

export const codingTableHandlers: HandlersFor<'codings'> = {
  'codings.import': importCodings,
  'codings.export': ({ db }, { language }) => {
    const coders = new Map(listCoders(db).map((coder) => [coder.id, coder.name]));
    const paths = new Map(placeCodes(listCodes(db)).map((code) => [code.id, code.path]));
    const interviews = listInterviews(db);
    const codings = interviews.flatMap(({ id, name }) => listCodings(db, id).map((coding) => ({ ...coding, interview: name })));
    const rows = codings
      .filter((coding) => coding.start < coding.end)
      .map(({ interview, start, end, codeId, coderId, quote }) => ({
        ...{ interview, start, end, quote },
        code: paths.get(codeId) ?? '',
        coder: coders.get(coderId) ?? '',
      }));
    const memos = interviews.reduce((sum, { id }) => sum + listCodingMemos(db, id).size, 0);
    return { csv: writeCodings(rows, language), left: { ...leftOut(codings), memos } };
  },
};

/** What the table has no room for, besides memos. */
function leftOut(codings: readonly Coding[]): { toBeChecked: number; keys: number } {
  return {
    toBeChecked: codings.filter((coding) => coding.start === coding.end).length,
    keys: codings.filter((coding) => coding.start < coding.end && coding.key).length,
  };
}

async function importCodings(
  call: ChangeCall,
  { csv, createCodes }: Parsed<'codings.import'>,
): Promise<Output<'codings.import'>> {
  const { db } = call;
  const { entries, refused } = readCodings(csv);
  const place = createPlaces(call, createCodes);
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

type Found = { readonly text: string; readonly coding: { interviewId: number; start: number; end: number; codeId: number } };

/** Finds interview and code of each line, each looked up once, and keeps what it had to refuse. */
function createPlaces(call: ChangeCall, createCodes: boolean) {
  const { db } = call;
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
      const made = ensurePath(call, path);
      created.push(...made.created.map((code) => code.path));
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
