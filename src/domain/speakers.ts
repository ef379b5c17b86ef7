// Who asks and who answers, told from the labels of the turns, from the participants, and from what the researcher says of a label.

import { nameKey } from './code.ts';

/**
 * What the researcher says of a label while importing, for all files: whether it is a speaker, which label it is one with (null: it is
 * itself), and whether it asks the questions (null: nothing said).
 */
export type LabelMend = {
  readonly label: string;
  readonly speaker: boolean;
  readonly as: string | null;
  readonly asks: boolean | null;
};

const ASKING =
  /^(interviewer|interviewster|int\.?|i|vraag|vrager|v|q|onderzoeker|researcher|student|gespreksleider|moderator)\s*\d*$/iu;

/** What a project says of labels, by `nameKey`: true for who asks, false for who answers. */
export type SpeakerMarks = ReadonlyMap<string, boolean>;

/**
 * The labels of one interview that are the interviewer's. What the researcher says comes first. For the others: with participants whose
 * label is known, every other label; else the labels that say so themselves. Without a word of the researcher never all of them.
 */
export function askingLabels(
  labels: Iterable<string | null>,
  participantLabels: readonly string[],
  marks: SpeakerMarks,
): string[] {
  const own = [...new Set(labels)].filter((label) => label !== null);
  const known = new Set(participantLabels.filter((label) => label !== '').map(nameKey));
  const someKnown = own.some((label) => known.has(nameKey(label)));
  const looksAsking = (label: string) => (someKnown ? !known.has(nameKey(label)) : ASKING.test(label));
  const said = own.filter((label) => marks.get(nameKey(label)) === true);
  const asking = own.filter((label) => marks.get(nameKey(label)) ?? looksAsking(label));
  return asking.length < own.length ? asking : said;
}
