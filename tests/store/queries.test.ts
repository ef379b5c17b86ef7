// Each query that runs often or over much finds its rows by an index. The statements are those that the functions themselves prepare.

import { describe, expect, it } from 'vitest';
import { getSibling } from '../../src/store/codes.ts';
import {
  codingRangesIn,
  findCoding,
  getCoderByName,
  getCoding,
  listCodingIdsOfCode,
  listCodingRanges,
  listCodings,
  listCodingsOf,
} from '../../src/store/codings.ts';
import { closeDatabase, driver, openDatabase, type ReadableDb } from '../../src/store/database.ts';
import { getRedoEntry, getUndoEntry, listEntries } from '../../src/store/history.ts';
import {
  countCodedTurns,
  countTurns,
  getInterview,
  getInterviewByName,
  getInterviewNameByHash,
  getText,
  listTurns,
} from '../../src/store/interviews.ts';
import { getEntry, getMemoText, listCodingMemos, listMemos } from '../../src/store/memos.ts';
import { getParticipantByName, listAttributeValues, listPlaces } from '../../src/store/participants.ts';
import { contentMark } from '../../src/store/quotes.ts';
import { findInterviews } from '../../src/store/search.ts';
import { openProjects } from '../helpers/project.ts';

const projects = await openProjects();

/** What SQLite does for the statements of a call: the lines of their query plans. */
async function plansOf(call: (db: ReadableDb) => unknown): Promise<string[]> {
  const db = openDatabase(await projects.samplePath());
  const handle = driver(db);
  const statements: string[] = [];
  const prepare = handle.prepare.bind(handle);
  handle.prepare = (sql: string) => {
    statements.push(sql);
    return prepare(sql);
  };
  call(db);
  const plans = statements.flatMap((sql) =>
    prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...Array.from({ length: sql.split('?').length - 1 }, () => null))
      .map((row) => row.detail),
  );
  closeDatabase(db);
  expect(statements).not.toEqual([]);
  return plans;
}

const place = { interviewId: 1, start: 0, end: 5, codeId: 1, coderId: 1 };

const searched: readonly (readonly [string, (db: ReadableDb) => unknown, RegExp])[] = [
  [
    'the codings of an interview, in reading order',
    (db) => listCodings(db, 1),
    /SEARCH coding USING INDEX coding_by_place \(interview_id=\?\)/,
  ],
  ['one coding', (db) => getCoding(db, 1), /SEARCH coding USING INTEGER PRIMARY KEY/],
  [
    'the same coding',
    (db) => findCoding(db, place),
    /SEARCH coding USING INDEX coding_by_place \(interview_id=\? AND start=\? AND end=\? AND code_id=\?\)/,
  ],
  [
    'the codings of a code',
    (db) => listCodingIdsOfCode(db, 1),
    /SEARCH coding USING COVERING INDEX coding_by_code \(code_id=\?\)/,
  ],
  [
    'the quotes of codes in interviews',
    (db) => listCodingsOf(db, new Set([1]), new Set([1])),
    /SEARCH coding USING INDEX coding_by_(?:code|place)/,
  ],
  ['the memos of an interview', (db) => listCodingMemos(db, 1), /SEARCH m USING INDEX|SEARCH c USING .*INDEX/],
  ['the memo on a coding', (db) => getMemoText(db, 'coding', 1), /SEARCH memo USING INDEX/],
  ['the memo on a participant', (db) => getMemoText(db, 'participant', 1), /SEARCH memo USING INDEX memo_by_participant/],
  ['an entry of the journal', (db) => getEntry(db, 1), /SEARCH memo USING INTEGER PRIMARY KEY/],
  ['a coder by name', (db) => getCoderByName(db, 'Noor'), /SEARCH coder USING INDEX/],
  ['a code among its siblings', (db) => getSibling(db, null, 'x'), /SEARCH code USING INDEX code_by_name/],
  ['an interview', (db) => getInterview(db, 1), /SEARCH i USING INTEGER PRIMARY KEY/],
  ['an interview by name', (db) => getInterviewByName(db, 'DH-01'), /SEARCH i USING INDEX/],
  ['an interview by its bytes', (db) => getInterviewNameByHash(db, 'x'), /SEARCH interview USING INDEX/],
  ['a text', (db) => getText(db, 1), /SEARCH interview_text USING INTEGER PRIMARY KEY/],
  ['the turns of an interview', (db) => listTurns(db, 1), /SEARCH turn USING PRIMARY KEY/],
  ['a participant by name', (db) => getParticipantByName(db, 'Anouk'), /SEARCH participant USING INDEX/],
  [
    'the interviews that hold words',
    (db) => findInterviews(db, [{ words: ['slapen'], prefix: false }], null),
    /VIRTUAL TABLE INDEX/,
  ],
  ['what undo would take back', (db) => getUndoEntry(db), /SCAN history_entry/],
  ['what redo would do again', (db) => getRedoEntry(db), /INDEX history_undone/],
  ['whether anything changed', (db) => contentMark(db), /INDEX history_undone/],
];

describe('a query', () => {
  it.each(searched)('for %s uses its index', async (_what, call, plan) => {
    const plans = await plansOf(call);
    expect(plans.join('\n')).toMatch(plan);
  });

  it.each([
    ['codings in reading order', listCodings],
    ['turns', listTurns],
  ])('for %s of an interview needs no sorting but by the last column', async (_what, call) => {
    const plans = await plansOf((db) => call(db, 1));
    expect(plans.filter((plan) => plan.includes('TEMP B-TREE') && !plan.includes('LAST TERM OF ORDER BY'))).toEqual([]);
  });

  it.each([
    ['all turns and codings, for which turns are coded', (db: ReadableDb) => countCodedTurns(db, [1, 2])],
    ['all ranges for analysis', (db: ReadableDb) => listCodingRanges(db)],
    ['the ranges of some interviews', (db: ReadableDb) => codingRangesIn(db, [1, 2])],
    ['turns per interview', (db: ReadableDb) => countTurns(db, [1, 2])],
    ['the places of participants', (db: ReadableDb) => listPlaces(db)],
    ['the values of attributes', (db: ReadableDb) => listAttributeValues(db)],
  ])('over %s reads each row once, and never rows within rows', async (_what, call) => {
    const plans = await plansOf(call);
    // A scan that stands alone is a walk along the rows; one more within it would be rows times rows.
    const scans = plans
      .filter((plan) => plan.startsWith('SCAN'))
      .map((plan) => plan.split(' ')[1])
      .filter((table) => table !== 'json_each');
    expect(new Set(scans).size).toBe(scans.length);
    expect(scans.length).toBeLessThanOrEqual(2);
  });

  it('for the newest entries or memos reads no more than it must', async () => {
    expect((await plansOf((db) => listEntries(db, 10))).join('\n')).not.toMatch(/TEMP B-TREE/);
    expect((await plansOf((db) => listMemos(db))).filter((plan) => plan.startsWith('SCAN'))).toHaveLength(1);
  });
});
