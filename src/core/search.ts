// Find in project: the index says in which interviews, the texts themselves say where.

import type { Output } from '../contract/index.ts';
import { type FoldedText, foldText } from '../domain/fold.ts';
import { aroundIn } from '../domain/sentence.ts';
import { type TextRange, wordsAround } from '../domain/text.ts';
import { getText, listInterviews, listTurns } from '../store/interviews.ts';
import { findInterviews, type Phrase } from '../store/search.ts';
import { turnNumber } from './scope.ts';
import type { HandlersFor } from './session.ts';
import { whoAsksIn } from './speakers.ts';

const CONTEXT = 60;

export const searchHandlers: HandlersFor<'search'> = {
  'search.text': ({ db }, { query, interviewId, limit, around }) => {
    const phrases = parseQuery(query);
    const answer: Output<'search.text'> = { total: 0, interviews: 0, hits: [] };
    if (phrases.length === 0) return answer;
    const pattern = patternOf(phrases);
    const whoAsks = around ? whoAsksIn(db) : null;
    const holding = new Set(findInterviews(db, phrases, interviewId));
    for (const interview of listInterviews(db).filter((row) => holding.has(row.id))) {
      const { id } = interview;
      const text = getText(db, id);
      const found = findPhrases(foldText(text), pattern);
      if (found.length === 0) continue;
      answer.total += found.length;
      answer.interviews += 1;
      const turns = answer.hits.length < limit ? listTurns(db, id) : [];
      const aroundOf = aroundIn(text, turns);
      const asking = whoAsks?.(id, turns);
      for (const range of found.slice(0, limit - answer.hits.length)) {
        const place = { interviewId: id, interview: interview.name, set: interview.set, turn: turnNumber(turns, range.start) };
        answer.hits.push({
          ...place,
          ...range,
          text: text.slice(range.start, range.end),
          ...wordsAround(text, range, CONTEXT),
          ...(asking && {
            around: {
              textVersion: interview.textVersion,
              ...aroundOf(range),
              asks: asking.has(turns[place.turn - 1]?.speaker ?? ''),
            },
          }),
        });
      }
    }
    return answer;
  },
};

/** The phrases of a question: what stands between quotation marks is one; a star ends the beginning of a word. */
export function parseQuery(query: string): Phrase[] {
  const parts = query.matchAll(/"([^"]*)"?|(\S+)/gu);
  return [...parts].flatMap((part) => {
    const said = part[1] ?? part[2] ?? '';
    const words = foldText(said).text.match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.length > 0 ? [{ words, prefix: said.trimEnd().endsWith('*') }] : [];
  });
}

/** Whether a text holds every one of the phrases. */
export function holdsAll(phrases: readonly Phrase[]): (text: string) => boolean {
  const patterns = phrases.map((phrase) => patternOf([phrase]));
  return (text) => {
    const folded = foldText(text);
    return patterns.every((pattern) => findPhrases(folded, pattern).length > 0);
  };
}

const WORD_BEFORE = /[\p{L}\p{N}]$/u;

/** Any of the phrases, up to the end of a word. Made once a question: it begins with letters, so that most of a text is passed over at speed. */
function patternOf(phrases: readonly Phrase[]): RegExp {
  const parts = phrases.map(
    ({ words, prefix }) => `${words.join('[^\\p{L}\\p{N}]+')}${prefix ? '[\\p{L}\\p{N}]*' : ''}(?![\\p{L}\\p{N}])`,
  );
  return new RegExp(parts.join('|'), 'gu');
}

/** Where the phrases stand, as ranges of the original text, ascending. */
function findPhrases(folded: FoldedText, pattern: RegExp): TextRange[] {
  const ranges: TextRange[] = [];
  pattern.lastIndex = 0;
  for (let hit = pattern.exec(folded.text); hit; hit = pattern.exec(folded.text)) {
    if (WORD_BEFORE.test(folded.text.slice(Math.max(0, hit.index - 2), hit.index))) {
      // In the middle of a word: from the next character on there may be one that begins a word.
      pattern.lastIndex = hit.index + ((hit[0].codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
      continue;
    }
    // Up to the next character's start, so that combining marks go along.
    ranges.push({ start: folded.toOriginal(hit.index), end: folded.toOriginal(hit.index + hit[0].length) });
  }
  return ranges;
}
