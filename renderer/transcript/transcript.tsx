// An interview to read, code and correct. This file puts the parts together; what they do is in the files beside it.

import { Tag } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { useProvideCoding, useRead } from '../client/index.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { TurnEditor } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { useShortcuts } from '../shell/shortcuts.ts';
import { EditBar } from './edit-bar.tsx';
import { HANG, Handles, hangX, Thread } from './ends.tsx';
import { FindBar } from './find-bar.tsx';
import { Floats } from './floats.tsx';
import { turnAt } from './grow.ts';
import { Header } from './header.tsx';
import { HoverCard } from './hover-card.tsx';
import { MemoDialog } from './memo-dialog.tsx';
import { type Page, rangeOf, type Spot } from './model.ts';
import { NarrowBar } from './narrow-bar.tsx';
import { AllRows, type RowsHandle, VirtualRows, WHOLE_UP_TO } from './rows.tsx';
import { Stripes } from './stripes.tsx';
import { ToCheck } from './to-check.tsx';
import { useActs } from './use-acts.ts';
import { useArrival } from './use-arrival.ts';
import { useCodings } from './use-codings.ts';
import { useDrawing } from './use-drawing.ts';
import { useEditing } from './use-editing.ts';
import { useFind } from './use-find.ts';
import { usePointer, useStretch } from './use-pointers.ts';
import { useRecent } from './use-recent.ts';
import { useResize } from './use-resize.ts';
import { type Scroll, useReveal, useScrollMemory, useSteadyText } from './use-reveal.ts';
import { useRows } from './use-rows.ts';
import { useSheetEvents } from './use-sheet-events.ts';
import { useSpot } from './use-spot.ts';
import { useStage } from './use-stage.ts';
import './highlights.css';

type Props = {
  readonly page: Page;
  readonly interview: InterviewRow | undefined;
  readonly codebook: Codebook;
  readonly at: TextRange | null;
  readonly scroll: Scroll;
  readonly onScroll: (scroll: Scroll) => void;
};

