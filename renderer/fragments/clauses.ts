// The question as the clauses of a sentence: words that can be changed, and the plain words between them. Pure.

import type { Colour } from '../../src/domain/code.ts';
import type { Translate } from '../i18n/index.ts';
import { EVERYTHING, type Query } from './query.ts';

/** What a condition is about. */
export type Kind =
  | 'all'
  | 'any'
  | 'none'
  | 'sets'
  | 'cities'
  | 'interviews'
  | 'speakers'
  | 'who'
  | 'coder'
  | 'text'
  | 'key'
  | 'memo'
  | 'check'
  | 'before'
  | `attribute:${string}`;

/** `id`: of a code. */
export type Word = { readonly text: string; readonly id?: number; readonly colour?: Colour };
/** `lead` comes before the words, `join` between them. */
export type Clause = { readonly kind: Kind; readonly lead: string; readonly words: readonly Word[]; readonly join: string };

type Names = {
  readonly t: Translate;
  readonly code: (id: number) => Word;
  readonly interview: (id: number) => string;
};

/** More names than this become one word: "7 steden". */
const MOST_NAMES = 4;

export function clausesOf(query: Query, { t, code, interview }: Names): Clause[] {
  const and = ` ${t('fragments.join.and')} `;
  const or = ` ${t('fragments.join.or')} `;
  const clauses: Clause[] = [];
  const add = (kind: Kind, lead: string, words: readonly Word[], join = and) => clauses.push({ kind, lead, words, join });
  const { all, any, none } = query;
  if (all.length > 0) add('all', t('fragments.lead.all'), all.map(code), ` ${t('fragments.join.also')} `);
  if (any.length > 0) add('any', t(all.length > 0 ? anyBesides(any) : 'fragments.lead.all'), any.map(code), or);
  if (all.length + any.length === 0) add('all', t('fragments.lead.all'), [{ text: t('fragments.anyCode') }]);
  if (none.length > 0) add('none', t('fragments.lead.none'), none.map(code), or);
  const names = (kind: 'sets' | 'cities' | 'interviews' | 'speakers', list: readonly string[], join = and) => {
    if (list.length === 0) return;
    const many = list.length > MOST_NAMES;
    const words = many
      ? [t(`fragments.many.${kind}`, { count: list.length })]
      : list.map((name) => name || t('fragments.noValue'));
    add(
      kind,
      t(`fragments.lead.${kind}`),
      words.map((text) => ({ text })),
      join,
    );
  };
  names('sets', query.sets);
  names('cities', query.cities);
  names('interviews', query.interviews.map(interview));
  for (const { name, values } of query.attributes) {
    const words = values.map((value) => ({ text: value || t('fragments.noValue') }));
    add(`attribute:${name}`, t('fragments.lead.attribute', { name }), words, or);
  }
  if (query.who !== '') add('who', t('fragments.lead.who'), [{ text: t(`fragments.who.${query.who}`) }]);
  names('speakers', query.speakers, or);
  if (query.text !== '') add('text', t('fragments.lead.text'), [{ text: query.text }]);
  if (query.key) add('key', t('fragments.lead.key'), [{ text: t('fragments.word.key') }]);
  if (query.memo) add('memo', t('fragments.lead.memo'), [{ text: t('fragments.word.memo') }]);
  if (query.check) add('check', t('fragments.lead.check'), [{ text: t('fragments.word.check') }]);
  if (query.before) {
    const { version, codeId } = query.before;
    add('before', t('fragments.lead.before'), [
      { text: t('fragments.word.before', { version, name: code(codeId).text }), id: codeId },
    ]);
  }
  add('coder', t('fragments.lead.coder'), [{ text: query.coder === '' ? t('fragments.allCoders') : query.coder }]);
  return clauses;
}

/** With codes that must all be there, of these one must be there too: one of one is just as well. */
function anyBesides(any: readonly number[]) {
  return any.length > 1 ? 'fragments.lead.anyToo' : 'fragments.lead.oneToo';
}

/** What stands between a clause and the one before it. After "or" a comma keeps "and not" from going with the last code only. */
export function gapBefore(clauses: readonly Clause[], at: number): string {
  const besideAll = clauses[at]?.kind === 'none' && clauses[at - 1]?.kind === 'all';
  return at === 0 || besideAll ? ' ' : ', ';
}

/** The same as plain text, for what goes out. */
export function sentenceOf(clauses: readonly Clause[], t: Translate): string {
  const parts = clauses.map(
    (clause, at) => `${gapBefore(clauses, at)}${clause.lead} ${clause.words.map((word) => word.text).join(clause.join)}`,
  );
  return `${t('fragments.title')}${parts.join('')}.`;
}

/** The question without a condition. */
export function without(query: Query, kind: Kind): Query {
  if (kind.startsWith('attribute:')) {
    const name = kind.slice('attribute:'.length);
    return { ...query, attributes: query.attributes.filter((attribute) => attribute.name !== name) };
  }
  const field = kind as Exclude<Kind, `attribute:${string}`>;
  return { ...query, [field]: EVERYTHING[field] };
}

/** Which condition the core means when it counts what there would be without it. */
export function kindOfCondition(condition: string): Kind {
  const known: Readonly<Record<string, Kind>> = {
    'codes.all': 'all',
    'codes.any': 'any',
    'codes.none': 'none',
    withMemo: 'memo',
    toBeChecked: 'check',
    madeBefore: 'before',
  };
  return known[condition] ?? (condition as Kind);
}
