// The panel beside a chart: what the focused mark stands for, and the quotes behind it. Always on the same side.

import { X } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, type ReactNode, type Ref, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useTexts } from '../i18n/index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { formatRoute, go, type Route } from '../shell/route.ts';

type Props = {
  readonly title: ReactNode;
  /** Only the end of the thread is drawn, at the title: for charts where the line would cross text. */
  readonly knot?: boolean;
  readonly sum?: ReactNode;
  /** The same quotes in the list of fragments. */
  readonly fragments?: Route | null;
  readonly onClose: () => void;
  /** Esc: back to the mark. */
  readonly onBack: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLElement>;
};

export function Panel({ title, knot = false, sum, fragments = null, onClose, onBack, children, ref }: Props) {
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
      {fragments ? (
        <a className="lk an-open" href={formatRoute(fragments)} onClick={(event) => follow(event, fragments)}>
          {t('fragments.open')}
        </a>
      ) : null}
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
    <a href={formatRoute(route)} data-focus={`quote ${interviewId} ${start} ${end}`} onClick={(event) => follow(event, route)}>
      {t('analysis.panel.turn', { interview, turn })}
    </a>
  );
}

/** With Ctrl or Shift the browser opens it elsewhere. */
function follow(event: MouseEvent, route: Route): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(route);
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
