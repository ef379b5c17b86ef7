// What is known of one interview, to change: name, set, city, date, collector, and the people in it.

import { type FormEvent, useState } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { DeleteInterview } from './delete-dialog.tsx';
import { ImportFields } from './import-fields.tsx';
import { ParticipantFields } from './participant-fields.tsx';
import './import-dialog.css';

export function DetailsDialog({ id, onClose }: { readonly id: number; readonly onClose: () => void }) {
  const interview = useRead('interview.list', {}).data?.interviews.find((row) => row.id === id);
  return interview ? <Details key={interview.id} interview={interview} onClose={onClose} /> : null;
}

function Details({ interview, onClose }: { readonly interview: InterviewRow; readonly onClose: () => void }) {
  const { t } = useTexts();
  const update = useChange('interview.update');
  const [name, setName] = useState(interview.name);
  const [form, setForm] = useState({
    set: interview.set,
    city: interview.city,
    date: interview.date,
    collector: interview.collector,
  });
  const [wrong, setWrong] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  const incomplete = name.trim() === '' || form.set.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (incomplete || update.pending) return;
    const done = await update.run(
      { id: interview.id, ...form, set: form.set.trim(), name: name.trim() },
      {
        onFailure: (failure) => {
          if (failure.code === 'conflict') setWrong(t('interviews.nameTaken'));
          return failure.code === 'conflict';
        },
      },
    );
    if (done) onClose();
  };
  if (deleting) return <DeleteInterview id={interview.id} onClose={onClose} />;
  return (
    <Dialog size="wide" title={t('interviews.detailsTitle', { name: interview.name })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p className="lead num">
          {t('interviews.source', {
            file: interview.file,
            turns: t('common.turns', { count: interview.turns }),
            words: t('common.words', { count: interview.words }),
          })}
        </p>
        <Field
          label={t('interviews.name')}
          value={name}
          required
          maxLength={200}
          autoFocus
          error={wrong}
          onChange={(value) => {
            setName(value);
            setWrong(null);
          }}
        />
        <ImportFields form={form} onChange={setForm} />
        <h3 className="dlg-sub">{t('interviews.participants')}</h3>
        {interview.participants.length === 0 ? <p className="t2">{t('interviews.noParticipants')}</p> : null}
        {interview.participants.map((participant) => (
          <ParticipantFields key={participant.id} participant={participant} />
        ))}
        <div className="dlg-row">
          <button type="button" className="btn quiet" onClick={() => setDeleting(true)}>
            {t('interviews.deleteDo')}
          </button>
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={incomplete || update.pending}>
            {t('common.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
