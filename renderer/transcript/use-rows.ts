// The turns as rows: who speaks, when, and what it is coded with in words.

import { useCallback, useMemo } from 'react';
import type { Turn } from '../../src/domain/interview.ts';
import type { TurnHead } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { clockOf } from './clock.ts';
import { turnAt } from './grow.ts';
import type { Mark, Page } from './model.ts';
import type { RowProps } from './row.tsx';
import { splitByTurn } from './segments.ts';

export type RowData = {
  readonly rows: readonly RowProps[];
  readonly marksOf: ReadonlyMap<number, readonly Mark[]>;
  /** What a turn is coded with, in words; empty without. */
  readonly codesOf: (turn: number) => string;
};

/** What stands beside each turn. */
export function useHeads({ turns, asking }: Pick<Page, 'turns' | 'asking'>): readonly TurnHead[] {
  return useMemo(() => headsOf(turns, asking), [turns, asking]);
}

export function headsOf(turns: readonly Turn[], asking: readonly string[]): TurnHead[] {
  const quiet = new Set(asking);
  return turns.map(({ speaker, timeMs }, turn) => ({
    turn,
    who: speaker ?? '',
    when: [String(turn + 1), clockOf(timeMs)].filter(Boolean).join(' · '),
    quiet: quiet.has(speaker ?? ''),
  }));
}

export function useRows({ text, turns, marks }: Page, heads: readonly TurnHead[]): RowData {
  const { t } = useTexts();
  const marksOf = useMemo(() => groupByTurn(turns, marks), [turns, marks]);
  const rows = useMemo(
    () =>
      turns.map(({ start, end }, turn): RowProps => {
        const head = heads[turn];
        return {
          turn,
          text: text.slice(start, end),
          who: head?.who ?? '',
          when: head?.when ?? '',
          quiet: head?.quiet ?? false,
        };
      }),
    [turns, text, heads],
  );
  // The sentence is made once, not once for each of some hundreds of turns.
  const sentence = t('transcript.codesOf', { codes: '\n' });
  const codesOf = useCallback(
    (turn: number) => {
      const names = marksOf.get(turn)?.map((mark) => `${mark.name} (${mark.coder})`);
      return names ? sentence.replace('\n', () => names.join('; ')) : '';
    },
    [marksOf, sentence],
  );
  return { rows, marksOf, codesOf };
}

function groupByTurn(turns: Page['turns'], marks: readonly Mark[]): Map<number, Mark[]> {
  const map = new Map<number, Mark[]>();
  for (const mark of marks) {
    const [first, last] = [turnAt(turns, mark.start), turnAt(turns, mark.end - 1)];
    for (const { turn } of splitByTurn(mark, turns, first, last)) {
      const list = map.get(turn);
      if (list) list.push(mark);
      else map.set(turn, [mark]);
    }
  }
  return map;
}
