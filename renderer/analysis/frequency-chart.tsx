// The frequency chart on the screen, and as a picture to copy or save.

import { useRef } from 'react';
import { frequencyChart } from '../../src/charts/frequency-bars.ts';
import type { FrequencyInput, FrequencyUnit } from '../../src/charts/frequency-data.ts';
import type { FrequencyLabels } from '../../src/charts/frequency-marks.ts';
import { withCaption } from '../charts/captioned.ts';
import { ChartDrawing, Marks } from '../charts/chart.tsx';
import { ChartActions } from '../charts/chart-actions.tsx';
import { useWidth } from '../charts/use-width.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { frequencyKey } from './frequency-input.ts';
import { frequencyCaption } from './frequency-sentence.tsx';
import type { MarkActions } from './mark-actions.ts';
import type { FrequencyScope } from './scope.ts';
import { useUncoded } from './uncoded-note.tsx';

const PICTURE_WIDTH = 1100;

type Props = { readonly input: FrequencyInput; readonly unit: FrequencyUnit; readonly marks: MarkActions };

export function FrequencyPicture({ input, unit, marks }: Props) {
  const texts = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  return (
    <div className="fq" ref={place}>
      {width > 0 ? <Drawn input={input} unit={unit} marks={marks} width={width} labels={labelsOf(texts, unit)} /> : null}
    </div>
  );
}

function Drawn({ input, unit, marks, width, labels }: Props & { readonly width: number; readonly labels: FrequencyLabels }) {
  const chart = frequencyChart(input, { unit, width, mode: 'app', labels, focus: marks.focus });
  const places = chart.marks.map((mark) => ({ ...mark, key: frequencyKey(mark.code, mark.group) }));
  return (
    <Marks marks={places} keyOf={keyOfMark} onFocus={marks.onFocus} onOpen={marks.onOpen} onLeave={marks.onLeave}>
      <ChartDrawing chart={chart.svg} keyOf={keyOfMark} />
    </Marks>
  );
}

export function keyOfMark({ code, group }: Readonly<Record<string, string | undefined>>): string | null {
  return code === undefined || group === undefined ? null : frequencyKey(code, group);
}

type ActionProps = { readonly input: FrequencyInput; readonly scope: FrequencyScope; readonly stale: boolean };

export function FrequencyActions({ input, scope, stale }: ActionProps) {
  const texts = useTexts();
  const uncoded = useUncoded(scope);
  const { unit } = scope;
  const draw = () => {
    const chart = frequencyChart(input, { unit, width: PICTURE_WIDTH, mode: 'report', labels: labelsOf(texts, unit) }).svg;
    const { title, sentence } = frequencyCaption(texts, scope, input.groups);
    return withCaption(chart, { title, sentence: [sentence, uncoded ?? ''].join(' ').trim() });
  };
  return <ChartActions name={texts.t('shell.frequency')} draw={draw} stale={stale} />;
}

function labelsOf({ t, format }: Texts, unit: FrequencyUnit): FrequencyLabels {
  return {
    title: t('analysis.frequency.title'),
    count: format.number,
    of: (n, of) => t('analysis.of', { n, of }),
    groupSize: (n) => t('common.interviews', { count: n }),
    value: (_, n, of) => {
      if (unit === 'interviews') return t('analysis.ofInterviews', { count: of, n, of });
      return unit === 'quotes' ? t('common.quotes', { count: n }) : t('common.words', { count: n });
    },
    key: { on: t('analysis.frequency.keyOn'), off: t('analysis.frequency.keyOff') },
  };
}
