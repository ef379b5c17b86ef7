// Where a memo is written: the text, its looks, its links, and what to do when another window wrote in it meanwhile. It keeps itself.

import { useCallback, useMemo, useRef, useState } from 'react';
import { formatLink, linksOf, type MemoLink, parseLink, parseMemo } from '../../src/domain/memo.ts';
import { useRead } from '../client/index.ts';
import { type MemoCaret, MemoEditor, type MemoEditorHandle, NO_CARET } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { LinkBar } from './link-bar.tsx';
import { LinkChooser } from './link-chooser.tsx';
import { MemoConflict } from './memo-conflict.tsx';
import { MemoToolbar } from './memo-toolbar.tsx';
import type { MemoSubject } from './subject.ts';
import { useFollow } from './use-follow.ts';
import { useMemoSaving } from './use-memo-saving.ts';
import './memo-pad.css';

type Props = {
  /** Another subject needs another pad: give it a key. */
  readonly subject: MemoSubject;
  readonly kept: string;
  readonly label: string;
  readonly hint: string;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  /** The looks show only while it is written in. */
  readonly compact?: boolean;
  /** Ctrl+Enter and Escape; what was typed is then being kept. */
  readonly onDone?: (() => void) | undefined;
  /** A link was followed: what shows this pad may go. */
  readonly onFollowed?: () => void;
  readonly onEntry?: (id: number) => void;
};

export function MemoPad(props: Props) {
  const { subject, kept, label, hint, readOnly = false, autoFocus = false, compact = false, onDone, onFollowed, onEntry } = props;
  const { t } = useTexts();
  const handle = useRef<MemoEditorHandle | null>(null);
  const [caret, setCaret] = useState<MemoCaret>(NO_CARET);
  const [choosing, setChoosing] = useState(false);
  const saving = useMemoSaving(subject, kept, handle, (id) => onEntry?.(id));
  const [tooLong, setTooLong] = useState(false);
  const { targets, gone } = useTargets(kept, caret.link);
  const follow = useFollow();
  // On leaving, what is typed is still asked for after the editor has gone.
  const setHandle = useCallback((now: MemoEditorHandle | null) => {
    if (now) handle.current = now;
  }, []);
  const onCaret = useCallback((now: MemoCaret) => setCaret((before) => (isSame(before, now) ? before : now)), []);
  const act = (what: (own: MemoEditorHandle) => void) => {
    if (!handle.current || readOnly) return;
    what(handle.current);
    handle.current.focus();
  };
  const onFollow = (target: string) => {
    const to = targets.get(target);
    if (!to) return;
    void saving.save();
    onFollowed?.();
    follow(to);
  };
  // At once: the next key is for where one goes on. What can't be kept is then told there, or kept beside what another window wrote.
  const leave = () => {
    void saving.save();
    onDone?.();
  };
  return (
    <div className={compact ? 'memo-pad compact' : 'memo-pad'}>
      {readOnly ? null : (
        <MemoToolbar
          caret={caret}
          onFormat={(format) => act((own) => own.format(format))}
          onBlock={(kind) => act((own) => own.block(kind))}
          onLink={() => setChoosing(true)}
        />
      )}
      <MemoEditor
        ref={setHandle}
        text={kept}
        label={label}
        hint={hint}
        readOnly={readOnly}
        autoFocus={autoFocus}
        gone={gone}
        onTyped={() => {
          setTooLong(false);
          saving.onTyped();
        }}
        onTooLong={() => setTooLong(true)}
        onCaret={onCaret}
        onChooseLink={() => setChoosing(!readOnly)}
        onFollow={onFollow}
        onLeft={() => void saving.save()}
        onDone={onDone && leave}
      />
      {caret.link === null ? null : (
        <LinkBar
          link={caret.link}
          to={targets.get(caret.link)}
          gone={gone.has(caret.link)}
          readOnly={readOnly}
          onFollow={onFollow}
          onUnlink={() => act((own) => own.link(null, ''))}
        />
      )}
      {saving.state === 'conflict' ? <MemoConflict theirs={kept} onSettle={saving.settle} /> : null}
      {saving.state === 'failed' || saving.state === 'gone' ? (
        <p className="memo-trouble" role="alert">
          {t(saving.state === 'failed' ? 'memos.failed' : 'memos.gone')}
        </p>
      ) : null}
      {tooLong ? (
        <p className="memo-trouble" role="alert">
          {t('memos.tooLong')}
        </p>
      ) : null}
      {choosing ? (
        <LinkChooser
          web
          title={t('memos.link.title')}
          onChosen={({ target, label: name }, typed) => {
            setChoosing(false);
            act((own) => {
              own.link(target, name);
              own.type(typed);
            });
          }}
          onClose={() => {
            setChoosing(false);
            handle.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

function isSame(a: MemoCaret, b: MemoCaret): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.block === b.block && a.link === b.link;
}

type OwnLink = Exclude<MemoLink, { readonly kind: 'web' }>;

/** What the links lead to, and of those that lead to nothing what they say. */
function useTargets(text: string, underCaret: string | null) {
  const { t } = useTexts();
  const said = t('memos.link.gone');
  const links = useMemo(() => {
    const own = linksOf(parseMemo(text)).filter((link): link is OwnLink => link.kind !== 'web');
    const here = underCaret === null ? null : parseLink(underCaret);
    const more = here && here.kind !== 'web' && !own.some((link) => formatLink(link) === underCaret) ? [here] : [];
    return [...own, ...more].slice(0, 10_000);
  }, [text, underCaret]);
  const found = useRead('memo.targets', { links }, { enabled: links.length > 0, keep: true }).data?.targets;
  return useMemo(() => {
    const targets = new Map(found?.map((target) => [formatLink(target), target]));
    const gone = new Map(
      found ? links.flatMap((link) => (targets.has(formatLink(link)) ? [] : [[formatLink(link), said] as const])) : [],
    );
    return { targets, gone };
  }, [links, found, said]);
}
