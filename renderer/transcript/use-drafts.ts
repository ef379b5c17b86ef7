// What is being typed in an interview: drafts per turn against the saved text, the page as it looks with them, and their saving, after
// two seconds of rest, on demand, and on leaving.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure, Output } from '../../src/contract/index.ts';
import { useChange, useClient } from '../client/index.ts';
import { type Draft, type EditedTurn, inText, startDraft, typeDraft } from '../editor/index.ts';
import { cleanSplice, correctedPage, isSendable, savedDraftOf, withDrafts } from './drafts.ts';
import { type Mark, type Page, turnText } from './model.ts';

export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed';

export type Drafts = {
  /** The interview as it looks with what is typed. */
  readonly page: Page;
  readonly saving: Saving;
  /** Turns that were made empty: they are not saved. */
  readonly emptyTurns: readonly number[];
  /** Codings that would lose all their text. */
  readonly lost: number;
  /** Starts with the page as it is now. */
  readonly begin: () => void;
  readonly onChange: (changes: readonly EditedTurn[]) => void;
  /** Answers true when everything that can be saved is saved. */
  readonly save: () => Promise<boolean>;
  /** Lets go of what can't be saved; answers the turns that get their old text back. */
  readonly discard: () => readonly number[];
};

const REST_MS = 2000;

/**
 * `saved` is the page as the project has it. When it changes under the typing (undo, another window), the drafts stay and are kept against the new
 * text; `onForeign` is told which turns have other text now.
 */
export function useDrafts(
  saved: Page,
  active: boolean,
  onSaved: () => void,
  onForeign: (turns: readonly number[]) => void,
): Drafts {
  const client = useClient();
  const correct = useChange('interview.correct').run;
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Draft>>(new Map());
  const [base, setBase] = useState(saved);
  const [saving, setSaving] = useState<Saving>('saved');
  const latest = useRef({ drafts, base });
  latest.current = { drafts, base };
  const change = useCallback((next: ReadonlyMap<number, Draft>, page: Page) => {
    latest.current = { drafts: next, base: page };
    setDrafts(next);
    setBase(page);
  }, []);

  useAdopt(saved, active, latest, change, onForeign);
  const begin = useCallback(() => {
    setSaving('saved');
    change(new Map(), saved);
  }, [change, saved]);
  const page = useMemo(() => withDrafts(base, drafts), [base, drafts]);
  const dirty = useMemo(() => [...drafts.values()].some((draft) => draft.splices.length > 0), [drafts]);

  const onChange = useCallback(
    (changes: readonly EditedTurn[]) => {
      const { drafts: now, base: text } = latest.current;
      const next = new Map(now);
      for (const { turn, text: typed } of changes)
        next.set(turn, typeDraft(next.get(turn) ?? startDraft(turnText(text, turn)), typed));
      change(next, text);
    },
    [change],
  );

  const running = useRef<Promise<boolean> | null>(null);
  const saveNow = useCallback(async (): Promise<boolean> => {
    const { drafts: now, base: text } = latest.current;
    const sent = new Map(
      [...now]
        .filter(([, draft]) => draft.splices.length > 0 && draft.text.trim() !== '')
        .map(([turn, draft]) => [turn, draft.splices.map(cleanSplice)]),
    );
    if (sent.size === 0) return true;
    setSaving('saving');
    const splices = [...sent].sort(([a], [b]) => a - b).flatMap(([turn, own]) => inText(own, text.turns[turn]?.start ?? 0));
    // The drafts stay as they are; the text is read again and they are kept against it.
    const onFailure = (failure: Failure) => failure.code === 'conflict';
    const answer = await correct({ id: text.interviewId, textVersion: text.textVersion, splices }, { onFailure, quiet: true });
    if (!answer) {
      setSaving('failed');
      return false;
    }
    const page = correctedPage(latest.current.base, splices, sent, answer.textVersion);
    const rest = [...latest.current.drafts].map(([turn, draft]) => [turn, savedDraftOf(draft, sent.get(turn))] as const);
    change(new Map(rest.filter(([, draft]) => draft.splices.length > 0)), page);
    putInCache(client.queries, page);
    setSaving('saved');
    onSaved();
    return true;
  }, [client, correct, change, onSaved]);

  const save = useCallback(async () => {
    await running.current;
    running.current = saveNow();
    return running.current;
  }, [saveNow]);

  useEffect(() => {
    if (![...drafts.values()].some(isSendable)) return;
    setSaving((now) => (now === 'saved' ? 'unsaved' : now));
    const timer = setTimeout(() => void save(), REST_MS);
    return () => clearTimeout(timer);
  }, [drafts, save]);

  // Closing the window or leaving the screen must not lose the last words.
  useEffect(() => {
    const flush = () => void save();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [save]);

  const emptyTurns = useMemo(() => [...drafts].flatMap(([turn, draft]) => (draft.text.trim() === '' ? [turn] : [])), [drafts]);
  const discard = useCallback(() => {
    change(new Map(), latest.current.base);
    return emptyTurns;
  }, [change, emptyTurns]);
  const lost = Math.max(0, base.marks.length - page.marks.length);
  const shown = dirty || saving === 'saving' ? saving : 'saved';
  return useMemo(
    () => ({ page, saving: shown, emptyTurns, lost, begin, onChange, save, discard }),
    [page, shown, emptyTurns, lost, begin, onChange, save, discard],
  );
}

/** Follows the project when its text changes under the typing. */
function useAdopt(
  saved: Page,
  active: boolean,
  latest: { readonly current: { readonly drafts: ReadonlyMap<number, Draft>; readonly base: Page } },
  change: (drafts: ReadonlyMap<number, Draft>, page: Page) => void,
  onForeign: (turns: readonly number[]) => void,
): void {
  useEffect(() => {
    const { drafts, base } = latest.current;
    if (!active || saved === base || saved.textVersion < base.textVersion) return;
    if (saved.text === base.text) return change(drafts, saved);
    const foreign = saved.turns.flatMap((_, turn) =>
      turnText(saved, turn) !== turnText(base, turn) && !drafts.has(turn) ? [turn] : [],
    );
    const kept = [...drafts].map(
      ([turn, draft]) =>
        [turn, draft.saved === turnText(saved, turn) ? draft : typeDraft(startDraft(turnText(saved, turn)), draft.text)] as const,
    );
    change(new Map(kept), saved);
    onForeign(foreign);
  }, [saved, active, latest, change, onForeign]);
}

/** So that the reading rows show the new text at once, not after it has been read again. */
function putInCache(queries: ReturnType<typeof useClient>['queries'], page: Page): void {
  queries.setQueryData<Output<'interview.get'>>(
    ['interview.get', { id: page.interviewId }],
    (now) => now && { ...now, text: page.text, turns: [...page.turns], textVersion: page.textVersion },
  );
  const places = new Map([...page.marks, ...page.toCheck].map((mark) => [mark.id, mark]));
  queries.setQueryData<Output<'coding.list'>>(['coding.list', { interviewId: page.interviewId }], (now) => {
    if (!now) return now;
    return { codings: now.codings.map((row) => ({ ...row, ...pickPlace(places.get(row.id)) })) };
  });
}

function pickPlace(mark: Mark | undefined) {
  return mark ? { start: mark.start, end: mark.end, quote: mark.quote, toBeChecked: mark.toBeChecked } : {};
}
