// Co-occurrence: which themes go together, as a heat map with one small map per group, and as a table with c and Jaccard.

import { useRef } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { focusMark } from '../charts/chart.tsx';
import { ChartActions } from '../charts/chart-actions.tsx';
import { usePosition, useRead } from '../client/index.ts';
import { labelOf } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Waiting } from '../parts/progress.tsx';
import { CooccurrenceSentence } from './cooccurrence-sentence.tsx';
import { EmptyAnalysis, lackOf } from './empty.tsx';
import { Frame } from './frame.tsx';
import { Heatmaps, pictureOf } from './heatmap.tsx';
import { type Answers, pairKey, wholeOf } from './heatmap-input.ts';
import { PairTable } from './pair-table.tsx';
import { PairsPanel } from './pairs-panel.tsx';
import { Panel } from './panel.tsx';
import { QuotesPanel } from './quotes-panel.tsx';
import {
  ALL,
  anew,
  COOCCURRENCE_SCOPE,
  type CooccurrenceScope,
  cooccurrenceInput,
  onlyKnown,
  ownQuotesInput,
  pairsInput,
  where,
} from './scope.ts';
import { type EnterQuotes, useEnterQuotes } from './use-enter-quotes.ts';
import { type Known, useKnown } from './use-known.ts';
import './cooccurrence.css';
import type { PairActions } from './mark-actions.ts';

export function CooccurrenceView() {
  const known = useKnown();
  const [kept, keep, ready] = usePosition('cooccurrence', COOCCURRENCE_SCOPE);
  if (!known || !ready) return <Waiting />;
  const lack = lackOf(known);
  if (lack) return <EmptyAnalysis lack={lack} />;
  const scope = onlyKnown(kept, { sets: known.sets, coders: known.coders, by: ['set', 'city', 'all', ...known.attributes] });
  return <CooccurrenceScreen scope={scope} known={known} onChange={(change) => keep({ ...scope, ...anew(change), ...change })} />;
}

type ScreenProps = {
  readonly scope: CooccurrenceScope;
  readonly known: Known;
  readonly onChange: (change: Partial<CooccurrenceScope>) => void;
};

function CooccurrenceScreen({ scope, known, onChange }: ScreenProps) {
  const texts = useTexts();
  const { t } = texts;
  const main = useRef<HTMLDivElement>(null);
  const quotes = useEnterQuotes();
  const { answers, stale } = useAnswers(scope);
  const table = scope.table || scope.level === 'code';
  const focus = focusOf(scope, known.codes);
  const toMark = () => {
    if (focus) focusMark(main.current, pairKey(focus.a, focus.b, table ? scope.group : ALL));
  };
  const marks: PairActions = {
    focus,
    onFocus: ({ a, b, group }) => {
      if (a !== scope.a || b !== scope.b || group !== scope.group) onChange({ a, b, group });
    },
    onOpen: ({ a, b, group }, enter) => {
      onChange({ a, b, group, open: true });
      if (enter) quotes.request();
    },
    onLeave: () => main.current?.querySelector<HTMLElement>('.scope .word')?.focus(),
  };
  const close = () => {
    onChange({ open: false });
    toMark();
  };
  const parts = { scope, known, marks };
  return (
    <Frame
      title={t(scope.level === 'code' ? 'analysis.cooccurrence.titleCodes' : 'analysis.cooccurrence.title')}
      table={table}
      toMark={toMark}
      {...(scope.level === 'theme' ? { onTable: (next: boolean) => onChange({ table: next }) } : {})}
      actions={
        answers && !table ? (
          <ChartActions name={t('shell.cooccurrence')} draw={() => pictureOf(texts, scope, known, answers)} stale={stale} />
        ) : null
      }
      sentence={<CooccurrenceSentence scope={scope} known={known} onChange={onChange} />}
      main={main}
      place="cooccurrence.scroll"
      panel={
        scope.open ? (
          <FocusPanel scope={scope} codes={known.codes} focus={focus} onClose={close} onBack={toMark} quotes={quotes} />
        ) : null
      }
    >
      {answers ? <Body table={table} answers={answers} {...parts} /> : <Waiting />}
    </Frame>
  );
}

function Body({
  table,
  answers,
  ...parts
}: {
  readonly table: boolean;
  readonly answers: Answers;
  readonly scope: CooccurrenceScope;
  readonly known: Known;
  readonly marks: PairActions;
}) {
  if (table || wholeOf(answers).pairs.length === 0) return <PairTable answers={answers} {...parts} />;
  return <Heatmaps answers={answers} {...parts} />;
}

/** `stale`: one of the answers is of another question. */
function useAnswers(scope: CooccurrenceScope): { readonly answers: Answers | undefined; readonly stale: boolean } {
  const keep = { keep: true };
  const rollup = scope.level === 'theme';
  const all = useRead('analysis.cooccurrence', cooccurrenceInput(scope, 'all'), keep);
  const grouped = useRead('analysis.cooccurrence', cooccurrenceInput(scope, scope.by), keep);
  const allCounts = useRead('analysis.frequency', { ...where(scope), by: 'all', rollup }, keep);
  const groupedCounts = useRead('analysis.frequency', { ...where(scope), by: scope.by, rollup }, keep);
  const stale = [all, grouped, allCounts, groupedCounts].some((read) => read.stale);
  if (!all.data || !grouped.data || !allCounts.data || !groupedCounts.data) return { answers: undefined, stale };
  const answers = { all: all.data, grouped: grouped.data, allCounts: allCounts.data, groupedCounts: groupedCounts.data };
  return { answers, stale };
}

/** The remembered pair, when both codes are still there. */
function focusOf({ a, b }: CooccurrenceScope, codes: readonly CodeRow[]): PairActions['focus'] {
  const isThere = (path: string) => codes.some((code) => code.path === path);
  return isThere(a) && isThere(b) ? { a, b } : null;
}

type PanelProps = {
  readonly scope: CooccurrenceScope;
  readonly codes: readonly CodeRow[];
  readonly focus: PairActions['focus'];
  readonly onClose: () => void;
  readonly onBack: () => void;
  readonly quotes: EnterQuotes;
};

function FocusPanel({ scope, codes, focus, onClose, onBack, quotes }: PanelProps) {
  const { t, language } = useTexts();
  const a = codes.find((code) => code.path === focus?.a);
  const b = codes.find((code) => code.path === focus?.b);
  const shared = { onClose, onBack, ref: quotes.panel };
  if (!a || !b) {
    return (
      <Panel title={t('analysis.panel.empty')} sum={t('analysis.panel.keys')} {...shared}>
        {null}
      </Panel>
    );
  }
  const group = scope.group === ALL ? null : scope.group === '' ? t('analysis.noValue') : scope.group;
  if (a === b) {
    const name = labelOf(a, language);
    return (
      <QuotesPanel
        title={group === null ? name : t('analysis.panel.at', { name, group })}
        input={ownQuotesInput(scope)}
        knot
        onReady={quotes.onReady}
        {...shared}
      />
    );
  }
  const side = (code: CodeRow) => ({ label: labelOf(code, language), colour: code.wears });
  return <PairsPanel a={side(a)} b={side(b)} group={group} input={pairsInput(scope)} onReady={quotes.onReady} {...shared} />;
}
