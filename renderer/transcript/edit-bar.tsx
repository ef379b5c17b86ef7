// Above the text while it is being edited: what the keys do, or what could not be done and what can be done next; whether it is saved; and the
// way out. It stays as tall as it is, so that the text does not jump while typing.

import type { Translate } from '../i18n/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Keys } from '../parts/keys.tsx';
import type { Editing } from './use-editing.ts';
import './edit-bar.css';

type Props = { readonly editing: Editing; readonly whole: boolean };

export function EditBar({ editing, whole }: Props) {
  const { t } = useTexts();
  const { drafts, pasted } = editing;
  const said = whatToSay(editing, t);
  return (
    <div className="edit-bar">
      <b>{t('transcript.editing.title')}</b>
      <span className="vh" id="edit-hint">
        {t('transcript.editing.hint')} {whole ? '' : t('transcript.editing.otherTurn')}
      </span>
      <span className={`edit-said ${said.tone}`} role="status">
        {said.text}
      </span>
      {pasted ? (
        <button type="button" className="btn" onMouseDown={(event) => event.preventDefault()} onClick={editing.splitPasted}>
          {t('transcript.editing.toTurns', { count: pasted.lines })}
        </button>
      ) : null}
      {said.text === '' ? (
        <span className="edit-keys t3" aria-hidden="true">
          <span>
            <Keys of="enter" /> {t('transcript.editing.keySplit')}
          </span>
          <span>
            <Keys of="backspace" /> {t('transcript.editing.keyJoin')}
          </span>
          <span>
            <Keys of="f2" /> {t('transcript.editing.keySpeaker')}
          </span>
          {whole ? null : <span>{t('transcript.editing.otherTurn')}</span>}
        </span>
      ) : null}
      <span className="t3 edit-state" role="status">
        {t(`transcript.editing.${drafts.saving}`)}
      </span>
      <button type="button" className="btn" onClick={() => void editing.leave()}>
        {t('transcript.editing.done')} <Keys of="esc" />
      </button>
    </div>
  );
}

function whatToSay({ drafts, refused, pasted }: Editing, t: Translate): { readonly text: string; readonly tone: string } {
  const empty = drafts.emptyTurns[0];
  if (refused) return { text: t(`transcript.editing.refused.${refused}`), tone: 'trouble' };
  if (drafts.saving === 'failed') return { text: t('transcript.editing.failedWhy'), tone: 'trouble' };
  if (empty !== undefined) return { text: t('transcript.editing.emptyTurn', { n: empty + 1 }), tone: 'trouble' };
  if (pasted) return { text: t('transcript.editing.pasted', { count: pasted.lines }), tone: '' };
  if (drafts.lost > 0) return { text: t('transcript.editing.lost', { count: drafts.lost }), tone: 'warn' };
  return { text: '', tone: '' };
}
