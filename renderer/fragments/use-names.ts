// What the project has to ask for: codes, sets, cities, interviews, attributes with their values, and coders.

import { useMemo } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { useRead } from '../client/index.ts';
import { type Codebook, useCodebook } from '../codebook/use-codebook.ts';
import type { Attribute, KnownNames } from './query.ts';

export type Names = {
  readonly codebook: Codebook;
  readonly sets: readonly string[];
  readonly cities: readonly string[];
  readonly interviews: readonly InterviewRow[];
  readonly attributes: readonly Attribute[];
  readonly coders: readonly string[];
  readonly codings: number;
  readonly readOnly: boolean;
  readonly project: string;
  readonly known: KnownNames;
};

/** Undefined until all of it was read. */
export function useNames(): Names | undefined {
  const codebook = useCodebook();
  const sets = useRead('interviewSet.list', {}).data?.sets;
  const interviews = useRead('interview.list', {}).data?.interviews;
  const attributes = useRead('participant.list', {}).data?.attributes;
  const coders = useRead('coder.list', {}).data?.coders;
  const project = useRead('project.get', {}).data;
  return useMemo(() => {
    if (!codebook.ready || !sets || !interviews || !attributes || !coders || !project) return undefined;
    const names = {
      codebook,
      sets: sets.filter((set) => set.interviews > 0).map((set) => set.name),
      cities: [...new Set(interviews.map((interview) => interview.city))].sort(),
      interviews,
      attributes,
      coders: coders.filter((coder) => coder.codings > 0).map((coder) => coder.name),
      codings: project.counts.codings,
      readOnly: project.readOnly,
      project: project.name,
    };
    const known: KnownNames = {
      ...names,
      codes: new Set(codebook.codes.map((code) => code.id)),
      interviews: new Set(interviews.map((interview) => interview.id)),
      attributes: attributes.map((attribute) => attribute.name),
    };
    return { ...names, known };
  }, [codebook, sets, interviews, attributes, coders, project]);
}
