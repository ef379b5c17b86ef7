// What an export of memos says, in Dutch and English.

import type { LinkKind } from '../domain/memo.ts';

export type MemosLanguage = 'nl' | 'en';
export type MemoKind = 'journal' | 'project' | 'interview' | 'code' | 'coding' | 'participant';

export type MemosWords = {
  readonly title: (project: string) => string;
  readonly groups: Readonly<Record<Exclude<MemoKind, 'coding'>, string>>;
  readonly kinds: Readonly<Record<MemoKind, string>>;
  readonly links: Readonly<Record<LinkKind, string>>;
  readonly gone: string;
  readonly none: string;
  readonly selection: string;
  readonly on: (kinds: string) => string;
  readonly coder: (name: string) => string;
  readonly text: (words: string) => string;
  readonly from: (day: string) => string;
  readonly to: (day: string) => string;
};

export const MEMOS_WORDS: Readonly<Record<MemosLanguage, MemosWords>> = {
  nl: {
    title: (project) => `Memo’s van ${project}`,
    groups: { journal: 'Logboek', project: 'Project', interview: 'Interviews', code: 'Codes', participant: 'Respondenten' },
    kinds: {
      journal: 'het logboek',
      project: 'het project',
      interview: 'interviews',
      code: 'codes',
      coding: 'fragmenten',
      participant: 'respondenten',
    },
    links: { quote: 'fragment', code: 'code', interview: 'interview', participant: 'respondent' },
    gone: 'bestaat niet meer',
    none: 'Geen memo’s.',
    selection: 'Selectie',
    on: (kinds) => `bij ${kinds}`,
    coder: (name) => `codeur ${name}`,
    text: (words) => `met ‘${words}’`,
    from: (day) => `vanaf ${day}`,
    to: (day) => `tot en met ${day}`,
  },
  en: {
    title: (project) => `Memos of ${project}`,
    groups: { journal: 'Journal', project: 'Project', interview: 'Interviews', code: 'Codes', participant: 'Participants' },
    kinds: {
      journal: 'the journal',
      project: 'the project',
      interview: 'interviews',
      code: 'codes',
      coding: 'quotes',
      participant: 'participants',
    },
    links: { quote: 'quote', code: 'code', interview: 'interview', participant: 'participant' },
    gone: 'no longer there',
    none: 'No memos.',
    selection: 'Selection',
    on: (kinds) => `on ${kinds}`,
    coder: (name) => `coder ${name}`,
    text: (words) => `with ‘${words}’`,
    from: (day) => `from ${day}`,
    to: (day) => `until ${day}`,
  },
};
