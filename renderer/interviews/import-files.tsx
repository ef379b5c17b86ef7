// The files of an import with what is in each, or why it does not go in. One of them is chosen, and shown beside the list.

import { Check, CircleDashed, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { type Texts, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useSteady } from '../parts/use-steady.ts';
import { formatName } from './format-name.ts';
import type { ImportFile, ReadyFile } from './import-list.ts';
import { refusalText } from './refusal.ts';

type Props = {
  readonly files: readonly ImportFile[];
  readonly chosen: number | null;
  readonly onChoose: (key: number) => void;
  readonly onRemove: (key: number) => void;
};

export function ImportFiles({ files, chosen, onChoose, onRemove }: Props) {
  const texts = useTexts();
  const list = useRef<HTMLUListElement>(null);
  const focusRow = (index: number) => list.current?.querySelectorAll<HTMLElement>('.imp-file')[index]?.focus();
  const remove = useSteady((index: number) => {
    const [row, next] = [files[index], files[index + 1] ?? files[index - 1]];
    if (!row) return;
    onRemove(row.key);
    if (next) onChoose(next.key);
    focusRow(files[index + 1] ? index + 1 : index - 1);
  });
  const onKey = useSteady((event: KeyboardEvent, index: number) => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: files.length - 1 }[event.key];
    const row = to === undefined ? undefined : files[to];
    if (event.key === 'Delete') remove(index);
    else if (to !== undefined && row) {
      onChoose(row.key);
      focusRow(to);
    } else return;
    event.preventDefault();
  });
  const at = Math.max(
    0,
    files.findIndex((row) => row.key === chosen),
  );
  const current = files[at]?.key;
  useEffect(() => {
    if (current !== undefined) list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ul className="imp-files num" ref={list} aria-label={texts.t('interviews.filesTitle')}>
      {files.map((row, index) => (
        <FileRow
          key={row.key}
          row={row}
          index={index}
          current={index === at}
          onChoose={onChoose}
          onKey={onKey}
          onRemove={remove}
        />
      ))}
    </ul>
  );
}

type RowProps = {
  readonly row: ImportFile;
  readonly index: number;
  readonly current: boolean;
  readonly onChoose: (key: number) => void;
  readonly onKey: (event: KeyboardEvent, index: number) => void;
  readonly onRemove: (index: number) => void;
};

// Of hundreds of files one changes at a time, and only that one is drawn anew.
const FileRow = memo(function FileRow({ row, index, current, onChoose, onKey, onRemove }: RowProps) {
  const texts = useTexts();
  return (
    <li className={`${LOOK[row.state].className}${current ? ' on' : ''}`}>
      <button
        type="button"
        className="imp-file"
        aria-current={current}
        tabIndex={current ? 0 : -1}
        onClick={() => onChoose(row.key)}
        onKeyDown={(event) => onKey(event, index)}
      >
        <Icon of={LOOK[row.state].icon} small />
        <span className="imp-name">{row.name}</span>
        <span className="imp-says">{sayOf(row, texts)}</span>
      </button>
      <IconButton
        label={texts.t('interviews.removeFile', { file: row.name })}
        icon={X}
        small
        skipTab={!current}
        onPress={() => onRemove(index)}
      />
    </li>
  );
});

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
  const { turns, words, speakers } = preview;
  const parts = [
    t('common.turns', { count: turns }),
    speakers.length > 0 ? t('interviews.speakers', { count: speakers.length }) : t('interviews.noSpeakers'),
    t('common.words', { count: words }),
  ];
  return `${formatName(t, preview)} · ${parts.join(', ')}`;
}
