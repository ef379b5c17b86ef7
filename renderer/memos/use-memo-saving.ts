// Keeps what is typed in a memo: after a second of rest, at once when the field is left, the window closes or another project is opened. Each is one
// step that can be undone. What another window wrote meanwhile is never overwritten: both are shown, and on leaving both are kept.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Failure } from '../../src/contract/index.ts';
import { cleanMemo } from '../../src/domain/memo.ts';
import { type Client, call, runChange, useClient } from '../client/index.ts';
import type { MemoEditorHandle } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { type MemoSubject, memoOf, subjectKey, today } from './subject.ts';

/** conflict: another window wrote meanwhile. gone: what the memo was on is no longer there. failed: it could not be written; the person was told. */
export type MemoState = 'saved' | 'typing' | 'saving' | 'conflict' | 'failed' | 'gone';

export type MemoSaving = {
  readonly state: MemoState;
  readonly onTyped: () => void;
  /** Keeps what is typed now; answers whether all is kept. */
  readonly save: () => Promise<boolean>;
  /** After a conflict: what the project has, what is typed here, or both below each other. */
  readonly settle: (which: 'theirs' | 'mine' | 'both') => void;
};

const REST_MS = 1000;
const MOST_MS = 10_000;

/** What could not be written, per project and subject, until the memo is opened again. */
const drafts = new Map<string, { readonly text: string; readonly before: string }>();

type Now = {
  base: string;
  kept: string;
  since: number;
  stuck: boolean;
  dirty: boolean;
  left: boolean;
  running: Promise<boolean> | null;
  subject: MemoSubject;
};

