// The one place where a failure is shown: what happened, what is safe, what you can do.

import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { type Trouble, useClient, useStore } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import './error-dialog.css';

export function ErrorDialog() {
  const client = useClient();
  const trouble = useStore(client.trouble);
  if (!trouble) return null;
  const project = client.queries.getQueryData<Output<'project.get'>>(['project.get', {}]);
  return <TroubleDialog trouble={trouble} savedAt={project?.savedAt ?? null} onClose={() => client.trouble.set(null)} />;
}

/** The core is gone and nothing took its place: trying again or reopening the project can't help then. */
function hasStopped({ failure }: Trouble): boolean {
  return failure.code === 'internal' && /(core|keeps the project) stopped\b(?!.*started again)/i.test(failure.message);
}

type Props = { readonly trouble: Trouble; readonly savedAt: string | null; readonly onClose: () => void };

export function TroubleDialog({ trouble, savedAt, onClose }: Props) {
  const { t, format } = useTexts();
  const { code, message, at } = trouble.failure;
  const again = trouble.again;
  const said = hasStopped(trouble) ? 'lost' : code === 'conflict' && at === 'opening' ? 'otherProject' : code;
  return (
    <Dialog
      alert
      onClose={onClose}
      title={
        <>
          <Icon of={CircleAlert} />
          {t(`error.codes.${said}.title`)}
        </>
      }
      footer={
        <>
          <CopyDetails text={[code, message, at].filter(Boolean).join('\n')} />
          <span className="sp" />
          <button type="button" className={again ? 'btn' : 'btn primary'} onClick={onClose}>
            {t('common.close')}
          </button>
          {again ? (
            <button
              type="button"
              className="btn primary"
              onClick={() => {
                onClose();
                again();
              }}
            >
              {t('common.retry')}
            </button>
          ) : null}
        </>
      }
    >
      <dl className="w3">
        <div>
          <dt>{t('error.whatHappened')}</dt>
          <dd>
            {t(`error.codes.${said}.what`)}
            <small lang="en">{message}</small>
          </dd>
        </div>
        <div>
          <dt>{t('error.whatIsSafe')}</dt>
          <dd>
            {t(`error.codes.${said}.safe`)}{' '}
            {savedAt ? (
              <span className="num">
                <Rich text={t('error.savedUntil', { time: format.time(savedAt) })} />
              </span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{t('error.whatYouCanDo')}</dt>
          <dd>{t(`error.codes.${said}.todo`)}</dd>
        </div>
      </dl>
    </Dialog>
  );
}

function CopyDetails({ text }: { readonly text: string }) {
  const { t } = useTexts();
  const client = useClient();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // The desktop window may not reach the clipboard itself.
    await (client.bridge.copy ? client.bridge.copy({ text }) : navigator.clipboard.writeText(text));
    setCopied(true);
  };
  return (
    <button type="button" className="btn quiet" onClick={() => void copy().catch(() => setCopied(false))}>
      {t(copied ? 'common.copied' : 'error.details')}
    </button>
  );
}
