// The first steps in a project, ticking themselves from what the person does. Gone when all are done or when hidden; a command brings them back.

import { Circle, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { useClient, usePosition, useRead, useStore } from '../client/index.ts';
import { type TextKey, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useRoute } from './route.ts';
import './first-steps.css';

const DONE = { code: false, quote: false, quotes: false, sets: false, file: false, hidden: false };
type Step = Exclude<keyof typeof DONE, 'hidden'>;

const STEPS: readonly (readonly [Step, TextKey])[] = [
  ['quote', 'shell.steps.codeQuote'],
  ['code', 'shell.steps.makeCode'],
  ['quotes', 'shell.steps.seeQuotes'],
  ['sets', 'shell.steps.compareSets'],
  ['file', 'shell.steps.export'],
];

export function FirstSteps() {
  const { t } = useTexts();
  const [done, setDone, ready] = usePosition('steps', DONE);
  if (!ready) return null;
  const ticked = STEPS.filter(([step]) => done[step]).length;
  if (done.hidden || ticked === STEPS.length) return null;
  return (
    <section className="five" aria-label={t('shell.steps.title')}>
      <h3>
        {t('shell.steps.title')} <small className="num">{t('shell.steps.done', { done: ticked, all: STEPS.length })}</small>
        <IconButton label={t('shell.steps.hide')} icon={X} small onPress={() => setDone({ ...done, hidden: true })} />
      </h3>
      <ol>
        {STEPS.map(([step, name]) => (
          <li key={step} className={done[step] ? 'done' : ''}>
            <Icon of={done[step] ? CircleCheck : Circle} small />
            <span>{t(name)}</span>
            {done[step] ? <span className="vh">{t('shell.steps.isDone')}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Shows the steps again; undefined when they are there. After the last one they begin anew. */
export function useShowSteps(): (() => void) | undefined {
  const [done, setDone, ready] = usePosition('steps', DONE);
  const all = STEPS.every(([step]) => done[step]);
  if (!ready || (!done.hidden && !all)) return undefined;
  return () => setDone(all ? DONE : { ...done, hidden: false });
}

const CODED = /^coding\.(apply|split|recode)/;
const MADE = /^(code\.create|code\.split|coding\.applyNew|coding\.recodeNew|codebook\.import)/;
/** Reads that show the fragments behind a code or a number. */
const QUOTES = new Set<unknown>(['analysis.quotes', 'analysis.pairs', 'quote.list', 'fragment.list']);

/** Ticks each step when it is done: a change in the history, fragments that were asked for, two sets side by side, a file that was saved. */
export function useTickSteps(): void {
  const client = useClient();
  const [done, setDone, ready] = usePosition('steps', DONE);
  const project = useRead('project.get', {}).data;
  const saved = useStore(client.saved);
  const { view } = useRoute();
  const operation = project?.undo?.operation ?? '';
  const sets = project?.counts.sets ?? 0;
  useEffect(() => {
    if (!ready) return;
    const now = {
      quote: CODED.test(operation),
      code: MADE.test(operation),
      sets: sets > 1 && (view === 'frequency' || view === 'cooccurrence'),
      file: saved > 0,
    };
    const next = { ...done };
    for (const step of ['quote', 'code', 'sets', 'file'] as const) next[step] ||= now[step];
    if (STEPS.some(([step]) => next[step] !== done[step])) setDone(next);
  }, [ready, done, setDone, operation, sets, view, saved]);
  useEffect(() => {
    if (!ready || done.quotes) return;
    return client.queries.getQueryCache().subscribe(({ query, type }) => {
      if (type === 'updated' && query.state.status === 'success' && QUOTES.has(query.queryKey[0]))
        setDone({ ...done, quotes: true });
    });
  }, [client, ready, done, setDone]);
}
