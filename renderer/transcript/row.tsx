// One turn to read: who, its number and time, the text in one text node, and what it is coded with for who does not see the stripes.

import { memo, type ReactNode } from 'react';

export type RowProps = {
  readonly turn: number;
  readonly text: string;
  readonly who: string;
  readonly clock: string | null;
  readonly quiet: boolean;
  /** The codings of this turn in words; empty without. */
  readonly codes: string;
  /** Beside the turn where the person is. */
  readonly beside?: ReactNode;
};

export const Row = memo(function Row({ turn, text, who, clock, quiet, codes, beside }: RowProps) {
  return (
    <div className={quiet ? 'turn quiet' : 'turn'}>
      <div className="who">
        <b>{who}</b>
        <span className="num">
          {turn + 1}
          {clock ? ` · ${clock}` : ''}
        </span>
      </div>
      {/* The focus stands here while walking by turn, so that a screen reader reads it. */}
      <p data-turn={turn} tabIndex={-1} dir="auto">
        {text}
      </p>
      {beside}
      {codes ? <span className="vh codes">{codes}</span> : null}
    </div>
  );
});