export function Transcript({ page: saved, interview, codebook, at, scroll, onScroll }: Props) {
  const { t } = useTexts();
  const scroller = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const rowsHandle = useRef<RowsHandle>(null);
  const findInput = useRef<HTMLInputElement>(null);
  const parts = useMemo(() => ({ scroller, sheet, rows: rowsHandle }), []);
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const whole = (interview?.words ?? saved.text.length / 6) <= WHOLE_UP_TO;

  const stage = useStage();
  const { selectedId, hoveredId, float, finding, memoOpen, arrived, writing } = stage.stage;
  const codings = useCodings(saved);
  const resize = useResize(saved, codings, stage);
  const { heads } = useRows(saved, interview);
  const [left, setLeft] = useState<Spot | null>(null);
  const editing = useEditing(saved, whole, heads, sheet, codings.say, setLeft);
  const page = editing.now ? editing.drafts.page : resize.page;
  const { rows, marksOf } = useRows(page, interview);
  const marks = useMemo(() => new Map(page.marks.map((mark) => [mark.id, mark])), [page.marks]);
  const spot = useSpot(page, sheet, editing.now === null);
  const recent = useRecent(useMemo(() => new Set(codebook.codes.map((code) => code.id)), [codebook]));
  const drawing = useDrawing(page, sheet, scroller);
  const { geometry, scene } = drawing;
  const reveal = useReveal(page, parts);
  useScrollMemory(geometry, parts, scroll, onScroll, at === null);

  const back = useCallback(() => {
    const now = spot.spot;
    scroller.current?.focus({ preventScroll: true });
    if (now) spot.place(now, { focus: true });
  }, [spot]);
  const firstInView = useCallback(() => {
    const top = (scroller.current?.getBoundingClientRect().top ?? 0) - (sheet.current?.getBoundingClientRect().top ?? 0);
    return geometry?.boxes.find((box) => box.top >= top - 2)?.turn ?? 0;
  }, [geometry]);
  const showCodings = useCallback(
    (turn: number) => {
      const own = marksOf.get(turn) ?? [];
      const box = geometry?.byTurn.get(turn);
      if (own.length === 0 || !box || !geometry) return codings.say(t('transcript.noCodingHere'));
      const label = t('transcript.codingsHere', { count: own.length, turn: turn + 1 });
      stage.set({
        float: { kind: 'list', ids: own.map((mark) => mark.id), top: box.top + geometry.lineHeight * 2, side: 'left', label },
      });
    },
    [marksOf, geometry, codings, stage, t],
  );
  const acts = useActs({
    page,
    spot,
    stage,
    codings,
    recent,
    resize,
    reveal,
    readOnly,
    firstInView,
    onEdit: editing.begin,
    onCodings: showCodings,
    onBack: back,
  });
  const { interviewId } = page;
  const { target, applyCodes } = acts;
  useProvideCoding(
    useMemo(
      () => ({
        selection: target && !editing.now ? { ...target, interviewId } : null,
        applyCodes: async (ids: readonly number[]) => void (await applyCodes(ids)),
      }),
      [target, interviewId, applyCodes, editing.now],
    ),
  );

  const from = spot.spot?.focus ?? page.turns[0]?.start ?? 0;
  const find = useFind(page.text, finding, from, reveal);
  useShortcuts({
    'mod+f': () => {
      stage.set({ finding: true });
      findInput.current?.select();
    },
  });
  const closeFind = () => {
    stage.set({ finding: false });
    if (find.current) spot.place({ anchor: find.current.start, focus: find.current.end }, { focus: true });
    else back();
  };
  useArrival(at, page, geometry !== null, { reveal, spot, stage, scroller });
  // Back from editing, at the place where the caret was.
  useEffect(() => {
    if (!left || editing.now) return;
    setLeft(null);
    spot.place({ anchor: left.focus, focus: left.focus }, { focus: true });
  }, [left, editing.now, spot]);

  useSteadyText(scroller, `${editing.now !== null} ${page.toCheck.length > 0}`);
  const selectedRange = useMemo(() => (spot.spot && !editing.now ? rangeOf(spot.spot) : null), [spot.spot, editing.now]);
  const selection = selectedRange && selectedRange.start < selectedRange.end ? selectedRange : null;
  const selected = editing.now ? undefined : marks.get(selectedId ?? Number.NaN);
  const hovered = marks.get(hoveredId ?? Number.NaN);
  usePointer(drawing, 'selection', float?.kind === 'picker' ? float.range : selection);
  usePointer(drawing, 'selected', selected);
  usePointer(drawing, 'hovered', hovered);
  usePointer(drawing, 'hit', finding ? find.hits : null);
  usePointer(drawing, 'hit-now', finding ? find.current : null);
  usePointer(drawing, 'arrived', arrived);
  const held = float?.kind === 'picker' ? float.range : (selection ?? selected ?? null);
  const stretch = useStretch(geometry, page, held);
  const chip = selection && spot.byPointer && !float && !selected && stretch;

  const current = spot.spot ? turnAt(page.turns, spot.spot.focus) : -1;
  const currentCodes = editing.now ? 0 : (marksOf.get(current)?.length ?? 0);
  const beside = useMemo(
    () =>
      currentCodes > 0 ? (
        <button
          type="button"
          className="turn-codes btn pop"
          aria-label={t('transcript.codingsHere', { count: currentCodes, turn: current + 1 })}
          aria-keyshortcuts="L"
          onClick={() => showCodings(current)}
        >
          {t('transcript.codesShort', { count: currentCodes })}
        </button>
      ) : undefined,
    [currentCodes, current, showCodings, t],
  );
  const mouse = useSheetEvents({ page, scroller, stage, spot, acts, editing });
  const keep = useMemo(
    () => (spot.spot ? [turnAt(page.turns, spot.spot.anchor), turnAt(page.turns, spot.spot.focus)] : []),
    [page.turns, spot.spot],
  );
  const [refused, setRefused] = useState(false);
  const editor = editing.now ? (
    <TurnEditor
      key={whole ? 'all' : editing.now.caret.turn}
      ref={editing.handle}
      turns={editing.now.contents}
      caret={editing.now.caret}
      label={t('transcript.editing.label', { name: page.name })}
      describedBy="edit-hint"
      onChange={(changes) => {
        setRefused(false);
        editing.drafts.onChange(changes);
      }}
      onRefused={() => setRefused(true)}
    />
  ) : null;

  return (
    <div className="transcript">
      <Header
        name={page.name}
        interview={interview}
        finding={finding}
        editing={editing.now !== null}
        canEdit={!readOnly}
        onMemo={() => stage.set({ memoOpen: true })}
        onFind={() => (finding ? closeFind() : stage.set({ finding: true }))}
        onEdit={() => (editing.now ? void editing.leave() : editing.begin(from))}
      >
        {finding ? <FindBar find={find} input={findInput} onClose={closeFind} /> : null}
      </Header>
      {editing.now ? (
        <EditBar drafts={editing.drafts} whole={whole} refused={refused} onLeave={() => void editing.leave()} />
      ) : null}
      <ToCheck
        marks={page.toCheck}
        canPlace={selection !== null}
        onPlace={(id) => selection && void codings.resize(id, selection)}
        onRemove={(id) => void codings.remove(id)}
      />
      <section
        ref={scroller}
        className="scroll txt"
        aria-label={t('transcript.text', { name: page.name })}
        data-pane-focus
        data-focus="transcript"
        {...mouse.events}
      >
        <div ref={sheet} className={`sheet${selection || selected ? ' selecting' : ''}${editing.now ? ' editing' : ''}`}>
          {editor && whole ? (
            editor
          ) : whole ? (
            <AllRows ref={rowsHandle} rows={rows} current={current} beside={beside} />
          ) : (
            <VirtualRows
              ref={rowsHandle}
              rows={rows}
              current={current}
              beside={beside}
              scroller={scroller}
              keep={keep}
              {...(editor && editing.now ? { instead: { turn: editing.now.caret.turn, node: editor } } : {})}
            />
          )}
          {geometry ? (
            <Stripes
              scene={scene}
              geometry={geometry}
              lanes={drawing.lanes}
              marks={marks}
              litId={selectedId ?? hoveredId}
              densityTitle={(count) => t('transcript.densityTitle', { count })}
              onHover={mouse.onHover}
              onSelect={acts.select}
              onDensity={(ids, top) =>
                stage.set({
                  float: {
                    kind: 'list',
                    ids,
                    top: top + 20,
                    side: 'right',
                    label: t('transcript.densityTitle', { count: ids.length }),
                  },
                })
              }
            />
          ) : null}
          {geometry && stretch && !editing.now ? (
            <Thread geometry={geometry} stretch={stretch} hangs={float?.kind === 'picker' || Boolean(chip)} />
          ) : null}
          {geometry && stretch && selected && !selection && !float && !readOnly ? (
            <Handles
              geometry={geometry}
              stretch={stretch}
              range={selected}
              offsetAt={mouse.offsetAt}
              onMove={(range) => resize.move(selected.id, range)}
              onDone={resize.keep}
            />
          ) : null}
          {chip && geometry ? (
            <button
              type="button"
              className="chip pop"
              style={{ left: hangX(geometry, stretch) - 12, top: stretch.bottom + HANG }}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => acts.openPicker('apply')}
            >
              <Icon of={Tag} small /> {t('transcript.chip')} <Keys of="c" />
            </button>
          ) : null}
          {hovered && mouse.hoverTop !== null && !float && !selected ? <HoverCard mark={hovered} top={mouse.hoverTop} /> : null}
          {geometry ? (
            <Floats
              stage={stage}
              page={page}
              marks={marks}
              selected={selected}
              writing={writing}
              stretch={stretch}
              geometry={geometry}
              scroller={scroller}
              codebook={codebook}
              recent={recent.recent}
              acts={acts}
              codings={codings}
              onBack={back}
            />
          ) : null}
        </div>
      </section>
      {editing.now ? null : (
        <NarrowBar
          onCode={() => acts.run({ kind: 'pick' })}
          onKey={() => acts.run({ kind: 'key' })}
          onMemo={() => acts.run({ kind: 'memo' })}
        />
      )}
      {memoOpen ? (
        <MemoDialog
          page={page}
          onClose={() => stage.set({ memoOpen: false })}
          onGo={(id) => {
            stage.set({ memoOpen: false });
            acts.select(id);
          }}
        />
      ) : null}
    </div>
  );
}
