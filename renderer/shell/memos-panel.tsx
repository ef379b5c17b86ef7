// All memos, newest first, each leading to what it is on; and the memo on the project itself, to write here.

import { useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { type Client, fetchRead, useChange, useClient, useRead, useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Waiting } from '../parts/progress.tsx';
import { go } from './route.ts';
import { useShell } from './shell-context.ts';
import './lists.css';

type Memo = Output<'memo.list'>['memos'][number];

export function MemosPanel({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const memos = useRead('memo.list', {}).data?.memos;
  const others = memos?.filter((memo) => memo.on !== 'project');
  return (
    <Dialog
      size="side"
      title={t('shell.memos')}
      onClose={onClose}
      footer={
        <button type="button" className="btn" onClick={onClose}>
          {t('common.close')}
        </button>
      }
    >
      {memos ? (
        <ProjectMemo
          key={memos.find((memo) => memo.on === 'project')?.text ?? ''}
          text={memos.find((memo) => memo.on === 'project')?.text ?? ''}
        />
      ) : (
        <Waiting />
      )}
      {others?.length === 0 ? <p className="t2">{t('shell.memosEmpty')}</p> : null}
      <ul className="lines">
        {others?.map((memo) => (
          <MemoLine key={memo.id} memo={memo} onGone={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

function ProjectMemo({ text }: { readonly text: string }) {
  const { t } = useTexts();
  const set = useChange('memo.set');
  const [typed, setTyped] = useState(text);
  return (
    <>
      <Field label={t('shell.memoProject')} value={typed} onChange={setTyped} lines={4} maxLength={100_000} />
      {typed.trim() !== text ? (
        <div className="dlg-row">
          <button
            type="button"
            className="btn primary"
            disabled={set.pending}
            onClick={() => void set.run({ on: 'project', text: typed.trim() })}
          >
            {t('common.save')}
          </button>
        </div>
      ) : null}
    </>
  );
}

function MemoLine({ memo, onGone }: { readonly memo: Memo; readonly onGone: () => void }) {
  const { t, format } = useTexts();
  const open = useOpenMemo(memo);
  return (
    <li>
      <button
        type="button"
        className="line"
        onClick={() => {
          void open().then(onGone);
        }}
      >
        <span className="text">{memo.text}</span>
        <span className="meta">
          {t(`shell.memoOn.${memo.on}`, { subject: memo.subject })} · {memo.coder} · {format.when(memo.at)}
        </span>
      </button>
    </li>
  );
}

/** To the interview, the code in the codebook, or the place of the coding. */
function useOpenMemo({ on, targetId }: Memo): () => Promise<void> {
  const client = useClient();
  const shell = useShell();
  const [, selectCode] = useSelectedCode();
  return async () => {
    if (on === 'interview') go({ view: 'code', interviewId: targetId, at: null });
    if (on === 'code') {
      shell.toCoding();
      selectCode(targetId);
    }
    if (on === 'coding' && targetId !== null) await openCoding(client, targetId);
  };
}

/** A memo does not say in which interview its coding is, so they are looked through until it is found. */
async function openCoding(client: Client, codingId: number): Promise<void> {
  const { interviews } = await fetchRead(client, 'interview.list', {});
  for (const interview of interviews) {
    const { codings } = await fetchRead(client, 'coding.list', { interviewId: interview.id });
    const found = codings.find((coding) => coding.id === codingId);
    if (!found) continue;
    const at = found.start < found.end ? { start: found.start, end: found.end } : null;
    return go({ view: 'code', interviewId: interview.id, at });
  }
}
