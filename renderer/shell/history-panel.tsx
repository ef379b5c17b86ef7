// Everything done in the project, by day, to look back on and to go back to. Arrows walk the steps, Enter goes to one: back, or
// forward again to a step that was taken back.

import { History, Redo2, Undo2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { HistoryEntry } from '../../src/contract/project.ts';
import { useClient, useGoToStep, useRead, useUndo } from '../client/index.ts';
import { type Format, useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { Waiting } from '../parts/progress.tsx';
import { stepTitle } from './step.ts';
import './lists.css';
import './history-panel.css';

const PAGE = 200;

export function HistoryPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const { undo, redo, next } = useUndo();
  return (
    <Dialog
      size="side"
      title={t('shell.history')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" disabled={!next.undo} onClick={() => void undo()}>
            <Icon of={Undo2} small /> {t('shell.undo')}
          </button>
          <button type="button" className="btn" disabled={!next.redo} onClick={() => void redo()}>
            <Icon of={Redo2} small /> {t('shell.redo')}
          </button>
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      <Steps />
    </Dialog>
  );
}

function Steps() {
  const { t, format } = useTexts();
  const [limit, setLimit] = useState(PAGE);
  const { data } = useRead('history.list', { limit }, { keep: true });
  const readOnly = useRead('project.get', {}).data?.readOnly ?? true;
  const { goTo, pending } = useGoTo();
  const list = useRef<HTMLDivElement>(null);
  const days = useMemo(() => byDay(data?.entries ?? [], format), [data, format]);
  if (!data) return <Waiting />;
  const { entries, total } = data;
  if (total === 0) return <p className="lead">{t('shell.historyEmpty')}</p>;
  const here = entries.find((entry) => !entry.undone)?.id ?? null;
  const more = entries.length < total;
  return (
    <div className="hist" ref={list}>
      <p className="lead">
        {t('shell.historyHint')} <span className="num">{t('shell.historySteps', { count: total })}</span>
      </p>
      {days.map(([day, own]) => (
        <section key={day}>
          <h3>{day}</h3>
          <ol>
            {own.map((entry) => (
              <StepLine
                key={entry.id}
                entry={entry}
                here={entry.id === here}
                may={!readOnly && !pending}
                onGo={() => goTo(entry.id)}
                onMove={(step) => focusBeside(list.current, step)}
              />
            ))}
          </ol>
        </section>
      ))}
      {more ? <Older onSeen={() => setLimit((now) => now + PAGE)} /> : null}
      {more || here === null ? null : (
        <button type="button" className="hist-start" disabled={readOnly || pending} onClick={() => goTo(null)}>
          <Icon of={History} small /> {t('shell.historyStart')} <span className="hist-go">{t('shell.historyToStart')}</span>
        </button>
      )}
    </div>
  );
}

type LineProps = {
  readonly entry: HistoryEntry;
  readonly here: boolean;
  readonly may: boolean;
  readonly onGo: () => void;
  readonly onMove: (step: 1 | -1) => void;
};

function StepLine({ entry, here, may, onGo, onMove }: LineProps) {
  const texts = useTexts();
  const { t, format } = texts;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (step === null) return;
    event.preventDefault();
    onMove(step);
  };
  const goes = here ? 'shell.historyHere' : entry.undone ? 'shell.historyOn' : 'shell.historyBack';
  return (
    <li className={entry.undone ? 'undone' : here ? 'here' : ''} {...(here ? { 'aria-current': 'step' as const } : {})}>
      <button
        type="button"
        className="hist-step"
        aria-disabled={here || !may}
        onClick={() => !here && may && onGo()}
        onKeyDown={onKeyDown}
      >
        <span className="hist-what">{stepTitle(texts, entry)}</span>
        <small className="num">
          {format.time(entry.at)} · {entry.coder}
          {entry.undone ? <span> · {t('shell.historyUndone')}</span> : null}
        </small>
        <span className="hist-go">{t(goes)}</span>
      </button>
    </li>
  );
}

/** Reads on when it comes into view. */
function Older({ onSeen }: { readonly onSeen: () => void }) {
  const { t } = useTexts();
  const place = useRef<HTMLButtonElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    if (!place.current || !('IntersectionObserver' in globalThis)) return;
    const observer = new IntersectionObserver((found) => found.some((one) => one.isIntersecting) && seen.current());
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button type="button" className="btn quiet" ref={place} onClick={onSeen}>
      {t('shell.historyOlder')}
    </button>
  );
}

function useGoTo(): { readonly goTo: (entryId: number | null) => void; readonly pending: boolean } {
  const client = useClient();
  const change = useGoToStep();
  const goTo = async (entryId: number | null) => {
    const answer = await change.run({ entryId });
    if (answer && answer.steps !== 0) client.notice.set({ kind: 'walked', steps: answer.steps });
  };
  return { goTo: (entryId) => void goTo(entryId), pending: change.pending };
}

function byDay(entries: readonly HistoryEntry[], format: Format): [string, HistoryEntry[]][] {
  return [...Map.groupBy(entries, (entry) => format.day(entry.at))];
}

function focusBeside(list: HTMLElement | null, step: 1 | -1): void {
  const all: Element[] = [...(list?.querySelectorAll('.hist-step, .hist-start') ?? [])];
  const beside = document.activeElement ? all[all.indexOf(document.activeElement) + step] : undefined;
  if (beside instanceof HTMLElement) beside.focus();
}
