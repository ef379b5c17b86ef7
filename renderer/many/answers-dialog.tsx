// Coding every answer to a guide question: where its words were put in each interview, and what was answered. The likely ones are ticked;
// the person decides.

import { useMemo } from 'react';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { ManyDialog } from './many-dialog.tsx';
import type { Passage } from './passages.ts';

type Props = {
  readonly interviewId: number;
  /** The interviewer's turn, from 0. */
  readonly turn: number;
  readonly onClose: () => void;
};

const UNITS = ['turn'] as const;
const QUESTION = 90;

export function AnswersDialog({ interviewId, turn, onClose }: Props) {
  const { t, format } = useTexts();
  const { data, failure } = useRead('question.answers', { interviewId, turn });
  const passages = useMemo(() => (failure ? [] : data?.candidates.map(toPassage)), [data, failure]);
  const question = data?.question ?? '';
  const short = question.length > QUESTION ? `${question.slice(0, QUESTION).replace(/\s+\S*$/u, '')}…` : question;
  const without = data?.without ?? [];
  return (
    <ManyDialog
      title={t('transcript.many.answersTitle')}
      lead={t('transcript.many.answersLead', { question: short })}
      passages={passages}
      units={UNITS}
      note={without.length > 0 ? t('transcript.many.without', { interviews: format.list(without) }) : ''}
      onClose={onClose}
    />
  );
}

type Candidate = {
  readonly interviewId: number;
  readonly interview: string;
  readonly set: string;
  readonly textVersion: number;
  readonly turn: number;
  readonly question: string;
  readonly likeness: number;
  readonly suggested: boolean;
  readonly start: number;
  readonly end: number;
  readonly answer: string;
};

function toPassage(found: Candidate): Passage {
  const { interviewId, interview, set, textVersion, start, end, answer } = found;
  const range = { start, end };
  return {
    ...{ interviewId, interview, set, textVersion },
    key: `${interviewId} ${start}`,
    turn: found.turn + 1,
    before: '',
    text: answer,
    after: answer.length < end - start ? ' ' : '',
    at: { hit: range, sentence: range, turn: range },
    asks: false,
    proposed: found.suggested,
    question: { text: found.question, likeness: found.likeness },
  };
}
