// What happened to a code, newest first: who changed what, when and why, with the text as it was; and the codings made before.

import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { CodeChange } from '../../src/contract/code.ts';
import { parseColour } from '../../src/domain/code.ts';
import { useRead } from '../client/index.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Waiting } from '../parts/progress.tsx';
import { go } from '../shell/route.ts';
import { ColourWords } from './colour-words.tsx';
import './history-tab.css';

type Props = { readonly codeId: number; readonly onLeave: () => void };

export function HistoryTab({ codeId, onLeave }: Props) {
  const { t } = useTexts();
  const entries = useRead('code.history', { id: codeId }).data?.entries;
  if (!entries) return <Waiting />;
  if (entries.length === 0) return <p className="lead">{t('codebook.history.empty')}</p>;
  return (
    <ol className="code-history">
      {[...entries].reverse().map((entry) => (
        <Entry key={entry.id} codeId={codeId} entry={entry} onLeave={onLeave} />
      ))}
    </ol>
  );
}

function Entry({ codeId, entry, onLeave }: Props & { readonly entry: CodeChange }) {
  const texts = useTexts();
  const { t, format } = texts;
  const [open, setOpen] = useState(false);
  return (
    <li>
      <h3>
        {whatHappened(entry, texts)}
        {entry.formerly !== null ? <span className="formerly">{t('codebook.history.of', { path: entry.formerly })}</span> : null}
      </h3>
      <p className="meta">
        {entry.coder} · {format.moment(entry.at)}
      </p>
      {entry.reason ? (
        <p className="why">
          <span className="t3">{t('codebook.history.why')}</span> {entry.reason}
        </p>
      ) : null}
      <Changes entry={entry} />
      {entry.codingsBefore > 0 ? (
        <>
          <button type="button" className="btn quiet before" aria-expanded={open} onClick={() => setOpen(!open)}>
            <Icon of={open ? ChevronDown : ChevronRight} small />
            {t('codebook.history.before', { count: entry.codingsBefore })}
          </button>
          {open ? <CodingsBefore codeId={codeId} version={entry.version} onLeave={onLeave} /> : null}
        </>
      ) : null}
    </li>
  );
}

function whatHappened({ kind, side, other, codings }: CodeChange, { t }: Texts): string {
  const path = other ?? '';
  const count = t('codebook.codings', { count: codings });
  if (kind === 'merged') return t('codebook.history.merged', { path, count });
  if (kind === 'split') return t(side === 'from' ? 'codebook.history.splitFrom' : 'codebook.history.splitInto', { path, count });
  return t(`codebook.history.${kind}`);
}

function Changes({ entry }: { readonly entry: CodeChange }) {
  const { t } = useTexts();
  const changes = entry.kind === 'created' || entry.kind === 'split' ? [] : entry.changes;
  const memo = entry.memo === '' ? [] : [{ field: 'memo' as const, before: entry.memo, after: '' }];
  if (changes.length + memo.length === 0) return null;
  const merged = entry.kind === 'merged';
  return (
    <>
      {merged ? <p className="there">{t('codebook.history.there')}</p> : null}
      <dl className="was">
        {[...changes, ...memo].map(({ field, before, after }) => (
          <div key={field}>
            <dt>{t(`codebook.history.field.${field}`)}</dt>
            <dd>{merged ? before : <FromTo field={field} before={before} after={after} />}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function FromTo({ field, before, after }: { readonly field: string; readonly before: string; readonly after: string }) {
  const { t } = useTexts();
  return (
    <>
      {before === '' ? null : (
        <span className="old">
          <span className="t3">{t('codebook.history.was')}</span> <Shown field={field} text={before} />
        </span>
      )}
      <span className="new">
        <span className="t3">{t('codebook.history.became')}</span>{' '}
        {after === '' ? t('codebook.history.nothing') : <Shown field={field} text={after} />}
      </span>
    </>
  );
}

function Shown({ field, text }: { readonly field: string; readonly text: string }) {
  const colour = field === 'colour' ? parseColour(text) : null;
  return colour ? <ColourWords colour={colour} /> : text;
}

function CodingsBefore({ codeId, version, onLeave }: Props & { readonly version: number }) {
  const { t, format } = useTexts();
  const codings = useRead('code.codingsBefore', { id: codeId, version }).data?.codings;
  if (!codings) return <Waiting />;
  return (
    <ul className="before-list">
      {codings.map((coding) => (
        <li key={coding.id}>
          <button
            type="button"
            onClick={() => {
              onLeave();
              const at = coding.toBeChecked ? null : { start: coding.start, end: coding.end };
              go({ view: 'code', interviewId: coding.interviewId, at });
            }}
          >
            <span className="said">{coding.quote}</span>
            <span className="meta">
              {coding.interview} · {t('common.turn', { turn: coding.turn })} · {coding.coder} · {format.when(coding.at)}
              {coding.codeVersion === 0 ? ` · ${t('codebook.history.elsewhere')}` : ''}
              {coding.toBeChecked ? ` · ${t('codebook.quoteLost')}` : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
