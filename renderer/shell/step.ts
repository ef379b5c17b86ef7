// The name of a step in the history, in the language of the window.

import type { HistoryEntry } from '../../src/contract/project.ts';
import { floorToGrapheme } from '../../src/domain/text.ts';
import { isTextKey, type Texts } from '../i18n/index.ts';

/** What is needed to name a step; without a place when it was not in one. */
export type Step = Pick<HistoryEntry, 'operation' | 'subject'> & Partial<Pick<HistoryEntry, 'subjectEn' | 'interview' | 'turn'>>;
type Words = Pick<Texts, 't' | 'language'>;

export function stepName({ t, language }: Words, entry: Step): string {
  const subject = (language === 'en' && entry.subjectEn) || entry.subject;
  const key = `operation.${entry.operation}`;
  const step = t(isTextKey(key) ? key : 'operation.unknown', { subject: shortened(subject) });
  const { interview = '', turn = null } = entry;
  if (interview === '') return step;
  return turn === null ? t('operation.inInterview', { step, interview }) : t('operation.atTurn', { step, turn, interview });
}

// A step can be about fifty codes with long names; a menu and a toast have room for the beginning.
const MOST = 80;

function shortened(subject: string): string {
  return subject.length <= MOST ? subject : `${subject.slice(0, floorToGrapheme(subject, MOST)).trimEnd()}…`;
}

/** The same at the beginning of a line. */
export function stepTitle(words: Words, entry: Step): string {
  const name = stepName(words, entry);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
