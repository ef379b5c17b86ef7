// What the project has to choose from: sets, attributes, coders and codes, for the words of a sentence.

import { useMemo } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useRead } from '../client/index.ts';

export type Known = {
  readonly sets: readonly string[];
  readonly attributes: readonly string[];
  readonly coders: readonly string[];
  readonly codes: readonly CodeRow[];
  readonly interviews: number;
  readonly codings: number;
};

/** Undefined until all of it was read. */
export function useKnown(): Known | undefined {
  const sets = useRead('interviewSet.list', {}).data?.sets;
  const attributes = useRead('participant.list', {}).data?.attributes;
  const coders = useRead('coder.list', {}).data?.coders;
  const codes = useRead('code.list', {}).data?.codes;
  const counts = useRead('project.get', {}).data?.counts;
  return useMemo(() => {
    if (!sets || !attributes || !coders || !codes || !counts) return undefined;
    return {
      sets: sets.filter((set) => set.interviews > 0).map((set) => set.name),
      attributes: attributes.map((attribute) => attribute.name),
      coders: coders.filter((coder) => coder.codings > 0).map((coder) => coder.name),
      codes,
      interviews: counts.interviews,
      codings: counts.codings,
    };
  }, [sets, attributes, coders, codes, counts]);
}
