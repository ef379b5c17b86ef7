// The numbers of the frequency chart as a table, with quotes and words beside the interviews. Every cell opens its quotes.

import { Fragment } from 'react';
import type { FrequencyInput, FrequencyUnit } from '../../src/charts/frequency-data.ts';
import { Marks } from '../charts/chart.tsx';
import { useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';
import { keyOfMark } from './frequency-chart.tsx';
import { frequencyKey } from './frequency-input.ts';
import type { MarkActions } from './mark-actions.ts';

type Cell = FrequencyInput['cells'][number];

export function FrequencyTable({
  input,
  unit,
  marks,
}: {
  readonly input: FrequencyInput;
  readonly unit: FrequencyUnit;
  readonly marks: MarkActions;
}) {
  const { t } = useTexts();
  const cells = new Map(input.cells.map((cell) => [frequencyKey(cell.code, cell.group), cell]));
  const places = input.rows.flatMap((code, row) =>
    input.groups.map((group, column) => ({
      row,
      column,
      code: code.path,
      group: group.name,
      key: frequencyKey(code.path, group.name),
    })),
  );
  const focused = marks.focus ? frequencyKey(marks.focus.code, marks.focus.group) : places[0]?.key;
  return (
    <Marks marks={places} keyOf={keyOfMark} onFocus={marks.onFocus} onOpen={marks.onOpen} onLeave={marks.onLeave}>
      <div className="an-scroll">
        <table className="an-table">
          <caption className="vh">{t('analysis.frequency.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('analysis.frequency.theme')}</th>
              {input.groups.map((group) => (
                <th key={group.name} scope="col">
                  {group.label}
                  <small className="num">{t('common.interviews', { count: group.n })}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {input.rows.map((code) => (
              <tr key={code.path}>
                <th scope="row" style={{ paddingInlineStart: code.depth * 14 }} className={code.depth === 0 ? 'theme' : ''}>
                  <Swatch colour={code.colour} />
                  {code.label}
                </th>
                {input.groups.map((group) => {
                  const key = frequencyKey(code.path, group.name);
                  const inFocus = marks.focus !== null && key === focused;
                  return (
                    <td key={group.name}>
                      <button
                        type="button"
                        className={inFocus ? 'an-cell foc' : 'an-cell'}
                        data-code={code.path}
                        data-group={group.name}
                        data-focus={key}
                        aria-pressed={inFocus}
                        tabIndex={key === focused ? 0 : -1}
                        {...(inFocus ? { 'data-thread-from': '' } : {})}
                      >
                        <Numbers cell={cells.get(key)} unit={unit} />
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="an-hint">
        {t('analysis.frequency.under', {
          units: restOf(unit)
            .map((name) => t(`analysis.frequency.unit.${name}`))
            .join(' · '),
        })}
      </p>
    </Marks>
  );
}

/** The unit that is counted in stands first, the others under it as numbers; their names are under the table. */
function Numbers({ cell, unit }: { readonly cell: Cell | undefined; readonly unit: FrequencyUnit }) {
  const { t, format } = useTexts();
  const { interviews = 0, of = 0, quotes = 0, words = 0 } = cell ?? {};
  const numbers = { interviews, quotes, words };
  const named = (name: FrequencyUnit) => ` ${t(`analysis.frequency.unit.${name}`)}`;
  return (
    <span className="num">
      <b>{format.number(numbers[unit])}</b>
      {unit === 'interviews' ? ` ${t('analysis.of', { n: '', of }).trim()}` : null}
      <span className="vh">{named(unit)}, </span>
      <small>
        {restOf(unit).map((name, at) => (
          <Fragment key={name}>
            {at === 0 ? '' : ' · '}
            {format.number(numbers[name])}
            <span className="vh">{named(name)}</span>
          </Fragment>
        ))}
      </small>
    </span>
  );
}

function restOf(unit: FrequencyUnit): FrequencyUnit[] {
  return (['interviews', 'quotes', 'words'] as const).filter((other) => other !== unit);
}
