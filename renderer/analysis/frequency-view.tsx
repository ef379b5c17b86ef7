// Theme frequency: per theme and group the interviews, quotes and words, with the quotes behind the focused mark beside it.

import { useCallback, useRef } from 'react';
import type { FrequencyInput } from '../../src/charts/frequency-data.ts';
import { focusMark } from '../charts/chart.tsx';
import { usePosition, useRead } from '../client/index.ts';
import { labelOf } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Waiting } from '../parts/progress.tsx';
import { AbsenceNote } from './absence-note.tsx';
import { EmptyAnalysis, lackOf } from './empty.tsx';
import { Frame } from './frame.tsx';
import { FrequencyActions, FrequencyPicture } from './frequency-chart.tsx';
import { frequencyKey, groupsOverlap, toFrequencyInput } from './frequency-input.ts';
import { FrequencySentence } from './frequency-sentence.tsx';
import { FrequencyTable } from './frequency-table.tsx';
import { Panel } from './panel.tsx';
import { QuotesPanel } from './quotes-panel.tsx';
import { ALL, anew, FREQUENCY_SCOPE, type FrequencyScope, frequencyInput, onlyKnown, quotesInput } from './scope.ts';
import { Thread } from './thread.tsx';
import { UncodedNote } from './uncoded-note.tsx';
import { type EnterQuotes, useEnterQuotes } from './use-enter-quotes.ts';
import { type Known, useKnown } from './use-known.ts';
import './frequency.css';
import type { MarkActions } from './mark-actions.ts';

export function FrequencyView() {
  const known = useKnown();
  const [kept, keep, ready] = usePosition('frequency', FREQUENCY_SCOPE);
  if (!known || !ready) return <Waiting />;
  const lack = lackOf(known);
  if (lack) return <EmptyAnalysis lack={lack} />;
  const scope = onlyKnown(kept, { sets: known.sets, coders: known.coders, by: ['set', 'city', 'all', ...known.attributes] });
  return <FrequencyScreen scope={scope} known={known} onChange={(change) => keep({ ...scope, ...anew(change), ...change })} />;
}

type ScreenProps = {
  readonly scope: FrequencyScope;
  readonly known: Known;
  readonly onChange: (change: Partial<FrequencyScope>) => void;
};

function FrequencyScreen({ scope, known, onChange }: ScreenProps) {
  const { t } = useTexts();
  const main = useRef<HTMLDivElement>(null);
  const quotes = useEnterQuotes();
  const { input, stale } = useFrequency(scope, known);
  const focus = input ? focusOf(scope, input) : null;
  const toMark = () => {
    if (focus) focusMark(main.current, frequencyKey(focus.code, focus.group));
  };
  const marks: MarkActions = {
    focus,
    onFocus: ({ code, group }) => {
      if (code !== scope.code || group !== scope.group) onChange({ code, group });
    },
    onOpen: ({ code, group }, enter) => {
      onChange({ code, group, open: true });
      if (enter) quotes.request();
    },
    onLeave: () => main.current?.querySelector<HTMLElement>('.scope .word')?.focus(),
  };
  const close = () => {
    onChange({ open: false });
    toMark();
  };
  return (
    <>
      <Frame
        title={t(scope.what === 'codes' ? 'analysis.frequency.titleCodes' : 'analysis.frequency.title')}
        table={scope.table}
        onTable={(table) => onChange({ table })}
        toMark={toMark}
        actions={input ? <FrequencyActions input={input} scope={scope} stale={stale} /> : null}
        sentence={<FrequencySentence scope={scope} known={known} groups={input?.groups ?? []} onChange={onChange} />}
        main={main}
        place="frequency.scroll"
        panel={
          scope.open ? (
            <FocusPanel scope={scope} input={input} focus={focus} onClose={close} onBack={toMark} quotes={quotes} />
          ) : null
        }
      >
        {input ? (
          <>
            {scope.table ? (
              <FrequencyTable input={input} unit={scope.unit} marks={marks} />
            ) : (
              <FrequencyPicture input={input} unit={scope.unit} marks={marks} />
            )}
            {scope.table || scope.unit === 'quotes' ? <p className="an-hint">{t('analysis.frequency.merged')}</p> : null}
            {groupsOverlap(input) ? <p className="an-hint">{t('analysis.frequency.shared')}</p> : null}
            <UncodedNote scope={scope} />
            <AbsenceNote input={input} />
          </>
        ) : (
          <Waiting />
        )}
      </Frame>
      {scope.open && focus ? <Thread place={main} /> : null}
    </>
  );
}

/** What is drawn; undefined until both answers are there. `stale`: one of them is of another question. */
function useFrequency(
  scope: FrequencyScope,
  known: Known,
): { readonly input: FrequencyInput | undefined; readonly stale: boolean } {
  const { t, language } = useTexts();
  const all = useRead('analysis.frequency', frequencyInput(scope, 'all'), { keep: true });
  const grouped = useRead('analysis.frequency', frequencyInput(scope, scope.by), { keep: true });
  const group = useCallback((name: string) => (name === '' ? t('analysis.noValue') : name), [t]);
  const stale = all.stale || grouped.stale;
  if (!all.data || !grouped.data) return { input: undefined, stale };
  const input = toFrequencyInput(known.codes, all.data, grouped.data, scope, {
    label: (code) => labelOf(code, language),
    all: t('analysis.all'),
    group,
  });
  return { input, stale };
}

/** The remembered mark, when it is still drawn. */
function focusOf({ code, group }: FrequencyScope, { rows, groups }: FrequencyInput): MarkActions['focus'] {
  return rows.some((row) => row.path === code) && groups.some((column) => column.name === group) ? { code, group } : null;
}

type PanelProps = {
  readonly scope: FrequencyScope;
  readonly input: FrequencyInput | undefined;
  readonly focus: MarkActions['focus'];
  readonly onClose: () => void;
  readonly onBack: () => void;
  readonly quotes: EnterQuotes;
};

function FocusPanel({ scope, input, focus, onClose, onBack, quotes }: PanelProps) {
  const { t } = useTexts();
  const shared = { onClose, onBack, ref: quotes.panel };
  if (!focus || !input) {
    return (
      <Panel title={t('analysis.panel.empty')} sum={t('analysis.panel.keys')} {...shared}>
        {null}
      </Panel>
    );
  }
  const name = input.rows.find((row) => row.path === focus.code)?.label ?? '';
  const group = input.groups.find((column) => column.name === focus.group)?.label ?? '';
  const title = focus.group === ALL ? name : t('analysis.panel.at', { name, group });
  return <QuotesPanel title={title} input={quotesInput({ ...scope, ...focus })} onReady={quotes.onReady} {...shared} />;
}