/** `kept` is the text as the project has it. `onEntry` hears the id of a new entry of the journal. */
export function useMemoSaving(
  subject: MemoSubject,
  kept: string,
  editor: RefObject<MemoEditorHandle | null>,
  onEntry: (id: number) => void,
): MemoSaving {
  const client = useClient();
  const { t } = useTexts();
  const [state, setState] = useState<MemoState>('saved');
  const [rounds, setRounds] = useState(0);
  // A step that waits for what is typed: what is being kept meanwhile must not wait for that step in turn.
  const stepping = useRef(0);
  const [place] = useState(() => ({ subject, key: `${client.project.get()} ${subjectKey(subject)}` }));
  // `base`: the text that what is typed was written on. `since`: when typing began that is not kept yet.
  // `dirty`: somebody typed; what the editor would write otherwise may differ in signs that mean the same.
  // `stuck`: nothing more is written by itself until the person says what is to be kept.
  const now = useRef<Now>({
    base: kept,
    kept,
    since: 0,
    stuck: false,
    dirty: false,
    left: false,
    running: null,
    subject: place.subject,
  });
  now.current.kept = kept;
  const latest = useRef({ onEntry, t });
  latest.current = { onEntry, t };
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const typed = useCallback(
    () => (now.current.dirty && editor.current ? cleanMemo(editor.current.text()) : now.current.base),
    [editor],
  );
  const show = useCallback(
    (text: string) => {
      now.current.dirty = false;
      now.current.base = text;
      editor.current?.set(text);
    },
    [editor],
  );

  const write = useCallback(
    async (text: string, before: string | null, ahead = false): Promise<Failure['code'] | null> => {
      const { subject: on } = now.current;
      let code: Failure['code'] | null = null;
      const onFailure = (failure: Failure) => {
        code = failure.code;
        return failure.code === 'conflict' || failure.code === 'not-found';
      };
      // `kept` is then at least as new as what was written.
      const options = { onFailure, quiet: true, reread: true, ahead: ahead || stepping.current > 0 };
      const was = before === null ? {} : { before };
      if (on.on !== 'journal') {
        const id = on.on === 'project' ? null : on.id;
        await runChange(client, 'memo.set', { on: on.on, id, text, ...was }, options);
        return code;
      }
      const answer = await runChange(client, 'journal.set', { id: on.id, date: on.date, text, ...was }, options);
      if (answer && answer.id !== on.id) {
        now.current.subject = { ...on, id: answer.id };
        if (answer.id !== null && !now.current.left) latest.current.onEntry(answer.id);
      }
      return code;
    },
    [client],
  );

  const saveNow = useCallback(
    async (text: string, before: string | null, ahead = false): Promise<boolean> => {
      clearTimeout(timer.current);
      now.current.since = 0;
      if (text === now.current.base && before !== null) {
        setState('saved');
        return true;
      }
      // An entry that was emptied may be about to be written anew: it goes when it is left.
      if (text === '' && now.current.subject.on === 'journal') return false;
      setState('saving');
      const code = await write(text, before, ahead);
      if (code === null) {
        now.current.base = text;
        now.current.stuck = false;
        drafts.delete(place.key);
        setState(typed() === text ? 'saved' : 'typing');
        return true;
      }
      now.current.stuck = code === 'conflict' || code === 'not-found';
      if (code !== 'conflict') drafts.set(place.key, { text, before: now.current.base });
      setState(code === 'conflict' ? 'conflict' : code === 'not-found' ? 'gone' : 'failed');
      return false;
    },
    [write, typed, place],
  );

  const saveWhen = useCallback(
    async (ahead: boolean) => {
      // It runs from now on: who leaves right after waits for it.
      const running = Promise.resolve(now.current.running).then(() =>
        now.current.stuck ? false : saveNow(typed(), now.current.base, ahead),
      );
      now.current.running = running;
      const done = await running;
      if (now.current.running === running) now.current.running = null;
      setRounds((n) => n + 1);
      return done;
    },
    [saveNow, typed],
  );
  const save = useCallback(() => saveWhen(false), [saveWhen]);
  useBeforeSteps(
    client,
    useCallback(async () => {
      stepping.current += 1;
      await saveWhen(true);
      stepping.current -= 1;
    }, [saveWhen]),
  );

  const onTyped = useCallback(() => {
    now.current.dirty = true;
    setState((before) => (before === 'saved' || before === 'failed' ? 'typing' : before));
    now.current.since ||= Date.now();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), Math.max(0, Math.min(REST_MS, now.current.since + MOST_MS - Date.now())));
  }, [save]);

  const settle = useCallback(
    (which: 'theirs' | 'mine' | 'both') => {
      const theirs = now.current.kept;
      const mine = typed();
      const text = which === 'theirs' ? theirs : which === 'mine' ? mine : [theirs, mine].filter(Boolean).join('\n\n');
      if (text !== mine) show(text);
      now.current.base = theirs;
      now.current.dirty = true;
      void saveNow(text, theirs);
      editor.current?.focus();
    },
    [editor, saveNow, show, typed],
  );

  // A text that changed elsewhere (undo, another window) is shown, unless something is typed here that is not kept yet. It is looked at after each
  // writing too: what was written and taken back before it was read is never seen to change.
  // `kept` of a new entry of the journal is of that entry once the screen knows its id.
  const known = subjectKey(subject);
  useEffect(() => {
    if (rounds < 0 || known !== subjectKey(now.current.subject)) return;
    if (kept === now.current.base || now.current.running || typed() !== now.current.base) return;
    show(kept);
  }, [kept, known, rounds, show, typed]);

  useDraft(place.key, now, editor, onTyped);
  useEffect(() => {
    const own = now.current;
    own.left = false;
    return () => {
      own.left = true;
      clearTimeout(timer.current);
    };
  }, []);
  useLeaving(client, save, async () => {
    const text = typed();
    await now.current.running;
    if (text === now.current.base) return;
    const code = await write(text, now.current.base);
    if (code === null) now.current.base = text;
    else if (code === 'conflict') {
      const both = [await readText(client, now.current.subject), text].filter(Boolean).join('\n\n');
      if ((await write(both, null)) === null) show(both);
    } else if (code === 'not-found') {
      const done = await runChange(client, 'journal.set', { date: today(), text }, { quiet: true });
      if (done) client.notice.set({ kind: 'text', text: latest.current.t('memos.rescued') });
    } else if (code !== null) drafts.set(place.key, { text, before: now.current.base });
  });

  return useMemo(() => ({ state, onTyped, save, settle }), [state, onTyped, save, settle]);
}

/** What could not be written before is there again. */
function useDraft(
  key: string,
  now: RefObject<{ base: string }>,
  editor: RefObject<MemoEditorHandle | null>,
  onTyped: () => void,
): void {
  useEffect(() => {
    const draft = drafts.get(key);
    if (!draft || !editor.current) return;
    drafts.delete(key);
    now.current.base = draft.before;
    editor.current.set(draft.text);
    onTyped();
  }, [key, now, editor, onTyped]);
}

/** `keep` runs before a step is taken back or done again, which waits for it; leaving the screen is seen to by `useLeaving`. */
function useBeforeSteps(client: Client, keep: () => Promise<void>): void {
  useEffect(() => {
    client.unkept.add(keep);
    return () => void client.unkept.delete(keep);
  }, [client, keep]);
}

/** `flush` runs when the screen is left, the window is closed, and before another project is opened; `save` when the window is hidden. */
function useLeaving(client: Client, save: () => Promise<boolean>, flush: () => Promise<void>): void {
  const latest = useRef(flush);
  latest.current = flush;
  useEffect(() => {
    const keep = () => latest.current();
    const leave = () => void keep();
    const hide = () => document.visibilityState === 'hidden' && void save();
    client.waiting.add(keep);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    return () => {
      client.waiting.delete(keep);
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
      leave();
    };
  }, [client, save]);
}

async function readText(client: Client, subject: MemoSubject): Promise<string> {
  const answer = await call(client, 'memo.list', { on: [subject.on] });
  return answer.ok ? (memoOf(answer.value.memos, subject)?.text ?? '') : '';
}
