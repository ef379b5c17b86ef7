// Who asks and who answers, as far as the labels in a transcript tell.

import type { Turn } from './interview.ts';

const ASKING = /^(interviewer|interviewster|int\.?|i|vraag|v|q|onderzoeker|researcher|student|gespreksleider|moderator)\s*\d*$/iu;

/**
 * The labels in the turns that are the interviewer's. With participants whose label is known: every other label that occurs; else labels that say so
 * themselves. Never all of them.
 */
export function interviewerLabels(turns: readonly Pick<Turn, 'speaker'>[], participantLabels: readonly string[]): Set<string> {
  const labels = new Set(turns.flatMap((turn) => (turn.speaker === null ? [] : [turn.speaker])));
  const known = new Set(participantLabels.filter((label) => label !== '').map((label) => label.toLowerCase()));
  const isKnown = (label: string) => known.has(label.toLowerCase());
  const answering = [...labels].filter(isKnown);
  const asking = [...labels].filter((label) => (answering.length > 0 ? !isKnown(label) : ASKING.test(label)));
  return new Set(asking.length < labels.size ? asking : []);
}
