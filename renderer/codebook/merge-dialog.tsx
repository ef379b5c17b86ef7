// Merges a code into another, after saying what it touches and what becomes of it.

import { useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import type { Output } from '../../src/contract/index.ts';
import { useChange, useRead, useSelectedCode } from '../client/index.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { possibleTargets } from './places.ts';
import { TargetList } from './target-list.tsx';
import type { Codebook } from './use-codebook.ts';
import './merge-dialog.css';
import './two-columns.css';

type Props = {
  readonly code: CodeRow;
  /** Chosen already, by dragging onto it. */
  readonly intoId: number | null;
  readonly codebook: Codebook;
  readonly onClose: () => void;
};
type Preview = Output<'code.mergePreview'>;

export function MergeDialog({ code, intoId: first, codebook, onClose }: Props) {
  const { t } = useTexts();
  const merge = useChange('code.merge');
  const [, select] = useSelectedCode();
  const [intoId, setIntoId] = useState(first);
  const [reason, setReason] = useState('');
  const into = intoId === null ? undefined : codebook.byId.get(intoId);
  const submit = async () => {
    if (!into || !(await merge.run({ id: code.id, intoId: into.id, reason }))) return;
    select(into.id);
    onClose();
  };
  return (
    <Dialog
      size="wide"
      title={t('codebook.mergeTitle', { name: codebook.label(code) })}
      onClose={onClose}
      footer={
        <>
          <p className="dlg-say">{t('codebook.mergeKept')}</p>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="button" className="btn primary" disabled={!into || merge.pending} onClick={() => void submit()}>
            {t('codebook.mergeDo')}
          </button>
        </>
      }
    >
      <div className="two-columns">
        <div>
          <TargetList
            codebook={codebook}
            targets={possibleTargets(codebook.codes, code.id)}
            top={null}
            chosen={intoId}
            onTarget={setIntoId}
          />
        </div>
        <div>
          {into ? (
            <WhatMerges code={code} into={into} codebook={codebook} />
          ) : (
            <p className="lead">{t('codebook.mergeChoose', { name: codebook.label(code) })}</p>
          )}
          <Field
            label={t('codebook.reason')}
            hint={t('codebook.reasonHint')}
            value={reason}
            onChange={setReason}
            lines={2}
            maxLength={1000}
          />
        </div>
      </div>
    </Dialog>
  );
}

function WhatMerges({ code, into, codebook }: { readonly code: CodeRow; readonly into: CodeRow; readonly codebook: Codebook }) {
  const texts = useTexts();
  const { t } = texts;
  const { data, failure, stale } = useRead('code.mergePreview', { id: code.id, intoId: into.id }, { keep: true });
  const names = { name: codebook.label(code), into: codebook.label(into) };
  if (failure) return <p className="field-error">{t('codebook.tooDeep')}</p>;
  return (
    <section className="merge-what" role="status" aria-label={t('codebook.mergePreview')}>
      <p>
        <Rich text={t('codebook.mergeWhat', names)} />
      </p>
      {data ? (
        // What was told of the code chosen before keeps its room, but is not told of this one.
        <div className={stale ? 'merge-stale' : ''}>
          <ul className="merge-list">
            {whatTouched(data, texts).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Meaning title={t('codebook.mergeGoes', names)} texts={data.from} />
          <Meaning title={t('codebook.mergeStays', names)} texts={data.into} />
        </div>
      ) : null}
    </section>
  );
}

function whatTouched({ codings, doubles, interviews, memos, merging, moving }: Preview, { t, format }: Texts): string[] {
  const lastOf = (path: string) => path.split(' / ').at(-1) ?? path;
  return [
    codings === 0
      ? t('codebook.mergeNothing')
      : t('codebook.mergeCodings', {
          codings: t('codebook.codings', { count: codings }),
          interviews: t('common.interviews', { count: interviews }),
        }),
    ...(doubles > 0 ? [t('codebook.mergeDoubles', { count: doubles })] : []),
    ...(memos > 0 ? [t('codebook.mergeMemos', { count: memos })] : []),
    ...(merging.length > 0
      ? [t('codebook.mergeSame', { count: merging.length, names: format.list(merging.map(({ path }) => lastOf(path))) })]
      : []),
    ...(moving.length > 0 ? [t('codebook.mergeMoves', { count: moving.length, names: format.list(moving.map(lastOf)) })] : []),
  ];
}

function Meaning({ title, texts }: { readonly title: string; readonly texts: Preview['from'] }) {
  const { t } = useTexts();
  const fields = (['definition', 'definitionEn', 'use', 'not', 'example'] as const).filter((field) => texts[field] !== '');
  return (
    <div className="merge-meaning">
      <h3>{title}</h3>
      {fields.length === 0 ? <p className="t3">{t('codebook.noDefinition')}</p> : null}
      {fields.map((field) => (
        <p key={field}>
          {field === 'definition' ? null : <span className="t3">{t(`codebook.${field}`)} </span>}
          {texts[field]}
        </p>
      ))}
    </div>
  );
}
