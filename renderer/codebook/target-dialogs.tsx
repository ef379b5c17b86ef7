// Moving and merging by choosing a target from the tree: the way without dragging.

import { useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useChange, useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { possibleTargets } from './places.ts';
import { TargetList } from './target-list.tsx';
import type { Codebook } from './use-codebook.ts';
import { whatHangs } from './what-hangs.ts';

type Props = { readonly code: CodeRow; readonly codebook: Codebook; readonly onClose: () => void };

export function MoveDialog({ code, codebook, onClose }: Props) {
  const { t } = useTexts();
  const move = useChange('code.move');
  const [target, setTarget] = useState<number | null | undefined>(undefined);
  const [wrong, setWrong] = useState<string | null>(null);
  const submit = async () => {
    if (target === undefined) return;
    const done = await move.run(
      { id: code.id, parentId: target },
      {
        onFailure: (failure) => {
          if (failure.code === 'conflict') setWrong(t('codebook.taken'));
          return failure.code === 'conflict';
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
        <Buttons
          action={t('codebook.moveDo')}
          disabled={target === undefined || move.pending}
          onAction={() => void submit()}
          onClose={onClose}
        />
      }
    >
      <TargetList
        codebook={codebook}
        targets={targets}
        top={code.parentId === null ? null : t('codebook.topLevel')}
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
    </Dialog>
  );
}

export function MergeDialog({ code, codebook, onClose }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const merge = useChange('code.merge');
  const [, select] = useSelectedCode();
  const [intoId, setIntoId] = useState<number | null>(null);
  const into = intoId === null ? undefined : codebook.byId.get(intoId);
  const submit = async () => {
    if (!into || !(await merge.run({ id: code.id, intoId: into.id }))) return;
    select(into.id);
    onClose();
  };
  return (
    <Dialog
      title={t('codebook.mergeTitle', { name: codebook.label(code) })}
      onClose={onClose}
      footer={
        <Buttons
          action={t('codebook.mergeDo')}
          disabled={!into || merge.pending}
          onAction={() => void submit()}
          onClose={onClose}
        />
      }
    >
      <TargetList codebook={codebook} targets={possibleTargets(codebook.codes, code.id)} top={null} onTarget={setIntoId} />
      <p className="merge-what" role="status">
        {into ? (
          <Rich
            text={t('codebook.mergeWhat', {
              what: whatHangs(code, codebook, texts) || t('common.none'),
              into: codebook.label(into),
              name: codebook.label(code),
            })}
          />
        ) : (
          t('codebook.chooseTarget')
        )}
      </p>
    </Dialog>
  );
}

function Buttons({
  action,
  disabled,
  onAction,
  onClose,
}: {
  readonly action: string;
  readonly disabled: boolean;
  readonly onAction: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  return (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {t('common.cancel')}
      </button>
      <button type="button" className="btn primary" disabled={disabled} onClick={onAction}>
        {action}
      </button>
    </>
  );
}
