// Everything that is going on with one open interview, gathered for the parts of the screen: what is shown, where the person is, what is
// open, and what can be done.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { createStore, useProvideCoding, useRead } from '../client/index.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import type { Geometry } from './geometry.ts';
import { type Mark, type Page, rangeOf, type Spot } from './model.ts';
import type { RowProps } from './row.tsx';
import { ALL_ROWS_UP_TO, type RowsHandle } from './rows.tsx';
import { type Acts, useActs } from './use-acts.ts';
import { type Codings, useCodings } from './use-codings.ts';
import { type Editing, useEditing } from './use-editing.ts';
import { type FindHandle, useFind } from './use-find.ts';
import { type Lines, useLines } from './use-lines.ts';
import { type RecentHandle, useRecent } from './use-recent.ts';
import { type Resize, useResize } from './use-resize.ts';
import { type Reveal, type SheetParts, useReveal } from './use-reveal.ts';
import { type MarksOf, useRows } from './use-rows.ts';
import { type SpotHandle, useSpot } from './use-spot.ts';
import { type Hover, type HoverStore, NO_HOVER, type StageHandle, useStage } from './use-stage.ts';
import { type StripeFilter, useStripeFilter } from './use-stripe-filter.ts';

export type Desk = {
  /** The interview as it looks now: with what is being typed or moved. */
  readonly page: Page;
  readonly interview: InterviewRow | undefined;
  readonly codebook: Codebook;
  /** All turns are on the page, and in the editor; a longer interview has only those near the viewport, and one at a time in the editor. */
  readonly allRows: boolean;
  readonly readOnly: boolean;
  readonly rows: readonly RowProps[];
  readonly codesOf: (turn: number) => string;
  /** The coding with this id, when it is on the page with text under it. */
  readonly markOf: (id: number) => Mark | undefined;
  readonly marksOf: MarksOf;
  readonly parts: SheetParts;
  readonly lines: Lines;
  readonly stripes: StripeFilter;
  /** Set by what draws: where things stand on the sheet. */
  readonly geometry: RefObject<Geometry | null>;
  readonly stage: StageHandle;
  readonly hover: HoverStore;
  readonly spot: SpotHandle;
  /** What is selected; null for a bare place and while editing. */
  readonly selection: TextRange | null;
  readonly selected: Mark | undefined;
  readonly recent: RecentHandle;
  readonly codings: Codings;
  readonly resize: Resize;
  readonly reveal: Reveal;
  readonly acts: Acts;
  readonly find: FindHandle;
  readonly editing: Editing;
  /** Puts the focus back in the text. */
  readonly back: () => void;
  readonly showCodings: (turn: number) => void;
};

