// What the list of fragments is asked, as it stands in the address: `?code=12,14&not=3&city=Heerlen&group=set`. Pure.

import type { Input } from '../../src/contract/index.ts';
import type { QuoteScope } from '../../src/contract/quote.ts';

export const SORTS = ['place', 'newest', 'oldest', 'length', 'code'] as const;
export const CONTEXTS = ['none', 'sentence', 'turn'] as const;
export type Sort = (typeof SORTS)[number];
export type Context = (typeof CONTEXTS)[number];
export type Attribute = { readonly name: string; readonly values: readonly string[] };

/** Conditions, and how what is found is shown. Codes by id; an empty list or text asks nothing. */
export type Query = {
  readonly all: readonly number[];
  readonly any: readonly number[];
  readonly none: readonly number[];
  readonly withSubcodes: boolean;
  readonly sets: readonly string[];
  readonly cities: readonly string[];
  readonly interviews: readonly number[];
  readonly attributes: readonly Attribute[];
  readonly speakers: readonly string[];
  readonly who: '' | 'participants' | 'interviewer';
  readonly coder: string;
  readonly text: string;
  readonly key: boolean;
  readonly memo: boolean;
  readonly check: boolean;
  readonly before: { readonly codeId: number; readonly version: number } | null;
  readonly sort: Sort;
  readonly group: string;
  readonly context: Context;
};

export const EVERYTHING: Query = {
  all: [],
  any: [],
  none: [],
  withSubcodes: true,
  sets: [],
  cities: [],
  interviews: [],
  attributes: [],
  speakers: [],
  who: '',
  coder: '',
  text: '',
  key: false,
  memo: false,
  check: false,
  before: null,
  sort: 'place',
  group: 'set',
  context: 'sentence',
};

export function parseQuery(text: string): Query {
  const given = new URLSearchParams(text);
  const flag = (name: string) => given.get(name) === '1';
  const who = given.get('who');
  return {
    all: ids(given.get('code')),
    any: ids(given.get('any')),
    none: ids(given.get('not')),
    withSubcodes: given.get('sub') !== '0',
    sets: given.getAll('set'),
    cities: given.getAll('city'),
    interviews: ids(given.get('interview')),
    attributes: attributesIn(given.getAll('is')),
    speakers: given.getAll('speaker'),
    who: who === 'participants' || who === 'interviewer' ? who : '',
    coder: given.get('coder') ?? '',
    text: (given.get('text') ?? '').slice(0, 500),
    key: flag('key'),
    memo: flag('memo'),
    check: flag('check'),
    before: beforeIn(given.get('before')),
    sort: oneOf(SORTS, given.get('sort'), EVERYTHING.sort),
    group: given.get('group') ?? EVERYTHING.group,
    context: oneOf(CONTEXTS, given.get('context'), EVERYTHING.context),
  };
}

/** Only what differs from everything; parts in one order, so that one question is one address. */
export function formatQuery(query: Query): string {
  const out = new URLSearchParams();
  const lists = [
    ['code', query.all],
    ['any', query.any],
    ['not', query.none],
    ['interview', query.interviews],
  ] as const;
  for (const [name, list] of lists) if (list.length > 0) out.set(name, list.join(','));
  if (!query.withSubcodes) out.set('sub', '0');
  for (const set of query.sets) out.append('set', set);
  for (const city of query.cities) out.append('city', city);
  for (const { name, values } of query.attributes) for (const value of values) out.append('is', JSON.stringify([name, value]));
  for (const speaker of query.speakers) out.append('speaker', speaker);
  if (query.who !== '') out.set('who', query.who);
  if (query.coder !== '') out.set('coder', query.coder);
  if (query.text !== '') out.set('text', query.text);
  for (const name of ['key', 'memo', 'check'] as const) if (query[name]) out.set(name, '1');
  if (query.before) out.set('before', `${query.before.codeId}.${query.before.version}`);
  for (const name of ['sort', 'group', 'context'] as const) if (query[name] !== EVERYTHING[name]) out.set(name, query[name]);
  return out.toString();
}

