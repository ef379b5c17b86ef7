// How an interview is called in a list, and whether it fits a filter. Pure.

import type { InterviewRow } from '../../src/contract/interview.ts';
import { foldText } from '../../src/domain/fold.ts';

/** `DH-07 Samira` is a number and a name; a name without such a number has none. */
export function splitName(name: string): { readonly number: string; readonly rest: string } {
  const match = /^([\p{L}]{1,5}[-_ ]?\d{1,4}[a-z]?)[ _–-]+(\S.*)$/u.exec(name);
  return match ? { number: match[1] ?? '', rest: match[2] ?? '' } : { number: '', rest: name };
}

/** What is known of the people in an interview, in a few words. */
export function describePeople(interview: Pick<InterviewRow, 'participants'>, most = 2): string {
  return interview.participants.map(({ attributes }) => Object.values(attributes).filter(Boolean).slice(0, most).join(', ')).filter(Boolean).join(' · ');
}

/** Every word of the filter is in the name, the set, the city or an attribute. */
export function fitsFilter(interview: InterviewRow, filter: string): boolean {
  const about = [interview.name, interview.set, interview.city, interview.collector];
  const people = interview.participants.flatMap(({ name, attributes }) => [name, ...Object.values(attributes)]);
  const text = foldText([...about, ...people].join('\n')).text;
  return foldText(filter).text.split(/\s+/).every((word) => text.includes(word));
}
