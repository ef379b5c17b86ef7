// The toast: names the step that was just done, with the way back. It goes away by itself; undo stays possible for ever.

import { Check, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Notice, useClient, useStore, useUndo } from '../client/index.ts';
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
  const { undo, redo } = useUndo();
  if (notice.kind === 'text')
    return (
      <div className="toast pop done">
        <Icon of={Check} small />
        <span>{notice.text}</span>
      </div>
    );
  const back = notice.kind === 'undone';
  const text =
    notice.kind === 'done'
      ? stepTitle(t, notice.entry)
      : t(back ? 'shell.undone' : 'shell.redone', { step: stepName(t, notice.entry) });
  return (
    <div className={back ? 'toast pop' : 'toast pop done'}>
      <Icon of={back ? Undo2 : Check} small />
      <span>
        <Rich text={text} />
      </span>
      <button type="button" className="btn quiet" onClick={() => void (back ? redo() : undo())}>
        {t(back ? 'shell.redo' : 'shell.undo')} <Keys of={back ? 'mod+shift+z' : 'mod+z'} />
      </button>
    </div>
  );
}
