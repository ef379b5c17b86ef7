// The scrolling sheet: rows to read or the editor, and over it what depends on where text stands.

import { ListChecks } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { TurnEditor } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { EditBar } from './edit-bar.tsx';
import { turnAt } from './grow.ts';
import { Overlay } from './overlay.tsx';
import { AllRows, VirtualRows } from './rows.tsx';
import { ToCheck } from './to-check.tsx';
import type { Desk } from './use-desk.ts';
import { type Scroll, useSteadyText } from './use-reveal.ts';
import { useSheetEvents } from './use-sheet-events.ts';

type Props = {
  readonly desk: Desk;
  readonly at: TextRange | null;
  readonly scroll: Scroll;
  readonly onScroll: (scroll: Scroll) => void;
};

export function Sheet({ desk, at, scroll, onScroll }: Props) {
  const { t } = useTexts();
  const { page, allRows, rows, codesOf, parts, spot, selection, selected, codings, editing } = desk;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const { scroller: scrollerPart } = parts;
  const takeScroller = useCallback(
    (element: HTMLElement | null) => {
      scrollerPart.current = element;
      setScroller(element);
    },
    [scrollerPart],
  );
  const events = useSheetEvents(desk);
  useSteadyText(parts.scroller, `${editing.now !== null} ${page.toCheck.length > 0}`);
  const { turns } = page;
  const current = spot.spot ? turnAt(turns, spot.spot.focus) : -1;
  const beside = useBeside(desk, current);
  const edited = editing.now?.caret.turn ?? -1;
  const anchor = spot.spot ? turnAt(turns, spot.spot.anchor) : -1;
  // The turn being edited stays on the page wherever one scrolls: its editor holds what is typed.
  const keep = useMemo(() => [anchor, current, edited], [anchor, current, edited]);
  const editor = useEditor(desk);
  const instead = useMemo(() => (editor ? { turn: edited, node: editor } : undefined), [editor, edited]);
  const shown = { ref: parts.rows, rows, codesOf, current, beside, ringless: selection !== null || selected !== undefined };
  return (
    <>
      {editing.now ? <EditBar editing={editing} whole={allRows} /> : null}
      <ToCheck
        interviewId={page.interviewId}
        marks={page.toCheck}
        canPlace={selection !== null}
        mayChange={!desk.readOnly && editing.now === null}
        onPlace={(id, range = selection ?? undefined) => range && void codings.resize(id, range)}
        onShow={(range) => {
          desk.stage.set({ arrived: range, selectedId: null, float: null });
          desk.reveal(range, 'third');
        }}
        onRemove={(id) => void codings.remove(id)}
      />
      <section
        ref={takeScroller}
        className="scroll txt"
        aria-label={t('transcript.text', { name: page.name })}
        data-pane-focus
        data-focus="transcript"
        {...(desk.stage.stage.splitting === null ? {} : { 'data-splitting': true })}
        {...events}
      >
        <div ref={parts.sheet} className={editing.now ? 'sheet editing' : 'sheet'}>
          {editor && allRows ? (
            editor
          ) : allRows ? (
            <AllRows {...shown} />
          ) : (
            <VirtualRows {...shown} instead={instead} scroller={scroller} first={scroll.turn} keep={keep} />
          )}
          <Overlay desk={desk} at={at} scroll={scroll} onScroll={onScroll} />
        </div>
      </section>
    </>
  );
}

/** The editor while editing, and the same as long as it is the same editor: a key press draws no rows. */
function useEditor({ editing, page }: Desk): ReactNode {
  const { t } = useTexts();
  const { now, handle, onChange, onRefused, onAsk } = editing;
  const label = t('transcript.editing.label', { name: page.name });
  return useMemo(
    () =>
      now && (
        <TurnEditor
          key={now.serial}
          ref={handle}
          turns={now.contents}
          caret={now.caret}
          label={label}
          describedBy="edit-hint"
          onChange={onChange}
          onRefused={onRefused}
          onAsk={onAsk}
        />
      ),
    [now, handle, label, onChange, onRefused, onAsk],
  );
}

/** Beside the turn where the person is: the way to its codings, and at a question of the interviewer to its answers. */
function useBeside({ marksOf, rows, editing, acts, showCodings }: Desk, current: number) {
  const { t } = useTexts();
  const count = editing.now ? 0 : marksOf(current).length;
  const asks = editing.now === null && rows[current]?.quiet === true;
  const run = useRef(acts.run);
  run.current = acts.run;
  return useMemo(() => {
    const label = t('transcript.codingsHere', { count, turn: current + 1 });
    const answers = asks ? (
      <button
        type="button"
        className="turn-answers ib"
        aria-label={t('transcript.answers')}
        title={`${t('transcript.answers')} (G)`}
        aria-keyshortcuts="G"
        onClick={() => run.current({ kind: 'answers' })}
      >
        <Icon of={ListChecks} small />
      </button>
    ) : null;
    if (count === 0) return answers ?? undefined;
    return (
      <>
        {answers}
        <button
          type="button"
          className="turn-codes btn pop"
          aria-label={label}
          aria-keyshortcuts="L"
          onClick={() => showCodings(current)}
        >
          {t('transcript.codesShort', { count })}
        </button>
      </>
    );
  }, [count, asks, current, showCodings, t]);
}
