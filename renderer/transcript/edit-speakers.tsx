// While editing, the speaker beside each turn is a button: it gives the turn another speaker, or opens the dialog for another name.

import { Check, UserPen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { ContextMenu, type MenuEntry } from '../parts/menu.tsx';
import type { Geometry } from './geometry.ts';
import { turnElementOf, turnOf } from './offsets.ts';
import { SpeakerDialog } from './speaker-dialog.tsx';
import type { Desk } from './use-desk.ts';
import './edit-speakers.css';

type Props = {
  readonly desk: Desk;
  readonly geometry: Geometry;
  /** The turns in view. */
  readonly first: number;
  readonly last: number;
};

/** For the key that opens the menu of the turn where the caret is. */
export const SPEAKER_HERE = '.edit-speaker[tabindex="0"]';
/** So many names fit in a menu; the others are found in the dialog. */
const MOST = 8;

export function EditSpeakers({ desk, geometry, first, last }: Props) {
  const { t } = useTexts();
  const { editing } = desk;
  const { base } = editing.drafts;
  const caret = useCaretTurn(desk);
  const anchor = useRef<HTMLElement>(null);
  const [menu, setMenu] = useState<number | null>(null);
  const [dialog, setDialog] = useState<number | null>(null);
  const labels = useMemo(() => labelsOf(base.turns), [base.turns]);
  const entries = (turn: number): MenuEntry[] => {
    const now = base.turns[turn]?.speaker ?? null;
    const choice = (label: string | null): MenuEntry => ({
      id: `speaker ${label ?? ''}`,
      label: label ?? t('transcript.editing.noSpeaker'),
      ...(label === now ? { icon: Check } : {}),
      onAction: () => editing.setSpeaker(turn, label),
    });
    return [
      ...labels.slice(0, MOST).map(choice),
      choice(null),
      { id: 'line', line: true },
      { id: 'other', label: t('transcript.editing.otherSpeaker'), icon: UserPen, onAction: () => setDialog(turn) },
    ];
  };
  return (
    <>
      {geometry.boxes
        .filter((box) => box.turn >= first && box.turn <= last)
        .map((box) => {
          const speaker = base.turns[box.turn]?.speaker ?? null;
          return (
            <button
              key={box.turn}
              type="button"
              className="edit-speaker"
              style={{ top: box.top }}
              tabIndex={box.turn === caret ? 0 : -1}
              aria-haspopup="menu"
              aria-label={t('transcript.editing.speakerOf', {
                turn: box.turn + 1,
                speaker: speaker ?? t('transcript.editing.noSpeaker'),
              })}
              // The caret stays where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => {
                anchor.current = event.currentTarget;
                setMenu(box.turn);
              }}
            >
              {speaker === null ? t('transcript.editing.speakerHere') : null}
            </button>
          );
        })}
      {menu !== null ? (
        <ContextMenu
          label={t('transcript.editing.speakerHere')}
          anchor={anchor}
          entries={entries(menu)}
          side="start"
          onClose={() => setMenu(null)}
        />
      ) : null}
      {dialog !== null ? <SpeakerDialog editing={editing} turn={dialog} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** Those who speak in this interview, who speaks most first. */
function labelsOf(turns: readonly { readonly speaker: string | null }[]): string[] {
  const counts = new Map<string, number>();
  for (const { speaker } of turns) if (speaker !== null) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([label]) => label);
}

/** The turn where the caret is; where it was last, while something else has the focus. */
function useCaretTurn({ editing, parts }: Desk): number {
  const [turn, setTurn] = useState(editing.now?.caret.turn ?? -1);
  const known = useRef(turn);
  useEffect(() => {
    const read = () => {
      const node = document.getSelection()?.anchorNode;
      const element = node && parts.sheet.current?.contains(node) ? turnElementOf(node) : null;
      // Each letter moves the caret: only another turn is news.
      if (!element || turnOf(element) === known.current) return;
      known.current = turnOf(element);
      setTurn(known.current);
    };
    read();
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [parts.sheet]);
  return turn;
}
