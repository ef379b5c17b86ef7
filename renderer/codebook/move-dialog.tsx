// Moving a code by choosing from the tree where it goes: the way without dragging.

import { useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { possibleTargets } from './places.ts';
import { TargetList } from './target-list.tsx';
import type { Codebook } from './use-codebook.ts';

type Props = { readonly code: CodeRow; readonly codebook: Codebook; readonly onClose: () => void };

export function MoveDialog({ code, codebook, onClose }: Props) {
  const { t } = useTexts();
  const move = useChange('code.move');
  const [target, setTarget] = useState<number | null | undefined>(undefined);
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async () => {
    if (target === undefined) return;
    const done = await move.run(
      { id: code.id, parentId: target, reason },
      {
        onFailure: (failure) => {
          if (failure.code === 'conflict') setWrong(t('codebook.taken'));
          if (failure.code === 'refused') setWrong(t('codebook.tooDeep'));
          return failure.code === 'conflict' || failure.code === 'refused';
        },
      },
    );
    if (done) onClose();
  };
  const targets = possibleTargets(codebook.codes, code.id).filter((other) => other.id !== code.parentId);
  return (
    <Dialog
      title={t('codebook.moveTitle', { name: codebook.label(code) })}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button
            type="button"
            className="btn primary"
            disabled={target === undefined || move.pending}
            onClick={() => void submit()}
          >
            {t('codebook.moveDo')}
          </button>
        </>
      }
    >
      <TargetList
        codebook={codebook}
        targets={targets}
        top={code.parentId === null ? null : t('codebook.topLevel')}
        chosen={null}
        onTarget={(id) => {
          setTarget(id);
          setWrong(null);
        }}
      />
      {wrong ? (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="move-why">
        <Field label={t('codebook.reason')} value={reason} onChange={setReason} maxLength={1000} />
      </div>
    </Dialog>
  );
}
