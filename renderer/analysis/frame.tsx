// The frame of an analysis screen: title, chart or table, the sentence, and the panel with quotes beside it.

import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Keys } from '../parts/keys.tsx';
import { isInDialog, isTyping } from '../shell/shortcuts.ts';
import { useKeptScroll } from './use-kept-scroll.ts';
import './analysis.css';

type Props = {
  readonly title: string;
  readonly table: boolean;
  /** Left out where there is only a table. */
  readonly onTable?: (table: boolean) => void;
  /** Puts the focus on the chosen mark, after T changed what is drawn. */
  readonly toMark: () => void;
  readonly actions?: ReactNode;
  readonly sentence: ReactNode;
  readonly panel: ReactNode;
  readonly children: ReactNode;
  readonly main: RefObject<HTMLDivElement | null>;
  /** Under which name the scroll position is remembered. */
  readonly place: string;
};

/** T works wherever the focus is, also on the tab that led here; not where letters are typed or find an entry. */
function useTableKey(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (event.key.toLowerCase() !== 't' || !plain || event.defaultPrevented) return;
      if (isTyping(event.target) || isInDialog(event.target) || isInList(event.target)) return;
      latest.current(event);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

function isInList(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="listbox"]') !== null;
}

export function Frame({ title, table, onTable, toMark, actions, sentence, panel, children, main, place: scrollKey }: Props) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  useKeptScroll(main, scrollKey);
  const switched = useRef(false);
  const shown = useRef(table);
  useTableKey((event) => {
    event.preventDefault();
    if (!onTable) return;
    // A tab of the bar on top keeps the focus.
    switched.current = event.target === document.body || place.current?.contains(event.target as Node) === true;
    onTable(!table);
  });
  useEffect(() => {
    if (shown.current === table) return;
    shown.current = table;
    if (!switched.current) return;
    switched.current = false;
    toMark();
    // A chart is drawn a moment later, once its width is known.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) toMark();
    });
  });
  return (
    <div ref={place} className={panel ? 'an with-panel' : 'an'}>
      <div className="an-main" ref={main}>
        <div className="an-head">
          <h1 className="page-h">{title}</h1>
          <div className="an-bar">
            {onTable ? (
              <fieldset className="seg" aria-label={t('analysis.how')}>
                <button type="button" aria-pressed={!table} onClick={() => onTable(false)}>
                  {t('analysis.chart')}
                </button>
                <button type="button" aria-pressed={table} aria-keyshortcuts="T" onClick={() => onTable(true)}>
                  {t('analysis.table')} <Keys of="t" />
                </button>
              </fieldset>
            ) : null}
            {actions}
          </div>
        </div>
        {sentence}
        {children}
      </div>
      {panel}
    </div>
  );
}
