// The places where two codes go together: as many as the number says, each code marked in its theme's colour.

import { type CSSProperties, type Ref, useEffect } from 'react';
import type { PairRow } from '../../src/contract/analysis.ts';
import type { Input } from '../../src/contract/index.ts';
import type { Colour } from '../../src/domain/code.ts';
import { useRead } from '../client/index.ts';
import { fragmentsBehind } from '../fragments/route.ts';
import { useTexts } from '../i18n/index.ts';
import { Waiting } from '../parts/progress.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { LongList, Panel, SourceLink } from './panel.tsx';

export type PairSide = { readonly label: string; readonly colour: Colour };
type Props = {
  readonly a: PairSide;
  readonly b: PairSide;
  readonly group: string | null;
  readonly input: Input<'analysis.pairs'>;
  readonly onClose: () => void;
  readonly onBack: () => void;
  /** After the quotes are drawn. */
  readonly onReady: () => void;
  readonly ref?: Ref<HTMLElement>;
};

export function PairsPanel({ a, b, group, input, onClose, onBack, onReady, ref }: Props) {
  const { t, format, language } = useTexts();
  const { data, pending } = useRead('analysis.pairs', input);
  useEffect(() => {
    if (data) onReady();
  });
  const fragments = useFragments(input);
  const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const title = (
    <>
      <span className="an-pair">
        <Swatch colour={a.colour} /> {a.label}
      </span>
      <span className="vh"> {t('analysis.cooccurrence.b')} </span>
      <span className="an-pair">
        <Swatch colour={b.colour} /> {group === null ? b.label : t('analysis.panel.at', { name: b.label, group })}
      </span>
    </>
  );
  const sum = data ? (
    <>
      {t('analysis.panel.together', { count: data.interviews, of: data.either })} ·{' '}
      {t('analysis.panel.places', { count: data.places.length })}
      <br />
      {t('analysis.panel.measures', { jaccard: decimal.format(data.jaccardInterviews), c: decimal.format(data.c) })}
      {data.c > 1 ? ` (${t('analysis.cooccurrence.outOfRange')})` : ''}
    </>
  ) : (
    ' '
  );
  return (
    <Panel title={title} knot sum={sum} fragments={fragments} onClose={onClose} onBack={onBack} {...(ref ? { ref } : {})}>
      {pending ? <Waiting /> : null}
      {data?.places.length === 0 ? <p className="t3">{t('analysis.panel.nothingTogether')}</p> : null}
      {data ? (
        <LongList
          key={JSON.stringify(input)}
          rows={data.places}
          draw={(place, at) => (
            <Place key={`${at} ${place.interviewId} ${place.start}`} place={place} a={a.colour} b={b.colour} />
          )}
          more={(left) => t('analysis.panel.morePlaces', { count: left, n: format.number(left) })}
        />
      ) : null}
    </Panel>
  );
}

/** Two codes that overlap are a question to the list of fragments; together in a turn or an interview is not. */
function useFragments(input: Input<'analysis.pairs'>) {
  const codes = useRead('code.list', {}).data?.codes;
  const ids = [input.a, input.b].flatMap((path) => codes?.find((code) => code.path === path)?.id ?? []);
  return ids.length === 2 && input.rule === 'overlap' ? fragmentsBehind(input, ids, input.level === 'theme') : null;
}

function Place({ place, a, b }: { readonly place: PairRow; readonly a: Colour; readonly b: Colour }) {
  return (
    <li className="q">
      <blockquote dir="auto">
        {withStarts(place.segments).map(({ segment, start }) => (
          <Segment key={start} segment={segment} a={a} b={b} />
        ))}
      </blockquote>
      <div className="meta num">
        <SourceLink source={place} />
        <span>{place.participant}</span>
      </div>
    </li>
  );
}

function withStarts(segments: PairRow['segments']): { readonly segment: PairRow['segments'][number]; readonly start: number }[] {
  let start = 0;
  return segments.map((segment) => {
    const placed = { segment, start };
    start += segment.text.length;
    return placed;
  });
}

/** Text of both wears the tint of one and a line of the other, as in the transcript: mixed tints would lie about which codes. */
function Segment({ segment, a, b }: { readonly segment: PairRow['segments'][number]; readonly a: Colour; readonly b: Colour }) {
  if (!segment.a && !segment.b) return <span className="ctx">{segment.text}</span>;
  if (!segment.a || !segment.b) return <mark className={`c${(segment.a ? a : b).hue}`}>{segment.text}</mark>;
  const below: CSSProperties & Record<`--${string}`, string> = { '--below': `var(--t${b.hue})` };
  return (
    <mark className={`c${a.hue} both`} style={below}>
      {segment.text}
    </mark>
  );
}
