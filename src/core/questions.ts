// Guide questions: finding where the question of one turn was put in every interview, and the answer that followed.

import type { Output, Parsed } from '../contract/index.ts';
import { nameKey } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import type { Turn } from '../domain/interview.ts';
import { likenessOfQuestions, type Questions, questionsIn } from '../domain/likeness.ts';
import { floorToGrapheme, type TextRange, wordStarts } from '../domain/text.ts';
import type { ReadableDb } from '../store/database.ts';
import { getText, type Interview, listInterviews, listTurns } from '../store/interviews.ts';
import { existing } from './existing.ts';
import type { HandlersFor, ReadCall } from './session.ts';
import { whoAsksIn } from './speakers.ts';

type Candidate = Output<'question.answers'>['candidates'][number];

/** Alike enough to propose the best of an interview by itself; measured on the sample, where one guide was used by four parties. */
const SUGGESTED = 0.5;
/** Below this two questions share a word by chance. */
const LISTED = 0.25;
const MOST_PER_INTERVIEW = 5;
const SHOWN = 240;

export const questionHandlers: HandlersFor<'question'> = { 'question.answers': findAnswers };

function findAnswers({ db }: ReadCall, { interviewId, turn }: Parsed<'question.answers'>): Output<'question.answers'> {
  existing(db, interviewId);
  const chosen = listTurns(db, interviewId)[turn];
  if (!chosen) throw new DraadError('not-found', `There is no turn ${turn} in this interview`, 'turn');
  const asking = whoAsksIn(db);
  const asks = askedBy(asking(interviewId, listTurns(db, interviewId)), chosen.speaker);
  if (!asks(chosen)) throw new DraadError('refused', 'That turn is not the interviewer’s, so it holds no question', 'turn');
  const question = getText(db, interviewId).slice(chosen.start, chosen.end);
  const wanted = questionsIn(question);
  const candidates: Candidate[] = [];
  const without: string[] = [];
  for (const interview of listInterviews(db)) {
    const found = answersIn(db, interview, asking, chosen.speaker, wanted);
    if (found.length === 0) without.push(interview.name);
    candidates.push(...found);
  }
  candidates.sort((a, b) => b.likeness - a.likeness || a.interviewId - b.interviewId || a.turn - b.turn);
  return { question, candidates, without };
}

/** Which turns are the interviewer's: by the labels; where these can't tell, those under the label of the chosen turn. */
function askedBy(asking: ReadonlySet<string>, label: string | null): (turn: Turn) => boolean {
  if (asking.size > 0) return ({ speaker }) => speaker !== null && asking.has(speaker);
  return ({ speaker }) => speaker !== null && label !== null && nameKey(speaker) === nameKey(label);
}

/** What was asked like it in one interview and answered, best first; the first is proposed when it is alike enough. */
function answersIn(
  db: ReadableDb,
  interview: Interview,
  asking: ReturnType<typeof whoAsksIn>,
  label: string | null,
  wanted: Questions,
): Candidate[] {
  const { id, name, set, textVersion } = interview;
  const text = getText(db, id);
  const turns = listTurns(db, id);
  const asks = askedBy(asking(id, turns), label);
  const found = turns.flatMap((turn, at): Omit<Candidate, 'suggested'>[] => {
    if (!asks(turn)) return [];
    const question = text.slice(turn.start, turn.end);
    const likeness = likenessOfQuestions(wanted, questionsIn(question));
    const answer = likeness < LISTED ? null : answerAfter(turns, at, asks);
    if (!answer) return [];
    const said = text.slice(answer.start, answer.end);
    return [
      {
        ...{ interviewId: id, interview: name, set, textVersion, turn: at, question, likeness, ...answer },
        words: wordStarts(said).length,
        answer: beginOf(said),
      },
    ];
  });
  found.sort((a, b) => b.likeness - a.likeness || a.turn - b.turn);
  return found.slice(0, MOST_PER_INTERVIEW).map((one, n) => ({ ...one, suggested: n === 0 && one.likeness >= SUGGESTED }));
}

/** The turns of others from a question until the interviewer speaks again; null when nobody else does. */
function answerAfter(turns: readonly Turn[], question: number, asks: (turn: Turn) => boolean): TextRange | null {
  const next = turns.findIndex((turn, at) => at > question && asks(turn));
  const answer = turns.slice(question + 1, next < 0 ? turns.length : next);
  const [first, last] = [answer[0], answer.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** What is shown of an answer: whole words, where there is more than one. */
function beginOf(said: string): string {
  const begin = said.slice(0, floorToGrapheme(said, SHOWN));
  return begin.length === said.length || /\s/u.test(said.charAt(begin.length)) ? begin : begin.replace(/(?<=\S)\s+\S*$/u, '');
}
