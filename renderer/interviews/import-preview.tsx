// One file of an import: what was recognised in it, what comes along and what stays behind, and how its text begins.

import { type Texts, useTexts } from '../i18n/index.ts';
import { clockOf } from '../transcript/clock.ts';
import { formatName } from './format-name.ts';
import type { ImportFile, Preview } from './import-list.ts';
import { refusalText } from './refusal.ts';

export function ImportPreview({ file }: { readonly file: ImportFile | undefined }) {
  const texts = useTexts();
  const { t } = texts;
  return (
    <section className="imp-preview" aria-label={t('interviews.previewOf', { file: file?.name ?? '' })}>
      <h3>{t('interviews.preview')}</h3>
      {file?.state === 'ready' ? <Ready preview={file.preview} texts={texts} /> : <p className="t2">{sayWhy(file, texts)}</p>}
    </section>
  );
}

function sayWhy(file: ImportFile | undefined, { t }: Texts): string {
  if (!file || file.state === 'waiting' || file.state === 'reading') return t('interviews.notReadYet');
  if (file.state === 'refused') return t('interviews.notRead', { why: refusalText(t, file.reason, file.name) });
  return t('interviews.goesInOnce');
}

/** It scrolls, and nothing in it takes the focus: without this, a keyboard could not read on. */
const SCROLLS = { tabIndex: 0 };

function Ready({ preview, texts }: { readonly preview: Preview; readonly texts: Texts }) {
  const { t, format } = texts;
  const left = preview.left.map(({ kind, count }) => t(`interviews.left.${kind}`, { count }));
  const numbered = preview.start.map((turn, number) => ({ ...turn, number }));
  const more = preview.turns - preview.start.length;
  return (
    <>
      <p className="imp-facts num">{factsOf(preview, texts)}</p>
      {preview.comments > 0 ? (
        <p className="imp-facts num">{t('interviews.commentsBecome', { count: preview.comments })}</p>
      ) : null}
      {left.length > 0 ? <p className="imp-facts num">{t('interviews.staysBehind', { what: format.list(left) })}</p> : null}
      <section className="imp-text" aria-label={t('interviews.preview')} {...SCROLLS}>
        <dl>
          {numbered.map(({ number, ...turn }) => (
            <div key={number} className="imp-turn">
              <dt>
                {turn.speaker ?? '–'}
                {turn.timeMs === null ? null : <small className="num">{clockOf(turn.timeMs)}</small>}
              </dt>
              <dd>{turn.text}</dd>
            </div>
          ))}
        </dl>
        {more > 0 ? <p className="t3 num">{t('interviews.moreTurns', { count: more })}</p> : null}
      </section>
    </>
  );
}

function factsOf(preview: Preview, { t }: Texts): string {
  const { turns, times, questions, speakers } = preview;
  return [
    formatName(t, preview),
    times === 0
      ? t('interviews.noTimes')
      : times === turns
        ? t('interviews.allTimes')
        : t('interviews.someTimes', { count: times }),
    speakers.some((speaker) => speaker.asks)
      ? t('interviews.questionsAsked', { count: questions })
      : t('interviews.questions', { count: questions }),
  ].join(' · ');
}
