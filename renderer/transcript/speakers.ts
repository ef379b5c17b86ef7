// Who asks and who answers: the interviewer's turns are shown quieter.

import type { Turn } from '../../src/domain/interview.ts';

const ASKING = /^(interviewer|interviewster|int\.?|i|vraag|v|q|onderzoeker|researcher|student|gespreksleider|moderator)\s*\d*$/iu;

/**
 * The labels in the turns that are the interviewer's. With participants whose label is known: every other label that occurs; else labels that say so
 * themselves. Never all of them.
 */
export function interviewerLabels(turns: readonly Turn[], participantLabels: readonly string[]): Set<string> {
  const labels = new Set(turns.flatMap((turn) => (turn.speaker === null ? [] : [turn.speaker])));
  const known = new Set(participantLabels.filter((label) => label !== '').map((label) => label.toLowerCase()));
  const isKnown = (label: string) => known.has(label.toLowerCase());
  const answering = [...labels].filter(isKnown);
  const asking = [...labels].filter((label) => (answering.length > 0 ? !isKnown(label) : ASKING.test(label)));
  return new Set(asking.length < labels.size ? asking : []);
}

/** `18:04`, from an hour on `1:02:03`; null without a time. */
export function clockOf(timeMs: number | null): string | null {
  if (timeMs === null) return null;
  const seconds = Math.floor(timeMs / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}
