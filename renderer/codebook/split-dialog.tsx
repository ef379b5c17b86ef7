// Splits a code: the codings chosen here go to a new code, beside it or below it.

import { type FormEvent, useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Failure } from '../../src/contract/index.ts';
import { useChange, useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { longTold, nameTold } from './name-told.ts';
import { QuoteChooser, useCodeQuotes } from './quote-chooser.tsx';
import type { Codebook } from './use-codebook.ts';
import './two-columns.css';

type Props = { readonly code: CodeRow; readonly codebook: Codebook; readonly onClose: () => void };

const FORM = 'split-code';

export function SplitDialog({ code, codebook, onClose }: Props) {
  const { t } = useTexts();
  const split = useChange('code.split');
  const [, select] = useSelectedCode();
  const quotes = useCodeQuotes(code.id);
  const [name, setName] = useState('');
  const [where, setWhere] = useState<'sibling' | 'child'>('sibling');
  const [definition, setDefinition] = useState('');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [wrong, setWrong] = useState<string | null>(null);
  const label = codebook.label(code);
  // What has gone meanwhile, by an undo or in another window, is no longer chosen.
  const codingIds = (quotes ?? []).filter((quote) => chosen.has(quote.id)).map((quote) => quote.id);
  const ready = name.trim() !== '' && codingIds.length > 0 && !split.pending;

  const onFailure = (failure: Failure) => {
    const key = tell(failure);
    const told = failure.at === 'name' && failure.code !== 'conflict' ? nameTold(t, name) : key && t(key);
    setWrong(told);
    return told !== null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const told = nameTold(t, name);
    setWrong(told);
    if (told !== null) return;
    const made = await split.run({ id: code.id, name, where, definition, reason, codingIds }, { onFailure });
    if (!made) return;
    select(made.id);
    onClose();
  };
  return (
    <Dialog
      size="wide"
      title={t('codebook.splitTitle', { name: label })}
      onClose={onClose}
      footer={
        <>
          <p className="dlg-say">{codingIds.length === 0 ? t('codebook.splitChoose') : ''}</p>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" form={FORM} className="btn primary" disabled={!ready}>
            {t('codebook.splitDo')}
          </button>
        </>
      }
    >
      <form id={FORM} className="two-columns" onSubmit={(event) => void submit(event)}>
        <div>
          <Field
            label={t('codebook.splitName')}
            value={name}
            error={wrong ?? longTold(t, name)}
            autoFocus
            required
            onChange={(text) => {
              setName(text);
              setWrong(null);
            }}
          />
          <div className="field">
            <span className="field-l">{t('codebook.splitWhere')}</span>
            <div>
              <Segmented
                label={t('codebook.splitWhere')}
                value={where}
                choices={[
                  { value: 'sibling', label: t('codebook.splitSibling') },
                  { value: 'child', label: t('codebook.splitChild') },
                ]}
                onChange={setWhere}
              />
            </div>
          </div>
          <Field label={t('codebook.definition')} value={definition} onChange={setDefinition} lines={3} maxLength={5000} />
          <Field
            label={t('codebook.reason')}
            hint={t('codebook.reasonHint')}
            value={reason}
            onChange={setReason}
            lines={2}
            maxLength={1000}
          />
        </div>
        {quotes === undefined ? (
          <Waiting />
        ) : (
          <QuoteChooser
            label={t('codebook.splitQuotes', { name: label })}
            quotes={quotes}
            many
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </form>
    </Dialog>
  );
}

function tell({ code, at }: Failure) {
  if (code === 'conflict' && at === 'name') return 'codebook.taken';
  return code === 'refused' ? 'codebook.tooDeep' : null;
}
