// The pairs as a table: together, interviews, c and Jaccard, each under its own name. A row opens the places behind it.

import { useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { Marks } from '../charts/chart.tsx';
import { labelOf } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';
import { keyOfCell } from './heatmap.tsx';
import { type Answers, groupsOf, type PairRow, pairKey, tableRows, wholeOf } from './heatmap-input.ts';
import type { PairActions } from './mark-actions.ts';
import { ALL, type CooccurrenceScope } from './scope.ts';
import type { Known } from './use-known.ts';

const STEP = 60;

type Props = { readonly scope: CooccurrenceScope; readonly known: Known; readonly answers: Answers; readonly marks: PairActions };

export function PairTable({ scope, known, answers, marks }: Props) {
  const { t, format } = useTexts();
  const [most, setMost] = useState(STEP);
  const groups = [wholeOf(answers), ...groupsOf(answers, scope.by)];
  const rows = tableRows(groups, known.codes, scope);
  // What has the focus is always there.
  const at = rows.findIndex((pair) => isFocus(marks, scope, pair));
  const shown = rows.slice(0, Math.max(most, at + 1));
  const codes = new Map(known.codes.map((code) => [code.path, code]));
  const places = shown.map((pair, row) => ({
    row,
    column: 0,
    a: pair.a,
    b: pair.b,
    group: pair.group,
    key: pairKey(pair.a, pair.b, pair.group),
  }));
  const focused = places.find((place) => isFocus(marks, scope, place))?.key;
  if (rows.length === 0) {
    return (
      <p className="an-hint">
        {t('analysis.cooccurrence.none', { rule: t(`analysis.cooccurrence.rule.${scope.rule}`) })}{' '}
        {scope.rule === 'interview' ? '' : t('analysis.cooccurrence.noneHint')}
      </p>
    );
  }
  return (
    <Marks marks={places} keyOf={keyOfCell} onFocus={marks.onFocus} onOpen={marks.onOpen} onLeave={marks.onLeave}>
      <div className="an-scroll">
        <table className="an-table pairs">
          <caption className="vh">{t('analysis.cooccurrence.caption')}</caption>
          <Head grouped={groups.length > 1} />
          <tbody>
            {shown.map((pair, at) => (
              <Row
                key={places[at]?.key}
                pair={pair}
                codes={codes}
                place={places[at]?.key ?? ''}
                focused={places[at]?.key === focused}
                first={at === 0 && focused === undefined}
                groups={groups}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown.length ? (
        <p className="an-hint">
          {t('analysis.cooccurrence.shown', { shown: shown.length, all: format.number(rows.length) })}{' '}
          <button type="button" className="btn quiet" onClick={() => setMost(most + STEP * 3)}>
            {t('analysis.cooccurrence.showMore')}
          </button>
        </p>
      ) : null}
      <p className="an-hint">
        {t(`analysis.cooccurrence.meaning.${scope.rule}`)} {t('analysis.cooccurrence.outOfRangeWhy')}
      </p>
    </Marks>
  );
}

function isFocus(
  { focus }: PairActions,
  { group }: CooccurrenceScope,
  place: { readonly a: string; readonly b: string; readonly group: string },
): boolean {
  return focus !== null && place.group === group && pairKey(place.a, place.b, '') === pairKey(focus.a, focus.b, '');
}

function Head({ grouped }: { readonly grouped: boolean }) {
  const { t } = useTexts();
  const numbers = (['together', 'interviews', 'c', 'jaccard'] as const).map((name) => (
    <th key={name} scope="col" className="num-col">
      {t(`analysis.cooccurrence.${name}`)}
    </th>
  ));
  return (
    <thead>
      <tr>
        <th scope="col">{t('analysis.cooccurrence.a')}</th>
        <th scope="col">{t('analysis.cooccurrence.b')}</th>
        {grouped ? <th scope="col">{t('analysis.cooccurrence.group')}</th> : null}
        {numbers}
      </tr>
    </thead>
  );
}

type RowProps = {
  readonly pair: PairRow;
  readonly codes: ReadonlyMap<string, CodeRow>;
  readonly place: string;
  readonly focused: boolean;
  readonly first: boolean;
  readonly groups: readonly { readonly group: string; readonly interviews: number }[];
};

function Row({ pair, codes, place, focused, first, groups }: RowProps) {
  const { t, format, language } = useTexts();
  const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const of = groups.find((group) => group.group === pair.group)?.interviews ?? 0;
  const group = pair.group === ALL ? t('analysis.all') : pair.group === '' ? t('analysis.noValue') : pair.group;
  return (
    <tr className={focused ? 'foc' : ''}>
      <td>
        <button
          type="button"
          className={focused ? 'an-cell foc' : 'an-cell'}
          data-a={pair.a}
          data-b={pair.b}
          data-group={pair.group}
          data-focus={place}
          aria-pressed={focused}
          tabIndex={focused || first ? 0 : -1}
        >
          <CodeName code={codes.get(pair.a)} />
          <span className="vh">
            {' '}
            {t('analysis.cooccurrence.b')} {labelled(codes.get(pair.b), language)}
          </span>
        </button>
      </td>
      <td>
        <CodeName code={codes.get(pair.b)} />
      </td>
      {groups.length > 1 ? <td className="t2">{group}</td> : null}
      <td className="num num-col">{format.number(pair.together)}</td>
      <td className="num num-col">{t('analysis.of', { n: pair.interviews, of })}</td>
      <td className="num num-col">
        {decimal.format(pair.c)}
        {pair.c > 1 ? <small className="an-out">{t('analysis.cooccurrence.outOfRange')}</small> : null}
      </td>
      <td className="num num-col">{decimal.format(pair.jaccardInterviews)}</td>
    </tr>
  );
}

function labelled(code: CodeRow | undefined, language: 'nl' | 'en'): string {
  return code ? labelOf(code, language) : '';
}

function CodeName({ code }: { readonly code: CodeRow | undefined }) {
  const { language } = useTexts();
  if (!code) return null;
  return (
    <span className="an-code">
      <Swatch colour={code.wears} />
      {labelOf(code, language)}
    </span>
  );
}
