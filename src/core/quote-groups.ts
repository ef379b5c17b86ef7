// The list of fragments as it is shown: sorted, in groups that have a name and an order of their own, and counted.

import { type FragmentSort, type Grouped, groupFragments, sortFragments } from '../analysis/arrange.ts';
import type { Fragment } from '../analysis/retrieve.ts';
import type { Output } from '../contract/index.ts';
import type { PlacedCode } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { listCoders } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { listSets } from '../store/interviews.ts';
import { listParticipants } from '../store/participants.ts';
import { type Field, requireAttribute } from './quote-scope.ts';

type Group = Output<'quote.list'>['groups'][number];

/** How fragments are told apart: the keys of the groups of each, the order of keys, and what a key is called. */
type Division = {
  readonly of: (fragment: Fragment) => Iterable<string>;
  readonly rank: (key: string) => number | string;
  readonly name: (key: string) => string;
  readonly code?: (key: string) => PlacedCode | undefined;
};

const NOBODY = '';

/** Sorted and grouped; one group when none are asked for. */
export function arrange(
  db: ReadableDb,
  field: Field,
  fragments: readonly Fragment[],
  { sort, group }: { readonly sort: FragmentSort; readonly group: string },
): { division: Division; grouped: Grouped[] } {
  const interviews = ranksOf(field.interviews);
  const codes = ranksOf(field.placed);
  const sorted = sortFragments(fragments, sort, {
    interview: (id) => interviews.get(id) ?? 0,
    code: (id) => codes.get(id) ?? 0,
  });
  const division = divisionBy(db, field, group);
  return { division, grouped: groupFragments(sorted, division.of, orderBy(division.rank)) };
}

/** What the groups are called and how much is in each. */
export function nameGroups(field: Field, division: Division, grouped: readonly Grouped[]): Group[] {
  return grouped.map(({ key, at, fragments }) => {
    const code = division.code?.(key);
    return {
      key,
      name: division.name(key),
      code: code ? lookOf(code) : null,
      at,
      ...count(field, fragments),
    };
  });
}

export function count(
  field: Field,
  fragments: readonly Fragment[],
): { fragments: number; participants: number; interviews: number } {
  const participants = new Set<number>();
  const interviews = new Set<number>();
  for (const { interviewId, start } of fragments) {
    interviews.add(interviewId);
    for (const id of field.voiceAt(interviewId, start).participants) participants.add(id);
  }
  return { fragments: fragments.length, participants: participants.size, interviews: interviews.size };
}

export function lookOf({ id, path, wears }: PlacedCode): { id: number; path: string; wears: PlacedCode['wears'] } {
  return { id, path, wears: { hue: wears.hue, form: wears.form } };
}

function divisionBy(db: ReadableDb, field: Field, group: string): Division {
  if (group === 'none') return { of: () => [''], rank: () => 0, name: () => '' };
  if (group === 'set' || group === 'city' || group === 'interview') return byInterview(db, field, group);
  if (group === 'code' || group === 'theme') return byCode(field, group);
  if (group === 'coder') return byCoder(db);
  if (group === 'participant') return byParticipant(db, field);
  if (group.startsWith('attribute:')) return byAttribute(field, requireAttribute(db, group.slice('attribute:'.length), 'group'));
  throw new DraadError(
    'invalid-input',
    `Fragments can’t be grouped by ${group}; group by none, set, city, interview, code, theme, participant, coder or attribute:<name>`,
    'group',
  );
}

function byInterview(db: ReadableDb, field: Field, group: 'set' | 'city' | 'interview'): Division {
  const interviews = new Map(field.interviews.map((interview) => [interview.id, interview]));
  if (group === 'interview') {
    const ranks = ranksOf(field.interviews);
    return {
      of: ({ interviewId }) => [String(interviewId)],
      rank: (key) => ranks.get(Number(key)) ?? 0,
      name: (key) => interviews.get(Number(key))?.name ?? '',
    };
  }
  const ranks = new Map(listSets(db).map((set, at) => [set.name, at]));
  return {
    of: ({ interviewId }) => [interviews.get(interviewId)?.[group] ?? ''],
    rank: (key) => (group === 'set' ? (ranks.get(key) ?? 0) : key),
    name: (key) => key,
  };
}

/** Under the codes that met the question. */
function byCode(field: Field, group: 'code' | 'theme'): Division {
  const codes = new Map(field.placed.map((code) => [code.id, code]));
  const ranks = ranksOf(field.placed);
  const keyOf = (id: number): string => String(group === 'theme' ? (codes.get(id)?.themeId ?? id) : id);
  return {
    of: ({ asked }) => asked.map((coding) => keyOf(coding.codeId)),
    rank: (key) => ranks.get(Number(key)) ?? 0,
    name: (key) => codes.get(Number(key))?.path ?? '',
    code: (key) => codes.get(Number(key)),
  };
}

function byCoder(db: ReadableDb): Division {
  const coders = new Map(listCoders(db).map((coder) => [coder.id, coder.name]));
  return {
    of: ({ asked }) => asked.map((coding) => String(coding.coderId)),
    rank: (key) => coders.get(Number(key)) ?? '',
    name: (key) => coders.get(Number(key)) ?? '',
  };
}

function byParticipant(db: ReadableDb, field: Field): Division {
  const names = new Map(listParticipants(db).map((participant) => [participant.id, participant.name]));
  return {
    of: ({ interviewId, start }) => orNobody(field.voiceAt(interviewId, start).participants.map(String)),
    rank: (key) => names.get(Number(key)) ?? '',
    name: (key) => names.get(Number(key)) ?? '',
  };
}

function byAttribute(field: Field, attribute: string): Division {
  return {
    of: ({ interviewId, start }) =>
      orNobody(field.voiceAt(interviewId, start).participants.map((id) => field.values.get(id)?.[attribute] ?? '')),
    rank: (key) => key,
    name: (key) => key,
  };
}

function orNobody(keys: readonly string[]): readonly string[] {
  return keys.length > 0 ? keys : [NOBODY];
}

/** Names as people sort them, what has no name last. */
function orderBy(rank: Division['rank']): (a: string, b: string) => number {
  const collator = new Intl.Collator('nl', { numeric: true });
  return (a, b) => {
    const [one, other] = [rank(a), rank(b)];
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return Number(one === '') - Number(other === '') || collator.compare(String(one), String(other));
  };
}

function ranksOf(rows: readonly { readonly id: number }[]): Map<number, number> {
  return new Map(rows.map((row, at) => [row.id, at]));
}
