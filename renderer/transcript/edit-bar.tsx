// Above the text while it is being edited: what editing does, whether it is saved, and the way out.

import { useTexts } from '../i18n/index.ts';
import { Keys } from '../parts/keys.tsx';
import type { Drafts } from './use-drafts.ts';

type Props = { readonly drafts: Drafts; readonly whole: boolean; readonly refused: boolean; readonly onLeave: () => void };

export function EditBar({ drafts, whole, refused, onLeave }: Props) {
  const { t } = useTexts();
  const empty = drafts.emptyTurns[0];
  const trouble =
    empty !== undefined
      ? t('transcript.editing.emptyTurn', { n: empty + 1 })
      : refused
        ? t('transcript.editing.across')
        : drafts.lost > 0
          ? t('transcript.editing.lost', { count: drafts.lost })
          : '';
  return (
    <div className="edit-bar">
      <b>{t('transcript.editing.title')}</b>
      <span className="t2 edit-hint" id="edit-hint">
        {t('transcript.editing.hint')} {whole ? '' : t('transcript.editing.otherTurn')}
      </span>
      <span className="edit-trouble" role="status">
        {trouble}
      </span>
      <span className="t3 edit-state" role="status">
        {t(`transcript.editing.${drafts.saving}`)}
      </span>
      <button type="button" className="btn" onClick={onLeave}>
        {t('transcript.editing.done')} <Keys of="esc" />
      </button>
    </div>
  );
}
