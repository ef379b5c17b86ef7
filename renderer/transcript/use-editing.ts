// Editing mode: begins at a place, saves as one goes, ends back at that place.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TurnContent, TurnEditorHandle, TurnHead } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { turnAt } from './grow.ts';
import { type Page, type Spot, turnText } from './model.ts';
import { readSelection } from './offsets.ts';
import { type Drafts, useDrafts } from './use-drafts.ts';

export type Editing = {
  /** What is edited now; null while reading. */
  readonly now: {
    readonly contents: readonly TurnContent[];
    readonly caret: { readonly turn: number; readonly offset: number };
  } | null;
  readonly drafts: Drafts;
  readonly handle: RefObject<TurnEditorHandle | null>;
  readonly begin: (offset: number) => void;
  /** In a long interview: goes on in another turn. */
  readonly moveTo: (turn: number, offset: number | null) => void;
  /** Saves and goes back to reading; stays when it can't be saved. */
  readonly leave: () => Promise<void>;
};

export function useEditing(
  saved: Page,
  whole: boolean,
  heads: readonly TurnHead[],
  root: RefObject<HTMLElement | null>,
  say: (text: string) => void,
  onLeft: (spot: Spot) => void,
): Editing {
  const { t } = useTexts();
  const [now, setNow] = useState<Editing['now']>(null);
  const handle = useRef<TurnEditorHandle | null>(null);
  const latest = useRef({ saved, heads });
  latest.current = { saved, heads };

  const onSaved = useCallback(() => handle.current?.forgetHistory(), []);
  const onForeign = useCallback((turns: readonly number[]) => {
    for (const turn of turns) handle.current?.reset(turn, turnText(latest.current.saved, turn));
    handle.current?.forgetHistory();
  }, []);
  const drafts = useDrafts(saved, now !== null, onSaved, onForeign);
  const { page, begin: start, save, discard } = drafts;

  const open = useCallback(
    (text: Page, turn: number, offset: number) => {
      const turns = whole ? text.turns.map((_, index) => index) : [turn];
      const contents = turns.flatMap((index) => {
        const head = latest.current.heads[index];
        return head ? [{ head, text: turnText(text, index) }] : [];
      });
      setNow({ contents, caret: { turn, offset } });
    },
    [whole],
  );
  const begin = useCallback(
    (offset: number) => {
      const text = latest.current.saved;
      const turn = turnAt(text.turns, offset);
      start();
      open(text, turn, offset - (text.turns[turn]?.start ?? 0));
    },
    [start, open],
  );
  const moveTo = useCallback(
    (turn: number, offset: number | null) => open(page, turn, Math.max(0, (offset ?? 0) - (page.turns[turn]?.start ?? 0))),
    [open, page],
  );

  const current = useRef(page);
  current.current = page;
  const leave = useCallback(async () => {
    const spot = root.current
      ? readSelection(root.current, current.current.text, current.current.turns, document.getSelection())
      : null;
    if (!(await save())) return say(t('transcript.editing.failed'));
    const empty = discard();
    if (empty[0] !== undefined) say(t('transcript.editing.emptyBack', { n: empty[0] + 1 }));
    setNow(null);
    onLeft(spot ?? { anchor: 0, focus: 0 });
  }, [root, save, discard, say, t, onLeft]);

  // Hidden or taken away while editing: the drafts save themselves, reading is what comes back.
  useEffect(() => () => setNow(null), []);

  return useMemo(() => ({ now, drafts, handle, begin, moveTo, leave }), [now, drafts, begin, moveTo, leave]);
}
