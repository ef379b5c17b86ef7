// The turns as rows: who speaks, when, and what it is coded with in words.

import { useCallback, useMemo } from 'react';
import type { Turn } from '../../src/domain/interview.ts';
import type { TurnHead } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { clockOf } from './clock.ts';
import { firstFrom } from './groups.ts';
import type { Mark, Page } from './model.ts';
import type { RowProps } from './row.tsx';

/** The codings over a turn, outermost first; none for a turn that is not there. */
export type MarksOf = (turn: number) => readonly Mark[];

export type RowData = {
  readonly rows: readonly RowProps[];
  readonly marksOf: MarksOf;
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
  const marksOf = useMemo(() => marksByTurn(turns, marks), [turns, marks]);
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
      const names = marksOf(turn).map((mark) => `${mark.name} (${mark.coder})`);
      return names.length > 0 ? sentence.replace('\n', () => names.join('; ')) : '';
    },
    [marksOf, sentence],
  );
  return { rows, marksOf, codesOf };
}

/** The codings over each turn, found when asked for: a page may have thousands, and shows some tens of turns. */
export function marksByTurn(turns: Page['turns'], marks: readonly Mark[]): MarksOf {
  // How far any coding up to here reaches: where that is not into the turn, none before it does.
  const reach = new Uint32Array(marks.length);
  let most = 0;
  for (let at = 0; at < marks.length; at++) {
    most = Math.max(most, marks[at]?.end ?? 0);
    reach[at] = most;
  }
  return (turn) => {
    const own = turns[turn];
    if (!own) return [];
    const found: Mark[] = [];
    for (let at = firstFrom(marks, own.end) - 1; at >= 0 && (reach[at] ?? 0) > own.start; at--) {
      const mark = marks[at];
      if (mark && mark.end > own.start && mark.start < mark.end) found.push(mark);
    }
    return found.reverse();
  };
}
