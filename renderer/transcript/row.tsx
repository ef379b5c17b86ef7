// One turn to read: who, its number and time, the text in one text node, and what it is coded with for who does not see the stripes.

import { memo, type ReactNode } from 'react';

export type RowProps = {
  readonly turn: number;
  readonly text: string;
  readonly who: string;
  /** Its number, and its time when there is one. */
  readonly when: string;
  readonly quiet: boolean;
  /** The codings of this turn in words; empty without. */
  readonly codes?: string;
  /** Beside the turn where the person is. */
  readonly beside?: ReactNode;
  /** What is selected in it shows where the person is; no ring around the whole turn then. */
  readonly ringless?: boolean;
};

export const Row = memo(function Row({ turn, text, who, when, quiet, codes, beside, ringless = false }: RowProps) {
  return (
    <div className={quiet ? 'turn quiet' : 'turn'}>
      <div className="who">
        <b>{who}</b>
        <span className="num">{when}</span>
      </div>
      {/* The focus stands here while walking by turn, so that a screen reader reads it. */}
      <p data-turn={turn} tabIndex={-1} dir="auto" className={ringless ? 'ringless' : undefined}>
        {text}
      </p>
      {beside}
      {codes ? <span className="vh codes">{codes}</span> : null}
    </div>
  );
});
