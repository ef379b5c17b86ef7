// What is being typed in an interview: drafts per turn against the text as the project has it or will have it, the page as it looks with them,
// and the corrections on their way there, one after the other.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useClient, useUnkept } from '../client/index.ts';
import { type Draft, type EditedTurn, startDraft, typeDraft } from '../editor/index.ts';
import {
  type Correction,
  correctPage,
  isEmpty,
  isSendable,
  joinDrafts,
  putInCache,
  splitDrafts,
  takeBack,
  toWords,
} from './corrections.ts';
import { marksInTurn, rebaseDrafts, withDrafts } from './drafts.ts';
import { type Mark, type Page, turnText } from './model.ts';
import { useAfterFrame, useAtRest } from './use-after-frame.ts';
import { useOutbox } from './use-outbox.ts';

export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed';

export type Drafts = {
  /** The interview as it looks with what is typed. */
  readonly page: Page;
  /** The same without what was typed since it was last saved: its turns change less often. */
  readonly base: Page;
  readonly saving: Saving;
  /** Turns that were made empty: they are not saved. */
  readonly emptyTurns: readonly number[];
  /** Codings that would lose all their text. */
  readonly lost: number;
  /** The page as it looks, also right after typing, before it is drawn. */
  readonly current: () => Page;
  /** Starts with the page as it is now. */
  readonly begin: () => void;
  readonly onChange: (changes: readonly EditedTurn[]) => void;
  /** Answers true when everything that can be saved is saved. */
  readonly save: () => Promise<boolean>;
  /** Lets go of what can't be saved; answers the turns that get their old text back. */
  readonly discard: () => readonly number[];
  /** Corrects turns after saving what was typed; answers the page as it looks then, or null when it can't be done. */
  readonly correct: (correction: Exclude<Correction, { kind: 'words' }>) => Corrected | null;
};

/** `seam` and `second`: after a join, where in the turn the first one ends and the second begins. */
export type Corrected = { readonly page: Page; readonly seam: number; readonly second: number };

/** Other words in a turn. `marks`: the codings over it, in offsets of its new text, `length` long; `page`: the whole page with it, made when asked. */
export type TypedTurn = {
  readonly turn: number;
  readonly length: number;
  readonly marks: readonly Mark[];
  readonly page: () => Page;
};

export type DraftListener = {
  readonly onTyped: (typed: TypedTurn) => void;
  readonly onFlush: () => void;
  readonly onForeign: (from: Page, to: Page) => void;
};

/** It is saved so long after a key, and at most so long after the first one. */
const SAVE = { restMs: 2000, mostMs: 10_000 };
/** The same for when the screen around the text hears of it. */
const TELL = { restMs: 120, mostMs: 2000 };

/**
 * `saved` is the page as the project has it. When it changes under the typing (undo, another window), the drafts stay and are kept against the new
 * text; `onForeign` is told from which page to which it went. `onFlush` is told when what was typed became a step of the project. `onTyped` is told
 * at each key, before its frame, and only of the turn that changed; all else hears of it when the keys rest, so that nothing keeps a letter waiting.
 */
