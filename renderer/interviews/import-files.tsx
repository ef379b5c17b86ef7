// The files of an import with what is in each, or why it does not go in.

import { Check, CircleDashed, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { type Texts, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import type { ImportFile, ReadyFile } from './import-list.ts';
import { refusalText } from './refusal.ts';

export function ImportFiles({
  files,
  onRemove,
}: {
  readonly files: readonly ImportFile[];
  readonly onRemove: (key: number) => void;
}) {
  const texts = useTexts();
  if (files.length === 0) return null;
  return (
    <ul className="files num">
      {files.map((row) => (
        <li key={row.key} className={LOOK[row.state].className}>
          <Icon of={LOOK[row.state].icon} small />
          <span className="file-name">{row.name}</span>
          <span className="file-says">{sayOf(row, texts)}</span>
          <IconButton
            label={texts.t('interviews.removeFile', { file: row.name })}
            icon={X}
            small
            onPress={() => onRemove(row.key)}
          />
        </li>
      ))}
    </ul>
  );
}

const LOOK = {
  waiting: { icon: CircleDashed, className: 'busy' },
  reading: { icon: LoaderCircle, className: 'busy' },
  ready: { icon: Check, className: '' },
  present: { icon: TriangleAlert, className: 'w' },
  twice: { icon: TriangleAlert, className: 'w' },
  refused: { icon: TriangleAlert, className: 'w' },
} as const;

function sayOf(row: ImportFile, texts: Texts): string {
  const { t } = texts;
  switch (row.state) {
    case 'waiting':
      return t('interviews.waiting');
    case 'reading':
      return t('interviews.reading');
    case 'ready':
      return sayReady(row, texts);
    case 'present':
      return t('interviews.present', { name: row.interview });
    case 'twice':
      return t('interviews.twice', { name: row.other });
    case 'refused':
      return refusalText(t, row.reason, row.name);
  }
}

function sayReady({ preview }: ReadyFile, { t }: Texts): string {
  const { turns, words, speakers, times } = preview;
  const parts = [
    t('common.turns', { count: turns }),
    speakers.length > 0 ? t('interviews.speakers', { count: speakers.length }) : t('interviews.noSpeakers'),
  ];
  return [...parts, t('common.words', { count: words }), ...(times ? [t('interviews.times')] : [])].join(', ');
}
