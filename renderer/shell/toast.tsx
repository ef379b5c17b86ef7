// The toast: names the step that was just done, with the way back. It goes away by itself; undo stays possible for ever.

import { Check, Info, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Notice, useClient, useStore, useUndo } from '../client/index.ts';
import { useKeymap } from '../commands/keymap.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { stepName, stepTitle } from './step.ts';
import './toast.css';

const STAYS_MS = 6000;

export function Toast() {
  const client = useClient();
  const notice = useStore(client.notice);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(() => client.notice.set(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [client, notice, held]);
  return (
    <div
      className="toasts"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notice ? <ToastBody notice={notice} /> : null}
    </div>
  );
}

function ToastBody({ notice }: { readonly notice: Notice }) {
  const { t } = useTexts();
  if ('text' in notice) return <Said good={notice.kind === 'good'} text={notice.text} />;
  if (notice.kind === 'walked')
    return <Said good text={t(notice.steps < 0 ? 'shell.walkedBack' : 'shell.walkedOn', { count: Math.abs(notice.steps) })} />;
  if (notice.kind === 'elsewhere') {
    const { project } = notice;
    return <Said text={project === null ? t('shell.closedElsewhere') : t('shell.openedElsewhere', { name: project })} />;
  }
  return <StepToast kind={notice.kind} entry={notice.entry} />;
}

function StepToast({ kind, entry }: Extract<Notice, { entry: unknown }>) {
  const texts = useTexts();
  const { t } = texts;
  const { undo, redo } = useUndo();
  const back = kind === 'undone';
  const keys = useKeymap().shown(back ? 'redo' : 'undo');
  const text =
    kind === 'done' ? stepTitle(texts, entry) : t(back ? 'shell.undone' : 'shell.redone', { step: stepName(texts, entry) });
  return (
    <div className={back ? 'toast pop' : 'toast pop done'}>
      <Icon of={back ? Undo2 : Check} small />
      <span>
        <Rich text={text} />
      </span>
      <button type="button" className="btn quiet" onClick={() => void (back ? redo() : undo())}>
        {t(back ? 'shell.redo' : 'shell.undo')} {keys ? <Keys of={keys} /> : null}
      </button>
    </div>
  );
}

/** The tick is for what was done; a hint or news has none. */
function Said({ text, good = false }: { readonly text: string; readonly good?: boolean }) {
  return (
    <div className={good ? 'toast pop done' : 'toast pop'}>
      <Icon of={good ? Check : Info} small />
      <span>
        <Rich text={text} />
      </span>
    </div>
  );
}
