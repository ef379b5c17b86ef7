// One fragment in the list: choose, star, the quote in its context, its codes, and where it comes from.

import { NotebookPen, Star } from 'lucide-react';
import { memo } from 'react';
import type { FragmentRow as Row } from '../../src/contract/quote.ts';
import { sentenceContext } from '../../src/domain/quote.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { formatRoute, type Route } from '../shell/route.ts';
import type { Context } from './query.ts';

export type RowActs = {
  readonly onToggle: (index: number, extend: boolean) => void;
  readonly onStar: (index: number) => void;
  readonly onOpen: (index: number) => void;
};

type Props = {
  readonly row: Row;
  readonly index: number;
  readonly context: Context;
  readonly picked: boolean;
  /** The row that Tab and the arrows are at; its parts can be reached by Tab. */
  readonly current: boolean;
  readonly codebook: Codebook;
  readonly coders: boolean;
  readonly acts: RowActs;
};

/** The cells; the row itself is the list's. */
export const FragmentCells = memo(function FragmentCells({
  row,
  index,
  context,
  picked,
  current,
  codebook,
  coders,
  acts,
}: Props) {
  const { t } = useTexts();
  const place = t('fragments.place', { interview: row.interview, turn: row.turn });
  const tab = current ? 0 : -1;
  return (
    <>
      <td className="fx-cb">
        <label>
          <input
            type="checkbox"
            tabIndex={tab}
            checked={picked}
            aria-label={t('fragments.choose', { place })}
            // The click says whether Shift was held; the state follows from the list.
            onChange={() => {}}
            onClick={(event) => acts.onToggle(index, event.shiftKey)}
          />
        </label>
      </td>
      <td>
        <button
          type="button"
          className="ib"
          tabIndex={tab}
          aria-label={t('fragments.key')}
          aria-pressed={row.key}
          onClick={() => acts.onStar(index)}
        >
          <Icon of={Star} small {...(row.key ? { className: 'star' } : {})} />
        </button>
      </td>
      <Said row={row} context={context} />
      <td className="fx-on">
        <ul>
          {row.codes.map((code) => (
            <li key={code.id}>
              <Swatch colour={code.wears} />
              <span>{nameOf(codebook, code)}</span>
            </li>
          ))}
        </ul>
        {row.nearby.length > 0 ? (
          <p className="fx-nearby">
            {t('fragments.nearby', { codes: row.nearby.map((code) => nameOf(codebook, code)).join(', ') })}
          </p>
        ) : null}
      </td>
      <Source row={row} place={place} tab={tab} coders={coders} onOpen={() => acts.onOpen(index)} />
    </>
  );
});

function Said({ row, context }: { readonly row: Row; readonly context: Context }) {
  const { t } = useTexts();
  const { before, text, after } = context === 'sentence' ? sentenceContext(row) : row;
  return (
    <td className="fx-said">
      <blockquote className="read" dir="auto">
        {before === '' ? null : <span className="ctx">{before}</span>}
        {text}
        {row.more > 0 ? <span className="ctx"> {t('fragments.more', { n: row.more })}</span> : null}
        {after === '' || row.more > 0 ? null : <span className="ctx">{after}</span>}
      </blockquote>
    </td>
  );
}

type SourceProps = {
  readonly row: Row;
  readonly place: string;
  readonly tab: number;
  readonly coders: boolean;
  readonly onOpen: () => void;
};

function Source({ row, place, tab, coders, onOpen }: SourceProps) {
  const { t } = useTexts();
  const people = row.participants.map(({ name, attributes }) => (attributes.length > 0 ? attributes.join(', ') : name));
  return (
    <td className="fx-source num">
      <a
        className="lk"
        href={formatRoute(routeOf(row))}
        tabIndex={tab}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          onOpen();
        }}
      >
        {place}
      </a>
      {row.memo ? <NotebookPen className="i s fx-memo" role="img" aria-label={t('fragments.memoHere')} /> : null}
      <span>{people.length > 0 ? people.join('; ') : row.speaker}</span>
      {coders ? <span>{[...new Set(row.codings.map((coding) => coding.coder))].join(', ')}</span> : null}
      {row.toBeChecked ? <span className="fx-gone">{t('fragments.gone')}</span> : null}
    </td>
  );
}

export function routeOf({ interviewId, start, end }: Row): Route {
  return { view: 'code', interviewId, at: start < end ? { start, end } : null };
}

function nameOf(codebook: Codebook, code: Row['codes'][number]): string {
  const known = codebook.byId.get(code.id);
  return known ? codebook.label(known) : code.path;
}
