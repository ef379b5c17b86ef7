// The panel beside a chart: what the focused mark stands for, and the quotes behind it. Always on the same side.

import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useTexts } from '../i18n/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { formatRoute, go } from '../shell/route.ts';

type Props = {
  readonly title: ReactNode;
  /** Only the end of the thread is drawn, at the title: for charts where the line would cross text. */
  readonly knot?: boolean;
  readonly sum?: ReactNode;
  readonly onClose: () => void;
  /** Esc: back to the mark. */
  readonly onBack: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
};

export function Panel({ title, knot = false, sum, onClose, onBack, children, ref }: Props) {
  const { t } = useTexts();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onBack();
  };
  return (
    <aside
      className="panel an-panel"
      aria-label={t('analysis.panel.label')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      {...(ref ? { ref } : {})}
    >
      <div className="an-close">
        <IconButton label={t('analysis.panel.close')} icon={X} keys="esc" onPress={onClose} />
      </div>
      <h2 className={knot ? 'an-knot' : ''} data-thread-to="">
        {title}
      </h2>
      <div className="sum num" role="status">
        {sum}
      </div>
      {children}
    </aside>
  );
}

type Source = TextRange & { readonly interviewId: number; readonly interview: string; readonly turn: number };

/** Where a quote comes from: a link to the place, to which Back returns. */
export function SourceLink({ source }: { readonly source: Source }) {
  const { t } = useTexts();
  const { interviewId, interview, turn, start, end } = source;
  const route = { view: 'code', interviewId, at: { start, end } } as const;
  return (
    <a
      href={formatRoute(route)}
      data-focus={`quote ${interviewId} ${start} ${end}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(route);
      }}
    >
      {t('analysis.panel.turn', { interview, turn })}
    </a>
  );
}

const STEP = 40;

/** A list that shows its first rows and the others when asked. `more` names how many are left. */
export function LongList<T>({
  rows,
  draw,
  more,
}: {
  readonly rows: readonly T[];
  readonly draw: (row: T, at: number) => ReactNode;
  readonly more: (left: number) => string;
}) {
  const [shown, setShown] = useState(STEP);
  const left = rows.length - shown;
  return (
    <>
      <ul className="an-qs">{rows.slice(0, shown).map(draw)}</ul>
      {left > 0 ? (
        <button type="button" className="btn quiet" onClick={() => setShown(shown + STEP * 3)}>
          {more(left)}
        </button>
      ) : null}
    </>
  );
}