type Scope = QuoteScope & Pick<Input<'quote.list'>, 'sort' | 'group'>;

/** The question to the core. */
export function toScope(query: Query): Scope {
  const { all, any, none, withSubcodes } = query;
  return {
    codes: { all: [...all], any: [...any], none: [...none], withSubcodes },
    ...(query.sets.length > 0 ? { sets: [...query.sets] } : {}),
    ...(query.cities.length > 0 ? { cities: [...query.cities] } : {}),
    ...(query.interviews.length > 0 ? { interviews: [...query.interviews] } : {}),
    ...(query.attributes.length > 0
      ? { attributes: query.attributes.map(({ name, values }) => ({ name, values: [...values] })) }
      : {}),
    ...(query.speakers.length > 0 ? { speakers: [...query.speakers] } : {}),
    ...(query.who === '' ? {} : { who: query.who }),
    ...(query.coder === '' ? {} : { coder: query.coder }),
    text: query.text,
    key: query.key,
    withMemo: query.memo,
    toBeChecked: query.check,
    ...(query.before ? { madeBefore: query.before } : {}),
    sort: query.sort,
    group: query.group,
  };
}

export type KnownNames = {
  readonly codes: ReadonlySet<number>;
  readonly sets: readonly string[];
  readonly cities: readonly string[];
  readonly interviews: ReadonlySet<number>;
  readonly attributes: readonly string[];
  readonly coders: readonly string[];
};

/** Without what is no longer in the project: a code that was removed, a set with another name. */
export function onlyKnown(query: Query, known: KnownNames): Query {
  const code = (id: number) => known.codes.has(id);
  const grouped = query.group.startsWith('attribute:')
    ? known.attributes.includes(query.group.slice('attribute:'.length))
    : GROUPS.includes(query.group);
  return {
    ...query,
    all: query.all.filter(code),
    any: query.any.filter(code),
    none: query.none.filter(code),
    sets: query.sets.filter((name) => known.sets.includes(name)),
    cities: query.cities.filter((name) => known.cities.includes(name)),
    interviews: query.interviews.filter((id) => known.interviews.has(id)),
    attributes: query.attributes.filter(({ name }) => known.attributes.includes(name)),
    coder: known.coders.includes(query.coder) ? query.coder : '',
    before: query.before && code(query.before.codeId) ? query.before : null,
    group: grouped ? query.group : EVERYTHING.group,
  };
}

export const GROUPS: readonly string[] = ['none', 'set', 'city', 'interview', 'code', 'theme', 'participant', 'coder'];

function ids(text: string | null): number[] {
  const list = (text ?? '').split(',').filter((part) => /^[1-9]\d{0,14}$/.test(part));
  return [...new Set(list.map(Number))];
}

function attributesIn(pairs: readonly string[]): Attribute[] {
  const values = new Map<string, string[]>();
  for (const pair of pairs) {
    const [name, value] = pairIn(pair);
    if (name === '') continue;
    const own = values.get(name) ?? [];
    values.set(name, own);
    if (!own.includes(value)) own.push(value);
  }
  return [...values].map(([name, own]) => ({ name, values: own }));
}

function pairIn(text: string): readonly [string, string] {
  try {
    const pair: unknown = JSON.parse(text);
    if (Array.isArray(pair) && typeof pair[0] === 'string' && typeof pair[1] === 'string') return [pair[0], pair[1]];
  } catch {
    // An address can be typed: what can't be read asks nothing.
  }
  return ['', ''];
}

function beforeIn(text: string | null): Query['before'] {
  const match = /^([1-9]\d{0,14})\.([1-9]\d{0,8})$/.exec(text ?? '');
  return match ? { codeId: Number(match[1]), version: Number(match[2]) } : null;
}

function oneOf<T extends string>(choices: readonly T[], given: string | null, otherwise: T): T {
  return choices.find((choice) => choice === given) ?? otherwise;
}
