// Codings whose text was corrected away: the list of them, and putting them back where their old quote stands now.

import type { ToCheckRow } from '../contract/correction.ts';
import { placeCodes } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { type Found, findAgain } from '../domain/found.ts';
import { contextOf, type TextRange } from '../domain/text.ts';
import { listCodes } from '../store/codes.ts';
import { findCoding, getCoding, type LostCoding, listCoders, listLostCodings, updateCodingPlace } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { getText, listInterviews, listTurns } from '../store/interviews.ts';
import { existing } from './existing.ts';
import { turnNumber } from './scope.ts';
import type { ChangeCall, HandlersFor } from './session.ts';

/** So many places are told of each; a quote of one word can be anywhere. */
const TOLD = 5;

export const toCheckHandlers: HandlersFor<'toCheck'> = {
  'toCheck.list': ({ db }, { interviewId }) => {
    if (interviewId !== undefined) existing(db, interviewId);
    return { codings: listToCheck(db, interviewId ?? null) };
  },
  'toCheck.restore': ({ db, about }, { ids }) => {
    const lost = new Map(listLostCodings(db, null).map((coding) => [coding.id, coding]));
    const restored: number[] = [];
    const left: number[] = [];
    const texts = new Map<number, string>();
    for (const id of new Set(ids)) {
      if (!getCoding(db, id)) throw new DraadError('not-found', `There is no coding ${id}; it may have been removed meanwhile`);
      const coding = lost.get(id);
      if (!coding) continue;
      const text = texts.get(coding.interviewId) ?? getText(db, coding.interviewId);
      texts.set(coding.interviewId, text);
      (putBack(db, coding, text) ? restored : left).push(id);
    }
    about(String(restored.length));
    return { restored, left };
  },
};

function sought(text: string, coding: LostCoding): Found {
  return findAgain(text, { ...coding, at: coding.start });
}

function putBack(db: ChangeCall['db'], coding: LostCoding, text: string): boolean {
  const { ranges, sure } = sought(text, coding);
  const range = ranges[0];
  if (!range || !sure || findCoding(db, { ...coding, ...range }) !== null) return false;
  updateCodingPlace(db, coding.id, { ...range, quote: text.slice(range.start, range.end), ...contextOf(text, range) });
  return true;
}

function listToCheck(db: ReadableDb, interviewId: number | null): ToCheckRow[] {
  const codings = Map.groupBy(listLostCodings(db, interviewId), (coding) => coding.interviewId);
  const paths = new Map(placeCodes(listCodes(db)).map((code) => [code.id, code.path]));
  const coders = new Map(listCoders(db).map((coder) => [coder.id, coder.name]));
  return listInterviews(db).flatMap((interview) => {
    const own = codings.get(interview.id);
    if (!own) return [];
    const text = getText(db, interview.id);
    const turns = listTurns(db, interview.id);
    const place = (range: TextRange) => ({
      start: range.start,
      end: range.end,
      turn: turnNumber(turns, range.start) - 1,
      quote: text.slice(range.start, range.end),
      ...contextOf(text, range),
    });
    return own.map((coding): ToCheckRow => {
      const { ranges, sure } = sought(text, coding);
      return {
        id: coding.id,
        interviewId: interview.id,
        interview: interview.name,
        at: coding.start,
        turn: turnNumber(turns, coding.start) - 1,
        codeId: coding.codeId,
        code: paths.get(coding.codeId) ?? '',
        coder: coders.get(coding.coderId) ?? '',
        quote: coding.quote,
        found: ranges.slice(0, TOLD).map(place),
        sure,
      };
    });
  });
}
