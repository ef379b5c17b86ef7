// Find in project: words in all transcripts, each hit leading to its place.

import { ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { usePosition, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { ProjectHits } from '../many/hits-dialog.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Field } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Waiting } from '../parts/progress.tsx';
import { useSettled } from '../parts/use-settled.ts';
import { go } from './route.ts';
import './lists.css';

type Hit = Output<'search.text'>['hits'][number];

const WAIT_MS = 150;

/** `words`: what to look for at once; otherwise what was looked for last. */
export function SearchPanel({ words: given, onClose }: { readonly words: string | null; readonly onClose: () => void }) {
  const { t, format } = useTexts();
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const [kept, keep, ready] = usePosition('search', '');
  const [typed, setTyped] = useState<string | null>(given);
  const words = typed ?? (ready ? kept : '');
  const typedNow = words.trim();
  const query = useSettled(typedNow, WAIT_MS);
  const { data, busy } = useRead('search.text', { query }, { enabled: query.length > 1, keep: true });
  const answer = query.length > 1 && typedNow.length > 1 ? data : undefined;
  const [coding, setCoding] = useState(false);
  const open = ({ interviewId, start, end }: Hit) => {
    go({ view: 'code', interviewId, at: { start, end } });
    onClose();
  };
  // What is shown may still be of the words before; what is coded is what stands in the field.
  if (coding) return <ProjectHits query={typedNow} onClose={() => setCoding(false)} />;
  return (
    <Dialog
      size="side"
      title={t('shell.search')}
      onClose={onClose}
      footer={
        <button type="button" className="btn" onClick={onClose}>
          {t('common.close')}
        </button>
      }
    >
      <Field
        label={t('shell.searchLabel')}
        type="search"
        value={words}
        hint={t('shell.searchHint')}
        maxLength={500}
        autoFocus
        onChange={(value) => {
          setTyped(value);
          keep(value);
        }}
      />
      {busy && !answer ? <Waiting /> : null}
      <p className="lead num" role="status">
        {answer ? <Found answer={answer} /> : null}
      </p>
      {answer && answer.total > 0 && !readOnly ? (
        <button type="button" className="btn" onClick={() => setCoding(true)}>
          <Icon of={ListChecks} small /> {t('transcript.codeHits', { count: format.number(answer.total) })}
        </button>
      ) : null}
      <Hits hits={answer?.hits ?? []} onOpen={open} />
    </Dialog>
  );
}

function Found({ answer }: { readonly answer: Output<'search.text'> }) {
  const { t } = useTexts();
  if (answer.total === 0) return t('shell.searchNothing');
  const found = t('shell.searchFound', {
    places: t('shell.searchPlaces', { count: answer.total }),
    interviews: t('common.interviews', { count: answer.interviews }),
  });
  return answer.hits.length < answer.total ? `${found} ${t('shell.searchShown', { shown: answer.hits.length })}` : found;
}

function Hits({ hits, onOpen }: { readonly hits: readonly Hit[]; readonly onOpen: (hit: Hit) => void }) {
  const { t } = useTexts();
  const byInterview = useMemo(() => [...Map.groupBy(hits, (hit) => hit.interviewId).values()], [hits]);
  return byInterview.map((own) => (
    <section key={own[0]?.interviewId} className="lines">
      <h3>
        {own[0]?.interview} <span className="t3">{own[0]?.set}</span>
      </h3>
      <ul>
        {own.map((hit) => (
          <li key={hit.start}>
            <button type="button" className="line" onClick={() => onOpen(hit)}>
              <span className="said">
                <span className="ctx">…{hit.before}</span>
                <mark>{hit.text}</mark>
                <span className="ctx">{hit.after}…</span>
              </span>
              <span className="meta num">{t('common.turn', { turn: hit.turn })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}
