// The memo on an interview, and the memos on its quotes with the way to each.

import { type FormEvent, useEffect, useState } from 'react';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Page } from './model.ts';
import './memo-dialog.css';

type Props = { readonly page: Page; readonly onGo: (codingId: number) => void; readonly onClose: () => void };

export function MemoDialog({ page, onGo, onClose }: Props) {
  const { t } = useTexts();
  const memos = useRead('memo.list', {}).data?.memos;
  const set = useChange('memo.set');
  const kept = memos?.find((memo) => memo.on === 'interview' && memo.targetId === page.interviewId)?.text ?? '';
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? kept;
  useEffect(() => {
    if (text !== null && text === kept) setText(null);
  }, [text, kept]);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (shown === kept || (await set.run({ on: 'interview', id: page.interviewId, text: shown.trim() }))) onClose();
  };
  const withMemo = page.marks.filter((mark) => mark.memo !== '');
  return (
    <Dialog title={t('transcript.memoTitle', { name: page.name })} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <Field label={t('transcript.memoText')} value={shown} onChange={setText} lines={7} maxLength={100_000} autoFocus />
        <div className="dlg-row">
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={set.pending || memos === undefined}>
            {t('common.save')}
          </button>
        </div>
      </form>
      {withMemo.length > 0 ? (
        <section className="memo-quotes">
          <h3>{t('transcript.memoQuotes')}</h3>
          <ul>
            {withMemo.map((mark) => (
              <li key={mark.id}>
                <button type="button" onClick={() => onGo(mark.id)}>
                  <Swatch colour={mark.colour} />
                  <span>
                    <b>{mark.name}</b> {mark.memo}
                    <span className="read">‘{mark.quote}’</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Dialog>
  );
}