export function useDesk(saved: Page, interview: InterviewRow | undefined, codebook: Codebook): Desk {
  const { t } = useTexts();
  const parts = useSheetParts();
  const geometry = useRef<Geometry | null>(null);
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const words = interview?.words ?? saved.text.length / 6;
  const allRows = words <= ALL_ROWS_UP_TO;
  const stage = useStage();
  const [hover] = useState(() => createStore<Hover>(NO_HOVER));
  const codings = useCodings(saved);
  const resize = useResize(saved, codings, stage);
  const [left, setLeft] = useState<Spot | null>(null);
  const editing = useEditing(saved, allRows, parts.sheet, codings.say, setLeft);
  const page = editing.now ? editing.drafts.page : resize.page;
  // While typing the rows around the editor stay as they are.
  const { rows, marksOf, codesOf } = useRows(editing.now?.page ?? page, editing.heads);
  const markOf = useCallback((id: number) => page.marks.find((mark) => mark.id === id), [page.marks]);
  const lines = useLines(rows, parts.sheet, !allRows, stage.stage.goingTo);
  useEffect(() => codings.underway.saw(page.marks), [codings, page.marks]);
  const spot = useSpot(page, parts.sheet, editing.now === null);
  const recent = useRecent(useMemo(() => new Set(codebook.codes.map((code) => code.id)), [codebook]));
  const stripes = useStripeFilter(page.marks, codebook, recent.recent);
  const reveal = useReveal(page, parts);

  const back = useCallback(() => {
    parts.scroller.current?.focus({ preventScroll: true });
    if (spot.spot) spot.place(spot.spot, { focus: true });
  }, [parts, spot]);
  const firstInView = useCallback(() => firstTurnInView(geometry.current, parts), [parts]);
  const showCodings = useCallback(
    (turn: number) => {
      const own = marksOf(turn);
      const box = geometry.current?.byTurn.get(turn);
      if (own.length === 0 || !box) return codings.say(t('transcript.noCodingHere'));
      const label = t('transcript.codingsHere', { count: own.length, turn: turn + 1 });
      const top = box.top + 2 * (geometry.current?.lineHeight ?? 0);
      stage.set({ float: { kind: 'list', ids: own.map((mark) => mark.id), top, side: 'left', label } });
    },
    [marksOf, codings, stage, t],
  );
  const onEdit = editing.begin;
  const pins = useMemo(() => new Map(codebook.codes.map((code) => [code.pin ?? 0, code.id])), [codebook]);
  const onAnswers = useCallback(
    (at: number) => {
      const turn = editing.heads.findLastIndex((head, index) => index <= at && head.quiet);
      if (turn < 0) return codings.say(t('transcript.many.noQuestion'));
      stage.set({ float: null, many: { kind: 'answers', turn } });
    },
    [editing.heads, codings, stage, t],
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
    onEdit,
    onCodings: showCodings,
    onAnswers,
    pins,
    onBack: back,
  });
  useOfferTarget(page.interviewId, acts, editing.now === null);
  const find = useFind(page.text, stage.stage.finding, spot.spot?.focus ?? 0, reveal);

  // Back from editing, at the place where the caret was.
  useEffect(() => {
    if (!left || editing.now) return;
    setLeft(null);
    spot.place({ anchor: left.focus, focus: left.focus }, { focus: true });
  }, [left, editing.now, spot]);

  const range = useMemo(() => (spot.spot ? rangeOf(spot.spot) : null), [spot.spot]);
  const selection = range && range.start < range.end && !editing.now ? range : null;
  const selected = editing.now ? undefined : chosenOf(markOf, codings, stage.stage.selectedId);
  return {
    page,
    interview,
    codebook,
    allRows,
    readOnly,
    rows,
    codesOf,
    lines,
    stripes,
    markOf,
    marksOf,
    parts,
    geometry,
    stage,
    hover,
    spot,
    selection,
    selected,
    recent,
    codings,
    resize,
    reveal,
    acts,
    find,
    editing,
    back,
    showCodings,
  };
}

/** The chosen coding, also while it is on its way and gets its own id. */
function chosenOf(markOf: Desk['markOf'], { underway }: Codings, id: number | null): Mark | undefined {
  return id === null ? undefined : (markOf(id) ?? markOf(underway.idNow(id)));
}

function useSheetParts(): SheetParts {
  const scroller = useRef<HTMLElement | null>(null);
  const sheet = useRef<HTMLDivElement | null>(null);
  const rows = useRef<RowsHandle | null>(null);
  return useMemo(() => ({ scroller, sheet, rows }), []);
}

function firstTurnInView(geometry: Geometry | null, { scroller, sheet }: SheetParts): number {
  const top = (scroller.current?.getBoundingClientRect().top ?? 0) - (sheet.current?.getBoundingClientRect().top ?? 0);
  return geometry?.boxes.find((box) => box.top >= top - 2)?.turn ?? 0;
}

const SETTLED_MS = 120;

/** Offers what is selected to the codebook, once it has settled: a tree that draws itself at every letter of a selection slows it down. */
function useOfferTarget(interviewId: number, acts: Acts, reading: boolean): void {
  const latest = useRef(acts);
  latest.current = acts;
  const start = reading ? acts.target?.start : undefined;
  const end = reading ? acts.target?.end : undefined;
  const [offered, setOffered] = useState<(TextRange & { readonly interviewId: number }) | null>(null);
  useEffect(() => {
    const timer = setTimeout(
      () => setOffered(start === undefined || end === undefined ? null : { start, end, interviewId }),
      SETTLED_MS,
    );
    return () => clearTimeout(timer);
  }, [start, end, interviewId]);
  const applyCodes = useCallback(async (codeIds: readonly number[]) => void (await latest.current.applyCodes(codeIds)), []);
  useProvideCoding(useMemo(() => ({ selection: offered, applyCodes }), [offered, applyCodes]));
}
