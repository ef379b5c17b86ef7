// Another name for who speaks: for one turn, for all turns of this speaker in the interview, or in the whole project.

import { type FormEvent, useState } from 'react';
import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Suggest } from '../parts/suggest.tsx';
import type { Editing } from './use-editing.ts';

type Scope = 'turn' | 'interview' | 'project';
type Props = { readonly editing: Editing; readonly turn: number; readonly onClose: () => void };

export function SpeakerDialog({ editing, turn, onClose }: Props) {
  const { t } = useTexts();
  const { drafts } = editing;
  const { interviewId, turns } = drafts.base;
  const from = turns[turn]?.speaker ?? null;
  const speakers = useRead('speaker.list', {}).data?.speakers ?? [];
  const rename = useChange('speaker.rename');
  const [typed, setTyped] = useState(from ?? '');
  const [scope, setScope] = useState<Scope>('turn');
  const to = typed.trim();
  const own = speakers.find((row) => row.speaker === from);
  const here = turns.filter((row) => row.speaker === from).length;
  const merges = scope !== 'turn' && to !== from && speakers.some((row) => row.speaker === to);
  const choices: { readonly scope: Scope; readonly label: string }[] = [
    { scope: 'turn', label: t('transcript.speaker.thisTurn', { n: turn + 1 }) },
    { scope: 'interview', label: t('transcript.speaker.thisInterview', { count: here }) },
    { scope: 'project', label: t('transcript.speaker.project', { count: own?.interviewIds.length ?? 1 }) },
  ];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (to === '' || to === from || rename.pending) return;
    if (scope === 'turn') editing.setSpeaker(turn, to);
    else {
      // What was typed is for the text as it was; the names come after it.
      if (!(await drafts.save())) return;
      if (!(await rename.run({ from, to, ...(scope === 'interview' ? { interviewIds: [interviewId] } : {}) }))) return;
    }
    onClose();
  };
  return (
    <Dialog size="small" title={t('transcript.speaker.title')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Suggest
          label={t('transcript.speaker.name')}
          value={typed}
          onChange={setTyped}
          suggestions={speakers.flatMap((row) => row.speaker ?? [])}
          required
          autoFocus
        />
        <fieldset className="speaker-scope">
          <legend>{t('transcript.speaker.where')}</legend>
          {choices.map((choice) => (
            <label key={choice.scope}>
              <input type="radio" name="speaker-scope" checked={scope === choice.scope} onChange={() => setScope(choice.scope)} />
              {choice.label}
            </label>
          ))}
        </fieldset>
        <p className="t2" role="status">
          {merges ? t('transcript.speaker.merges', { name: to }) : ''}
        </p>
        <div className="dlg-row">
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={to === '' || to === from || rename.pending}>
            {t('common.save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
