// All codings of the project that lost their text by a correction: back on their old quote, in their interview, or away.

import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Waiting } from '../parts/progress.tsx';
import { go } from '../shell/route.ts';
import '../shell/lists.css';
import './to-check-dialog.css';

export function ToCheckDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const codings = useRead('toCheck.list', {}, { keep: true }).data?.codings;
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const restore = useChange('toCheck.restore');
  const remove = useChange('coding.remove');
  const sure = codings?.filter((coding) => coding.sure) ?? [];
  return (
    <Dialog
      size="side"
      title={t('interviews.toCheck.title')}
      onClose={onClose}
      footer={
        <>
          {sure.length > 1 ? (
            <button
              type="button"
              className="btn primary"
              disabled={readOnly || restore.pending}
              onClick={() => void restore.run({ ids: sure.map((coding) => coding.id) })}
            >
              {t('interviews.toCheck.all', { count: sure.length })}
            </button>
          ) : null}
          <span className="sp" />
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      {codings ? null : <Waiting />}
      <p className="lead">{t(codings?.length === 0 ? 'interviews.toCheck.none' : 'transcript.check.why')}</p>
      <ul className="lines to-check-lines">
        {codings?.map((coding) => {
          const place = coding.found[0];
          return (
            <li key={coding.id}>
              <b>{coding.code}</b>
              <span className="said">{t('transcript.check.was', { quote: coding.quote })}</span>
              <small>
                {coding.interview} · {t('interviews.toCheck.turn', { n: coding.turn + 1 })} · {coding.coder}
              </small>
              <span className="row">
                {place && coding.sure ? (
                  <button
                    type="button"
                    className="btn"
                    disabled={readOnly || restore.pending}
                    onClick={() => void restore.run({ ids: [coding.id] })}
                  >
                    {t('transcript.check.back', { n: place.turn + 1 })}
                  </button>
                ) : null}
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    const at = place ?? { start: coding.at, end: coding.at + 1 };
                    go({ view: 'code', interviewId: coding.interviewId, at: { start: at.start, end: at.end } });
                    onClose();
                  }}
                >
                  {t('interviews.toCheck.open')}
                </button>
                <button
                  type="button"
                  className="btn quiet"
                  disabled={readOnly}
                  onClick={() => void remove.run({ ids: [coding.id] })}
                >
                  {t('transcript.check.remove')}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}
