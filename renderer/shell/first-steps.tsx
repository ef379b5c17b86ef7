// The first steps in a project, ticking themselves from what is in it and what was looked at. Gone when all are done, or when hidden.

import { Circle, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { usePosition, useRead } from '../client/index.ts';
import { type TextKey, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useRoute } from './route.ts';
import './first-steps.css';

const SEEN = { frequency: false, report: false, hidden: false };

export function FirstSteps() {
  const { t } = useTexts();
  const counts = useRead('project.get', {}).data?.counts;
  const [seen, setSeen, ready] = usePosition('steps', SEEN);
  if (!counts || !ready) return null;
  const steps: readonly (readonly [TextKey, boolean])[] = [
    ['shell.steps.importInterviews', counts.interviews > 0],
    ['shell.steps.makeCode', counts.codes > 0],
    ['shell.steps.codeQuote', counts.codings > 0],
    ['shell.steps.seeFrequency', seen.frequency],
    ['shell.steps.makeReport', seen.report],
  ];
  const done = steps.filter(([, ticked]) => ticked).length;
  if (seen.hidden || done === steps.length) return null;
  return (
    <section className="five" aria-label={t('shell.steps.title')}>
      <h3>
        {t('shell.steps.title')} <small className="num">{t('shell.steps.done', { done, all: steps.length })}</small>
        <IconButton label={t('shell.steps.hide')} icon={X} small onPress={() => setSeen({ ...seen, hidden: true })} />
      </h3>
      <ol>
        {steps.map(([name, ticked]) => (
          <li key={name} className={ticked ? 'done' : ''}>
            <Icon of={ticked ? CircleCheck : Circle} small />
            <span>{t(name)}</span>
            {ticked ? <span className="vh">{t('shell.steps.isDone')}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Ticks the steps that are about looking: the view that is shown was looked at. */
export function useSeenSteps(): void {
  const { view } = useRoute();
  const [seen, setSeen, ready] = usePosition('steps', SEEN);
  useEffect(() => {
    if (ready && (view === 'frequency' || view === 'report') && !seen[view]) setSeen({ ...seen, [view]: true });
  }, [ready, view, seen, setSeen]);
}
