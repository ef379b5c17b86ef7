// One interview in the list: number, name, how far it is coded, and how many codings it has. A link to its text.

import { Check, Ellipsis, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { formatRoute, go } from '../shell/route.ts';
import { describePeople, splitName } from './names.ts';
import { usePrefetch } from './use-prefetch.ts';

type Props = {
  readonly row: InterviewRow;
  readonly current: boolean;
  readonly focusable: boolean;
  readonly onChosen: () => void;
  /** For the keys that walk the list. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onMenu: (id: number, element: HTMLElement) => void;
};

export const InterviewItem = memo(function InterviewItem({ row, current, focusable, onChosen, onKeyDown, onMenu }: Props) {
  const { t, format } = useTexts();
  const prefetch = usePrefetch();
  const { number, rest } = splitName(row);
  const route = { view: 'code', interviewId: row.id, at: null } as const;
  const people = describePeople(row);
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!current) go(route);
    onChosen();
  };
  const openMenu = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => {
    event.preventDefault();
    onMenu(row.id, event.currentTarget);
  };
  return (
    <li>
      <a
        href={formatRoute(route)}
        className={[number ? '' : 'nameless', row.toCheck > 0 ? 'checks' : ''].join(' ').trim()}
        data-interview={row.id}
        data-focus={`interview-${row.id}`}
        tabIndex={focusable ? 0 : -1}
        title={people ? `${row.name} · ${people}` : row.name}
        onClick={onClick}
        onPointerEnter={() => prefetch(row.id, row.codings)}
        onFocus={() => prefetch(row.id, row.codings)}
        onContextMenu={openMenu}
        onKeyDown={(event) =>
          event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) ? openMenu(event) : onKeyDown(event)
        }
        {...(current ? { 'aria-current': 'true' as const } : {})}
        {...(focusable ? { 'data-pane-focus': true } : {})}
      >
        {number ? <span className="id num">{number}</span> : null}
        <span className="nm">
          {rest}
          {people ? <small>{people}</small> : null}
        </span>
        {row.toCheck > 0 ? (
          <span className="lost" role="img" aria-label={t('interviews.toCheck.waiting', { count: row.toCheck })}>
            <Icon of={TriangleAlert} small />
          </span>
        ) : null}
        <Coded turns={row.turns} coded={row.codedTurns} />
        <span className="n num" title={t('interviews.codings', { count: row.codings })}>
          {row.codings === 0 ? '–' : format.number(row.codings)}
        </span>
      </a>
      <button
        type="button"
        className="more"
        tabIndex={-1}
        aria-label={t('interviews.menuOf', { name: row.name })}
        onClick={openMenu}
      >
        <Icon of={Ellipsis} small />
      </button>
    </li>
  );
});

function Coded({ turns, coded }: { readonly turns: number; readonly coded: number }) {
  const { t, format } = useTexts();
  const share = turns === 0 ? 0 : coded / turns;
  if (share === 1)
    return (
      <span className="pr" role="img" aria-label={t('interviews.allCoded')}>
        <Icon of={Check} small />
      </span>
    );
  const label = coded === 0 ? t('interviews.notStarted') : t('interviews.codedShare', { share: format.percent(share) });
  return (
    <span className="pr" role="img" aria-label={label}>
      <i style={{ backgroundSize: `${Math.max(coded > 0 ? 8 : 0, Math.round(share * 100))}% 100%` }} />
    </span>
  );
}
