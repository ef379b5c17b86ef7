// Which stripes are drawn: all, or those of some codes or of one coder, or only how many there are. It hides stripes, never codings: the tints in the
// text stay, and what is hidden is counted.

import { useMemo } from 'react';
import { usePosition, useRead, useSelectedCode } from '../client/index.ts';
import { ancestorsOf, type Codebook } from '../codebook/use-codebook.ts';
import { MAX_LANES } from './lanes.ts';
import type { Mark } from './model.ts';
import type { Recent } from './recent.ts';
import type { StripeRule } from './scene.ts';

export const STRIPE_FILTERS = ['all', 'recent', 'pinned', 'mine', 'selected', 'density'] as const;
export type StripeFilterKind = (typeof STRIPE_FILTERS)[number];

export type StripeFilter = {
  readonly kind: StripeFilterKind;
  readonly set: (kind: StripeFilterKind) => void;
  readonly rule: StripeRule;
  /** Codings with a stripe, and all of the interview. */
  readonly shown: number;
  readonly all: number;
};

/** "Recent" are the codes used last, this many. */
const RECENT = 9;

/** `knows` tells the coder, the codes used last, the pinned ones and the chosen one with all below it. */
export function ruleOf(
  kind: StripeFilterKind,
  knows: {
    readonly coder: string;
    readonly recent: readonly number[];
    readonly pinned: ReadonlySet<number>;
    readonly chosen: ReadonlySet<number>;
  },
): StripeRule {
  const recent = new Set(knows.recent.slice(0, RECENT));
  switch (kind) {
    case 'all':
      return { lanes: MAX_LANES };
    case 'density':
      return { lanes: 0 };
    case 'mine':
      return { lanes: MAX_LANES, shows: (mark) => mark.coder === knows.coder };
    case 'recent':
      return { lanes: MAX_LANES, shows: (mark) => recent.has(mark.codeId) };
    case 'pinned':
      return { lanes: MAX_LANES, shows: (mark) => knows.pinned.has(mark.codeId) };
    case 'selected':
      return { lanes: MAX_LANES, shows: (mark) => knows.chosen.has(mark.codeId) };
  }
}

export function useStripeFilter(marks: readonly Mark[], codebook: Codebook, { recent }: Recent): StripeFilter {
  const [kept, set] = usePosition('stripes', 'all');
  const kind = STRIPE_FILTERS.find((name) => name === kept) ?? 'all';
  const coder = useRead('workbench.get', {}).data?.settings.coder ?? '';
  const [chosenId] = useSelectedCode();
  const pins = codebook.codes.flatMap((code) => (code.pin === null ? [] : [code.id])).join(' ');
  const used = kind === 'recent' ? recent.slice(0, RECENT).join(' ') : '';
  const chosen = useMemo(() => {
    const below = codebook.codes.filter((code) => ancestorsOf(code, codebook.byId).some((above) => above.id === chosenId));
    return [...(chosenId === null ? [] : [chosenId]), ...below.map((code) => code.id)].join(' ');
  }, [codebook, chosenId]);
  // A rule stays the same as long as it says the same: another one draws all stripes again.
  const wanted = kind === 'selected' ? chosen : '';
  const rule = useMemo(
    () => ruleOf(kind, { coder, recent: idsIn(used), pinned: new Set(idsIn(pins)), chosen: new Set(idsIn(wanted)) }),
    [kind, coder, used, pins, wanted],
  );
  const shown = useMemo(() => (rule.shows ? marks.filter(rule.shows).length : marks.length), [marks, rule]);
  return useMemo(() => ({ kind, set, rule, shown, all: marks.length }), [kind, set, rule, shown, marks]);
}

function idsIn(list: string): number[] {
  return list === '' ? [] : list.split(' ').map(Number);
}
