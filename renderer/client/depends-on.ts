// Which nouns each read looks at: when a change says it touched one of them, that read is asked again.

import type { Contract, OperationName } from '../../src/contract/index.ts';

type NamesOf<K> = { [N in OperationName]: Contract[N]['kind'] extends K ? N : never }[OperationName];
/** What only asks; `workbench.get` is about which project is open, and asks too. */
export type ReadName = NamesOf<'read'> | 'workbench.get';
export type ChangeName = NamesOf<'change'> | Exclude<NamesOf<'workbench'>, 'workbench.get'>;

const IN_PROJECT = ['project', 'history', 'interviewSet', 'interview', 'participant', 'code', 'coding', 'memo', 'coder'] as const;
export const NOUNS = [...IN_PROJECT, 'workbench'] as const;
export type Noun = (typeof NOUNS)[number];
const ANALYSED = ['coding', 'code', 'interview', 'interviewSet', 'participant', 'coder'] as const;
const MEMOS = ['memo', 'project', 'interview', 'participant', 'code', 'coding', 'coder'] as const;

export const dependsOn = {
  'workbench.get': ['workbench', 'project'],
  'project.get': IN_PROJECT,
  'project.check': IN_PROJECT,
  'history.list': IN_PROJECT,
  'position.get': [],
  'search.text': ['interview', 'interviewSet'],
  'interviewSet.list': ['interviewSet', 'interview'],
  'interview.list': ['interview', 'interviewSet', 'participant', 'coding'],
  'interview.get': ['interview', 'participant'],
  'interview.preview': ['interview'],
  'interview.mends': ['interview'],
  'speaker.list': ['interview', 'participant'],
  'toCheck.list': ['coding', 'code', 'coder', 'interview'],
  'participant.list': ['participant', 'interview'],
  'code.list': ['code', 'coding', 'interview'],
  'code.mergePreview': ['code', 'coding', 'memo'],
  'code.history': ['code', 'coding', 'coder'],
  'code.codingsBefore': ['code', 'coding', 'coder', 'interview'],
  'codebook.export': ['code'],
  'coding.list': ['coding', 'code', 'memo', 'coder', 'interview'],
  'question.answers': ['interview', 'interviewSet', 'participant'],
  'codings.export': ['coding', 'code', 'coder', 'interview'],
  'memo.list': MEMOS,
  'memo.export': MEMOS,
  'memo.findTargets': MEMOS,
  'memo.targets': MEMOS,
  'coder.list': ['coder', 'coding'],
  'quote.list': [...ANALYSED, 'memo'],
  'quote.choose': [...ANALYSED, 'memo'],
  'quote.export': [...ANALYSED, 'memo'],
  'analysis.frequency': ANALYSED,
  'analysis.cooccurrence': ANALYSED,
  'analysis.quotes': ANALYSED,
  'analysis.pairs': ANALYSED,
  'report.theme': [...ANALYSED, 'memo', 'project'],
} as const satisfies Record<ReadName, readonly Noun[]>;

/** The reads that look at any of these nouns. */
export function readsOf(nouns: readonly string[]): Set<ReadName> {
  const touched = new Set(nouns);
  const names = Object.keys(dependsOn) as ReadName[];
  return new Set(names.filter((name) => dependsOn[name].some((noun: Noun) => touched.has(noun))));
}
