// The turns as rows: who speaks, when, and what it is coded with in words.

import { useMemo } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import type { TurnHead } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { turnAt } from './grow.ts';
import type { Mark, Page } from './model.ts';
import type { RowProps } from './row.tsx';
import { splitByTurn } from './segments.ts';
import { clockOf, interviewerLabels } from './speakers.ts';

export type RowData = {
  readonly rows: readonly RowProps[];
  readonly heads: readonly TurnHead[];
  readonly marksOf: ReadonlyMap<number, readonly Mark[]>;
};

export function useRows(page: Page, interview: InterviewRow | undefined): RowData {
  const { t } = useTexts();
  const { text, turns, marks } = page;
  const labels = interview?.participants.map((participant) => participant.speaker).join('\n') ?? '';
  const asking = useMemo(() => interviewerLabels(turns, labels.split('\n')), [turns, labels]);
  const marksOf = useMemo(() => groupByTurn(turns, marks), [turns, marks]);
  const heads = useMemo(
    () =>
      turns.map((turn, index) => ({
        turn: index,
        who: turn.speaker ?? '',
        when: [String(index + 1), clockOf(turn.timeMs)].filter(Boolean).join(' · '),
        quiet: asking.has(turn.speaker ?? ''),
      })),
    [turns, asking],
  );
  const rows = useMemo(
    () =>
      turns.map((turn, index): RowProps => {
        const own = marksOf.get(index);
        const codes = own ? t('transcript.codesOf', { codes: own.map((mark) => `${mark.name} (${mark.coder})`).join('; ') }) : '';
        return {
          turn: index,
          text: text.slice(turn.start, turn.end),
          who: turn.speaker ?? '',
          clock: clockOf(turn.timeMs),
          quiet: asking.has(turn.speaker ?? ''),
          codes,
        };
      }),
    [turns, text, marksOf, asking, t],
  );
  return { rows, heads, marksOf };
}

function groupByTurn(turns: Page['turns'], marks: readonly Mark[]): Map<number, Mark[]> {
  const map = new Map<number, Mark[]>();
  for (const mark of marks) {
    const [first, last] = [turnAt(turns, mark.start), turnAt(turns, mark.end - 1)];
    for (const { turn } of splitByTurn(mark, turns, first, last)) map.set(turn, [...(map.get(turn) ?? []), mark]);
  }
  return map;
}
