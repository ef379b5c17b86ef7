// Who speaks in all files of an import, to be looked over and mended: who asks, who answers, what is no speaker, and which two are one.

import { Combine, X } from 'lucide-react';
import { useState } from 'react';
import type { LabelMend } from '../../src/contract/interview.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { MenuButton } from '../parts/menu.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { type LabelRow, sayOneWith, sayRole } from './import-labels.ts';

type Props = {
  readonly rows: readonly LabelRow[];
  readonly files: number;
  readonly onMend: (labels: readonly string[], change: (mends: readonly LabelMend[]) => LabelMend[]) => void;
};

/** So many labels that are no speaker are shown; a talk may be full of words with a colon. */
const SHOWN = 4;

export function ImportSpeakers({ rows, files, onMend }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [all, setAll] = useState(false);
  const passed = rows.filter((row) => row.role === 'none');
  const shown = all ? rows : rows.filter((row) => row.role !== 'none' || passed.indexOf(row) < SHOWN);
  const speakers = rows.filter((row) => row.role !== 'none' && row.as === null);
  return (
    <section className="imp-who" aria-label={t('interviews.whoSpeaks')}>
      <h3>{t('interviews.whoSpeaks')}</h3>
      <p className="t2">{t(rows.length === 0 ? 'interviews.whoNobody' : 'interviews.whoWhy', { count: files })}</p>
      <ul className="num">
        {shown.map((row) => (
          <li key={row.label}>
            <span className="nm">
              <b className={row.role === 'none' ? 't3' : ''}>{row.label}</b>
              <small className="t3">{sayOf(row, texts)}</small>
            </span>
            {row.as === null ? (
              <Segmented
                label={t('interviews.speakers.role', { name: row.label })}
                value={row.role}
                choices={[
                  { value: 'asks', label: t('interviews.speakers.asks') },
                  { value: 'answers', label: t('interviews.speakers.answers') },
                  { value: 'none', label: t('interviews.noSpeaker') },
                ]}
                onChange={(role) => onMend([row.label], (mends) => sayRole(mends, row.label, role))}
              />
            ) : null}
            <OneWith row={row} others={speakers.filter((other) => other.label !== row.label)} onMend={onMend} />
          </li>
        ))}
      </ul>
      {shown.length < rows.length ? (
        <button type="button" className="btn quiet" onClick={() => setAll(true)}>
          {t('interviews.morePassed', { count: rows.length - shown.length })}
        </button>
      ) : null}
    </section>
  );
}

function OneWith({
  row,
  others,
  onMend,
}: {
  readonly row: LabelRow;
  readonly others: readonly LabelRow[];
  readonly onMend: Props['onMend'];
}) {
  const { t } = useTexts();
  const set = (as: string | null) =>
    onMend(as === null ? [row.label] : [row.label, as], (mends) => sayOneWith(mends, row.label, as));
  if (row.as !== null)
    return (
      <span className="one-with">
        {t('interviews.isOneWith', { name: row.as })}
        <IconButton label={t('interviews.apartAgain', { name: row.label })} icon={X} small onPress={() => set(null)} />
      </span>
    );
  if (others.length === 0) return null;
  return (
    <MenuButton
      label={t('interviews.oneWithOf', { name: row.label })}
      className="btn quiet"
      entries={others.map(({ label }) => ({ id: label, label, onAction: () => set(label) }))}
    >
      <Icon of={Combine} small /> {t('interviews.oneWith')}
    </MenuButton>
  );
}

function sayOf({ role, as, files, turns, words, line }: LabelRow, { t }: Texts): string {
  if (as !== null) return '';
  const where = t('interviews.inFiles', { count: files });
  if (role === 'none') return `${where} · ${line === '' ? t('interviews.isText') : t('interviews.passedLine', { line })}`;
  return [where, t('common.turns', { count: turns }), t('common.words', { count: words })].join(' · ');
}
