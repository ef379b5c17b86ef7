// Going to a turn or a line by its number, as it stands beside the text.

import { useCallback } from 'react';
import { useTexts } from '../i18n/index.ts';
import { measureSheet, offsetAtPoint } from './geometry.ts';
import type { Desk } from './use-desk.ts';

/** Answers why it can't go there; null when it goes. */
export type GoTo = (what: 'turn' | 'line', number: number) => string | null;

export function useGoTo({ page, parts, geometry, lines, allRows, spot, reveal }: Desk): GoTo {
  const { t } = useTexts();
  return useCallback(
    (what, number) => {
      const { turns } = page;
      const place = (at: number) => {
        spot.place({ anchor: at, focus: at }, { focus: true });
        reveal({ start: at, end: at + 1 }, 'third');
      };
      if (what === 'turn') {
        const turn = turns[number - 1];
        if (!turn) return t('transcript.goTo.none', { turns: turns.length });
        place(turn.start);
        return null;
      }
      const boxes = allRows ? (geometry.current?.boxes ?? []) : [];
      const last = boxes.at(-1);
      const total = allRows ? (last ? (last.firstLine ?? 0) + last.lines : 0) : lines.total;
      const line = number - 1;
      const turn = allRows
        ? (boxes.find((box) => box.firstLine !== null && box.firstLine + box.lines > line)?.turn ?? null)
        : lines.turnOfLine(line);
      if (turn === null || line < 0)
        return total === null ? t('transcript.goTo.counting') : t('transcript.goTo.noneLine', { lines: total });
      const own = turns[turn];
      if (!own) return null;
      const first = (allRows ? geometry.current?.byTurn.get(turn)?.firstLine : lines.firstLine(turn)) ?? line;
      reveal({ start: own.start, end: own.start + 1 }, 'third');
      // Where the line begins in its turn only the page knows, once it is there.
      const look = (left: number) => {
        const sheet = parts.sheet.current;
        const now = sheet ? measureSheet(sheet) : null;
        const box = now?.byTurn.get(turn);
        if (sheet && now && box) {
          const { left: x, top: y } = sheet.getBoundingClientRect();
          const at = y + box.top + (line - first + 0.5) * now.lineHeight;
          place(offsetAtPoint(parts.scroller.current, page.text, turns, x + now.textLeft + 1, at) ?? own.start);
        } else if (left > 0) requestAnimationFrame(() => look(left - 1));
      };
      requestAnimationFrame(() => look(5));
      return null;
    },
    [page, parts, geometry, lines, allRows, spot, reveal, t],
  );
}
