// Everyone who speaks in the project, by the labels in the transcripts: given another name, put together, and told to ask or to answer.

import { PencilLine } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SpeakerRow } from '../../src/contract/correction.ts';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Segmented } from '../parts/segmented.tsx';
import './speakers-dialog.css';

export function SpeakersDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const speakers = useRead('speaker.list', {}, { keep: true }).data?.speakers;
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const [renaming, setRenaming] = useState<string | null | undefined>(undefined);
  return (
    <Dialog
      size="wide"
      title={t('interviews.speakers.title')}
      onClose={onClose}
      footer={
        <>
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      <p className="lead">{t('interviews.speakers.why')}</p>
      {speakers ? null : <Waiting />}
      {speakers?.length === 0 ? <p className="t2">{t('interviews.speakers.none')}</p> : null}
      <ul className="speakers">
        {speakers?.map((row) => (
          <Speaker
            key={row.speaker ?? ''}
            row={row}
            all={speakers}
            readOnly={readOnly}
            renaming={renaming === row.speaker}
            onRenaming={(on) => setRenaming(on ? row.speaker : undefined)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

type Props = {
  readonly row: SpeakerRow;
  readonly all: readonly SpeakerRow[];
  readonly readOnly: boolean;
  readonly renaming: boolean;
  readonly onRenaming: (on: boolean) => void;
};

function Speaker({ row, all, readOnly, renaming, onRenaming }: Props) {
  const { t } = useTexts();
  const setAsks = useChange('speaker.setAsks');
  const { speaker } = row;
  const name = speaker ?? t('interviews.speakers.nobody');
  const counts = [
    t('common.interviews', { count: row.interviewIds.length }),
    t('common.turns', { count: row.turns }),
    t('common.words', { count: row.words }),
  ].join(' · ');
  return (
    <li>
      {renaming ? (
        <RenameSpeaker row={row} all={all} onDone={() => onRenaming(false)} />
      ) : (
        <>
          <span className="nm">
            <b className={speaker === null ? 't3' : ''}>{name}</b>
            <small className="num t3">{counts}</small>
            {row.participants.length > 0 ? (
              <small className="t2">{t('interviews.speakers.as', { names: row.participants.join(', ') })}</small>
            ) : null}
          </span>
          {speaker === null ? null : (
            <span className="role">
              <Segmented
                label={t('interviews.speakers.role', { name })}
                value={row.asks ? 'asks' : 'answers'}
                choices={[
                  { value: 'asks', label: t('interviews.speakers.asks') },
                  { value: 'answers', label: t('interviews.speakers.answers') },
                ]}
                onChange={(value) => void setAsks.run({ speaker, asks: value === 'asks' })}
              />
              {row.said ? (
                <button type="button" className="btn quiet" onClick={() => void setAsks.run({ speaker, asks: null })}>
                  {t('interviews.speakers.byItself')}
                </button>
              ) : null}
            </span>
          )}
          <IconButton
            label={t('interviews.speakers.rename', { name })}
            icon={PencilLine}
            disabled={readOnly}
            onPress={() => onRenaming(true)}
          />
        </>
      )}
    </li>
  );
}

function RenameSpeaker({
  row,
  all,
  onDone,
}: {
  readonly row: SpeakerRow;
  readonly all: readonly SpeakerRow[];
  readonly onDone: () => void;
}) {
  const { t } = useTexts();
  const rename = useChange('speaker.rename');
  const [typed, setTyped] = useState(row.speaker ?? '');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.select(), []);
  const to = typed.trim().replace(/\s+/gu, ' ');
  const same = to === '' || to === row.speaker;
  const merges = !same && all.some((other) => other.speaker === to);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (same || rename.pending) return same ? onDone() : undefined;
    if (await rename.run({ from: row.speaker, to })) onDone();
  };
  return (
    <form className="rename" onSubmit={(event) => void submit(event)}>
      <input
        className="field-in"
        aria-label={t('interviews.speakers.newName', { name: row.speaker ?? t('interviews.speakers.nobody') })}
        value={typed}
        maxLength={200}
        ref={input}
        list="speaker-names"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <datalist id="speaker-names">
        {all.map((other) => (other.speaker === null ? null : <option key={other.speaker} value={other.speaker} />))}
      </datalist>
      <button type="submit" className="btn primary" disabled={same || rename.pending}>
        {merges ? t('interviews.speakers.merge', { name: to }) : t('common.save')}
      </button>
      <button type="button" className="btn" onClick={onDone}>
        {t('common.cancel')}
      </button>
      <span className="vh" role="status">
        {merges ? t('transcript.speaker.merges', { name: to }) : ''}
      </span>
    </form>
  );
}