export function useDrafts(saved: Page, active: boolean, { onTyped, onFlush, onForeign }: DraftListener): Drafts {
  const client = useClient();
  const [state, setState] = useState<Typed>({ drafts: new Map(), base: saved });
  const { drafts, base } = state;
  const latest = useRef(state);
  const change = useCallback((next: ReadonlyMap<number, Draft>, page: Page) => {
    latest.current = { drafts: next, base: page };
    setState(latest.current);
  }, []);
  const tell = useAtRest(
    useCallback(() => flushSync(() => setState(latest.current)), []),
    TELL,
  );
  /** The page as the project had it last: what is left when corrections are refused. */
  const known = useRef(saved);
  const onSent = (textVersion: number) => {
    known.current = { ...latest.current.base, textVersion };
    change(latest.current.drafts, known.current);
    putInCache(client.queries, known.current);
  };
  const onRefused = (given: readonly Correction[]) => {
    const { drafts: now, base: hoped } = latest.current;
    const before = { ...known.current, textVersion: 0 };
    const next = takeBack(before, given, now, hoped);
    change(next, before);
    onForeign(withDrafts(hoped, now), withDrafts(before, next));
  };
  const outbox = useOutbox(latest, { onSent, onRefused });
  const sendSoon = useAfterFrame(useCallback(() => void outbox.send(), [outbox.send]));

  const current = useCallback(() => pageOf(latest.current), []);

  const begin = useCallback(() => {
    outbox.begin(saved);
    known.current = saved;
    change(new Map(), saved);
  }, [outbox.begin, change, saved]);

  const adopt = useCallback(
    (next: ReadonlyMap<number, Draft>, page: Page) => {
      outbox.begin(page);
      known.current = page;
      change(next, page);
    },
    [outbox.begin, change],
  );
  useAdopt(saved, active, latest, outbox.isEmpty, adopt, onForeign);

  /** Makes what was typed a correction on its way. */
  const flush = useCallback(() => {
    const { drafts: now, base: text } = latest.current;
    const words = toWords(text, now);
    const page = words && correctPage(text, words);
    if (!words || !page) return;
    // What the core makes of it may differ from what is on the screen: then the rest stays to be saved.
    const rest = [...now].flatMap(([turn, draft]) => {
      if (!isSendable(draft)) return draft.splices.length > 0 ? [[turn, draft] as const] : [];
      const next = typeDraft(startDraft(turnText(page, turn)), draft.text);
      return next.splices.length > 0 ? [[turn, next] as const] : [];
    });
    change(new Map(rest), page);
    outbox.put(words);
    onFlush();
  }, [change, outbox.put, onFlush]);

  const save = useCallback(() => {
    flush();
    return outbox.send();
  }, [flush, outbox.send]);

  const sendable = useMemo(() => [...drafts.values()].some(isSendable), [drafts]);
  const saveSoon = useSavingAfterRest(drafts, sendable, save);

  const onChange = useCallback(
    (changes: readonly EditedTurn[]) => {
      const { drafts: now, base: text } = latest.current;
      const next = new Map(now);
      for (const { turn, text: typed } of changes)
        next.set(turn, typeDraft(next.get(turn) ?? startDraft(turnText(text, turn)), typed));
      latest.current = { drafts: next, base: text };
      for (const { turn } of changes) {
        const draft = next.get(turn);
        if (draft) onTyped({ turn, length: draft.text.length, marks: marksInTurn(text, next, turn), page: current });
      }
      tell();
      saveSoon();
    },
    [onTyped, tell, saveSoon, current],
  );

  const correct = useCallback(
    (correction: Exclude<Correction, { kind: 'words' }>): Corrected | null => {
      flush();
      const { drafts: now, base: before } = latest.current;
      const page = correctPage(before, correction);
      if (!page) return null;
      const joined = correction.kind === 'join' ? joinDrafts(before, page, correction.turn, now) : null;
      const kept = correction.kind === 'split' ? splitDrafts(before, page, now) : (joined?.drafts ?? now);
      change(kept, page);
      outbox.put(correction);
      sendSoon();
      onFlush();
      return { page: withDrafts(page, kept), seam: joined?.seam ?? 0, second: joined?.second ?? 0 };
    },
    [flush, change, outbox.put, sendSoon, onFlush],
  );

  const page = pageOf(state);
  const emptyTurns = useMemo(() => emptyIn(drafts), [drafts]);
  const discard = useCallback(() => {
    const { drafts: now, base: text } = latest.current;
    change(new Map(), text);
    return emptyIn(now);
  }, [change]);
  const lost = Math.max(0, base.marks.length - page.marks.length);
  const saving = outbox.state === 'idle' ? (sendable ? 'unsaved' : 'saved') : outbox.state;
  return useMemo(
    () => ({ page, base, saving, emptyTurns, lost, current, begin, onChange, save, discard, correct }),
    [page, base, saving, emptyTurns, lost, current, begin, onChange, save, discard, correct],
  );
}

/** What is typed, and the text that it is typed in. */
type Typed = { readonly drafts: ReadonlyMap<number, Draft>; readonly base: Page };

const pages = new WeakMap<Typed, Page>();

/** The page with what is typed: one and the same however often it is asked for. */
function pageOf(typed: Typed): Page {
  const known = pages.get(typed);
  if (known) return known;
  const page = withDrafts(typed.base, typed.drafts);
  pages.set(typed, page);
  return page;
}

function emptyIn(drafts: ReadonlyMap<number, Draft>): number[] {
  return [...drafts].flatMap(([turn, draft]) => (isEmpty(draft) ? [turn] : []));
}

/**
 * Saves when the typing rests, now and then while it does not, and before it is taken back or left. Answers what each key is to call: `drafts`
 * hear of it later.
 */
function useSavingAfterRest(drafts: unknown, sendable: boolean, save: () => Promise<boolean>): () => void {
  const soon = useAtRest(
    useCallback(() => void save(), [save]),
    SAVE,
  );
  useEffect(() => {
    if (sendable && drafts !== null) soon();
  }, [drafts, sendable, soon]);

  useUnkept(useCallback(async () => void (await save()), [save]));
  return soon;
}

/** Follows the project when its text changes under the typing, once nothing of our own is on its way. */
function useAdopt(
  saved: Page,
  active: boolean,
  latest: RefObject<Typed>,
  settled: boolean,
  change: (drafts: ReadonlyMap<number, Draft>, page: Page) => void,
  onForeign: (from: Page, to: Page) => void,
): void {
  useEffect(() => {
    const { drafts, base } = latest.current;
    if (!active || !settled || saved === base || saved.textVersion < base.textVersion) return;
    const from = pageOf(latest.current);
    if (saved.text === base.text && saved.turns.length === base.turns.length) return change(drafts, saved);
    const kept = rebaseDrafts(drafts, base, saved);
    change(kept, saved);
    onForeign(from, withDrafts(saved, kept));
  }, [saved, active, settled, latest, change, onForeign]);
}
