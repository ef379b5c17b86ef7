// What a memo can link to: found by typing, and looked up to see whether it is still there.

import type { LinkTarget } from '../contract/memo.ts';
import { type PlacedCode, placeCodes } from '../domain/code.ts';
import { foldText } from '../domain/fold.ts';
import type { MemoLink } from '../domain/memo.ts';
import { beginningOf } from '../domain/text.ts';
import { listCodes } from '../store/codes.ts';
import { type Coding, getCoding, listCodings } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { getInterview, listInterviews } from '../store/interviews.ts';
import { getParticipant, listParticipants } from '../store/participants.ts';

/** Of a quote, as a label. */
const LABEL = 120;
const BARE = { interviewId: null, interview: '', code: '', start: 0, end: 0 } as const;

/** Codes, interviews and participants first, those whose name begins with the query before the others; then quotes, in reading order. */
export function findTargets(db: ReadableDb, query: string, limit: number): LinkTarget[] {
  const words = foldText(query).text.split(/\s+/u).filter(Boolean);
  const codes = placeCodes(listCodes(db));
  const named = [
    ...codes.map((code) => ({ target: ofCode(code), name: code.name })),
    ...listInterviews(db).map((interview) => ({ target: ofInterview(interview), name: interview.name })),
    ...listParticipants(db).map(({ id, name }) => ({ target: ofParticipant(id, name), name })),
  ].flatMap(({ target, name }) => {
    const rank = rankOf(words, name, `${target.label} ${target.kind === 'code' ? '' : name}`);
    return rank === null ? [] : [{ target, rank }];
  });
  const found = named.sort((a, b) => a.rank - b.rank).map(({ target }) => target);
  return found.length >= limit ? found.slice(0, limit) : [...found, ...findQuotes(db, words, codes, limit - found.length)];
}

/** The targets of links, in their order; what is gone is left out, and so is what is not in the project. */
export function targetsOf(db: ReadableDb, links: readonly MemoLink[]): LinkTarget[] {
  if (links.length === 0) return [];
  const codes = new Map(placeCodes(listCodes(db)).map((code) => [code.id, code]));
  return links.flatMap((link): LinkTarget[] => {
    if (link.kind === 'web') return [];
    if (link.kind === 'code') {
      const code = codes.get(link.id);
      return code ? [ofCode(code)] : [];
    }
    if (link.kind === 'interview') {
      const interview = getInterview(db, link.id);
      return interview ? [ofInterview(interview)] : [];
    }
    if (link.kind === 'participant') {
      const participant = getParticipant(db, link.id);
      return participant ? [ofParticipant(participant.id, participant.name)] : [];
    }
    const coding = getCoding(db, link.id);
    const interview = coding && getInterview(db, coding.interviewId);
    return interview ? [ofQuote(coding, interview.name, codes.get(coding.codeId)?.path ?? '')] : [];
  });
}

function findQuotes(db: ReadableDb, words: readonly string[], codes: readonly PlacedCode[], limit: number): LinkTarget[] {
  const paths = new Map(codes.map((code) => [code.id, code.path]));
  const found: LinkTarget[] = [];
  for (const interview of listInterviews(db)) {
    for (const coding of listCodings(db, interview.id)) {
      const code = paths.get(coding.codeId) ?? '';
      if (coding.start >= coding.end || rankOf(words, '', `${coding.quote} ${code} ${interview.name}`) === null) continue;
      found.push(ofQuote(coding, interview.name, code));
      if (found.length >= limit) return found;
    }
  }
  return found;
}

/** 0: the name begins with it, 1: all words occur somewhere, null: not all do. */
function rankOf(words: readonly string[], name: string, all: string): 0 | 1 | null {
  if (words.length === 0) return 1;
  const { text } = foldText(all);
  if (!words.every((word) => text.includes(word))) return null;
  return foldText(name).text.startsWith(words.join(' ')) ? 0 : 1;
}

function ofCode({ id, path }: PlacedCode): LinkTarget {
  return { ...BARE, kind: 'code', id, label: path, code: path };
}

function ofInterview({ id, name }: { readonly id: number; readonly name: string }): LinkTarget {
  return { ...BARE, kind: 'interview', id, label: name, interviewId: id, interview: name };
}

function ofParticipant(id: number, name: string): LinkTarget {
  return { ...BARE, kind: 'participant', id, label: name };
}

function ofQuote({ id, interviewId, start, end, quote }: Coding, interview: string, code: string): LinkTarget {
  return { kind: 'quote', id, label: beginningOf(quote, LABEL), interviewId, interview, code, start, end };
}
