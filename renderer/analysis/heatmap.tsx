// The heat map of themes on the screen, with one small map per group beside it, all on one colour scale.

import { useRef } from 'react';
import { heatmapChart, miniHeatmap } from '../../src/charts/cooccurrence-heatmap.ts';
import { type HeatmapLabels, type HeatmapOptions, heatmapMax } from '../../src/charts/heatmap-marks.ts';
import type { MarkupElement } from '../../src/domain/markup.ts';
import { withCaption } from '../charts/captioned.ts';
import { ChartDrawing, Marks } from '../charts/chart.tsx';
import { Markup } from '../charts/markup.tsx';
import { useWidth } from '../charts/use-width.ts';
import { labelOf } from '../codebook/use-codebook.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { cooccurrenceCaption } from './cooccurrence-sentence.tsx';
import {
  type Answers,
  countIn,
  type Group,
  groupsOf,
  orderThemes,
  pairKey,
  pairOf,
  toHeatmapInput,
  wholeOf,
} from './heatmap-input.ts';
import type { PairActions } from './mark-actions.ts';
import { ALL, type CooccurrenceScope } from './scope.ts';
import { byName } from './sentence.tsx';
import type { Known } from './use-known.ts';

const PICTURE_WIDTH = 760;
const WIDEST = 720;
const MINI_WIDTH = 94;

type Props = { readonly scope: CooccurrenceScope; readonly known: Known; readonly answers: Answers; readonly marks: PairActions };

export function Heatmaps({ scope, known, answers, marks }: Props) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = Math.min(WIDEST, useWidth(place));
  return (
    <div className="co">
      <section className="co-map" ref={place} aria-label={t('analysis.cooccurrence.heatmap')}>
        {width > 0 ? <LargeMap scope={scope} known={known} answers={answers} marks={marks} width={width} /> : null}
        <p className="an-hint">
          {t(`analysis.cooccurrence.hint.${scope.measure}`, { rule: t(`analysis.cooccurrence.rule.${scope.rule}`) })}
        </p>
      </section>
      <Minis scope={scope} known={known} answers={answers} marks={marks} />
    </div>
  );
}

function LargeMap({ scope, known, answers, marks, width }: Props & { readonly width: number }) {
  const texts = useTexts();
  const chart = heatmapChart(inputOf(texts, { scope, known, answers }, wholeOf(answers)), {
    ...optionsOf(texts, scope, answers),
    width,
    mode: 'app',
    focus: marks.focus,
  });
  const places = chart.marks.map((mark) => ({ ...mark, group: ALL, key: pairKey(mark.a, mark.b, ALL) }));
  return (
    <Marks marks={places} keyOf={keyOfCell} onFocus={marks.onFocus} onOpen={marks.onOpen} onLeave={marks.onLeave}>
      <ChartDrawing chart={chart.svg} keyOf={keyOfCell} />
    </Marks>
  );
}

export function keyOfCell({ a, b, group }: Readonly<Record<string, string | undefined>>): string | null {
  return a === undefined || b === undefined || group === undefined ? null : pairKey(a, b, group);
}

/** The same themes in the same order per group; a press shows the pair in that group only. */
function Minis({ scope, known, answers, marks }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const groups = groupsOf(answers, scope.by);
  if (groups.length === 0) return null;
  return (
    <section className="co-minis" aria-labelledby="co-minis">
      <h2 id="co-minis">{t('analysis.cooccurrence.perGroup', { by: byName(t, scope.by) })}</h2>
      <ul>
        {groups.map((group) => (
          <li key={group.group}>
            <Mini scope={scope} known={known} answers={answers} marks={marks} group={group} />
          </li>
        ))}
      </ul>
      <p className="an-hint">{marks.focus ? t('analysis.cooccurrence.oneScale') : t('analysis.cooccurrence.choose')}</p>
    </section>
  );
}

function Mini({ scope, known, answers, marks, group }: Props & { readonly group: Group }) {
  const texts = useTexts();
  const { t } = texts;
  const { focus } = marks;
  const name = group.group === '' ? t('analysis.noValue') : group.group;
  const options = optionsOf(texts, scope, answers);
  const chart = miniHeatmap(inputOf(texts, { scope, known, answers }, group), {
    ...options,
    width: MINI_WIDTH,
    focus,
    labels: { ...options.labels, title: name },
  });
  const picture = (
    <>
      <Markup node={chart.svg} />
      <span className="co-name">{name}</span>
      <span className="num co-n">
        {focus && focus.a !== focus.b ? countOf(texts, scope, group, focus) : t('common.interviews', { count: group.interviews })}
      </span>
    </>
  );
  if (!focus || focus.a === focus.b) return <div className="co-mini">{picture}</div>;
  return (
    <button
      type="button"
      className={scope.group === group.group ? 'co-mini foc' : 'co-mini'}
      aria-pressed={scope.group === group.group}
      onClick={() => marks.onOpen({ ...focus, group: group.group }, false)}
    >
      {picture}
    </button>
  );
}

function countOf(
  { t, format }: Texts,
  { measure }: CooccurrenceScope,
  group: Group,
  { a, b }: { readonly a: string; readonly b: string },
): string {
  const n = countIn(pairOf(group, a, b), measure);
  return measure === 'interviews' ? t('analysis.of', { n, of: group.interviews }) : format.number(n);
}

/** The heat map as it goes out. */
export function pictureOf(texts: Texts, scope: CooccurrenceScope, known: Known, answers: Answers): MarkupElement {
  const input = inputOf(texts, { scope, known, answers }, wholeOf(answers));
  const chart = heatmapChart(input, { ...optionsOf(texts, scope, answers), width: PICTURE_WIDTH, mode: 'report' }).svg;
  return withCaption(chart, cooccurrenceCaption(texts, scope));
}

function inputOf({ language }: Texts, { scope, known, answers }: Pick<Props, 'scope' | 'known' | 'answers'>, group: Group) {
  return toHeatmapInput(orderThemes(known.codes, answers, scope), answers, group, (code) => labelOf(code, language));
}

function optionsOf(texts: Texts, { measure, by }: CooccurrenceScope, answers: Answers): Omit<HeatmapOptions, 'width' | 'mode'> {
  return { measure, max: heatmapMax([wholeOf(answers), ...groupsOf(answers, by)], measure), labels: labelsOf(texts, measure) };
}

function labelsOf({ t, format }: Texts, measure: CooccurrenceScope['measure']): HeatmapLabels {
  const interviews = (n: number) => t('common.interviews', { count: n });
  return {
    title: t('analysis.cooccurrence.heatmap'),
    count: format.number,
    pair: (a, b, n) =>
      measure === 'interviews'
        ? t('analysis.cooccurrence.pair', { a, b, interviews: interviews(n) })
        : t('analysis.cooccurrence.pairTimes', { a, b, count: n }),
    own: (code, n) => t('analysis.cooccurrence.own', { code, interviews: interviews(n) }),
    unused: (a, b, codes) => t('analysis.cooccurrence.unused', { a, b, codes: format.list(codes) }),
  };
}
