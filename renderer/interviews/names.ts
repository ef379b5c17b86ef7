// How an interview is called in a list, and whether it fits a filter. Pure.

import type { InterviewRow } from '../../src/contract/interview.ts';
import { foldText } from '../../src/domain/fold.ts';

export type SetOfInterviews = { readonly id: number; readonly name: string; readonly interviews: readonly InterviewRow[] };

/** `DH-07 Samira` is a number and a name; a bare number takes the pseudonyms of its people; anything else has no number. */
export function splitName(interview: Pick<InterviewRow, 'name' | 'participants'>): {
  readonly number: string;
  readonly rest: string;
} {
  const { name, participants } = interview;
  const people = participants.map((participant) => participant.name).join(', ');
  if (/^\p{L}{1,5}[-_ ]?\d{1,4}[a-z]?$/u.test(name) && people !== '') return { number: name, rest: people };
  const match = /^(\p{L}{1,5}[-_ ]?\d{1,4}[a-z]?)[ _–-]+(\S.*)$/u.exec(name);
  return match ? { number: match[1] ?? '', rest: match[2] ?? '' } : { number: '', rest: name };
}

/** What is known of the people in an interview, in a few words. */
export function describePeople(interview: Pick<InterviewRow, 'participants'>, most = 2): string {
  return interview.participants
    .map(({ attributes }) => Object.values(attributes).filter(Boolean).slice(0, most).join(', '))
    .filter(Boolean)
    .join(' · ');
}

/** Every word of the filter is in the name, the set, the city or an attribute. */
export function fitsFilter(interview: InterviewRow, filter: string): boolean {
  const about = [interview.name, interview.set, interview.city, interview.collector];
  const people = interview.participants.flatMap(({ name, attributes }) => [name, ...Object.values(attributes)]);
  const text = foldText([...about, ...people].join('\n')).text;
  return foldText(filter)
    .text.split(/\s+/)
    .every((word) => text.includes(word));
}
