// The sets with their interviews, as lists of links. Arrows walk over all interviews in view; one of them is in the tab order.

import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { ContextMenu } from '../parts/menu.tsx';
import { useSteady } from '../parts/use-steady.ts';
import type { InterviewDialogState } from './interview-dialogs.tsx';
import { InterviewItem } from './interview-item.tsx';
import type { SetOfInterviews } from './names.ts';
import { useSetMenu } from './set-menu.ts';

type Props = {
  readonly sets: readonly SetOfInterviews[];
  readonly currentId: number | null;
  readonly closed: ReadonlySet<number>;
  readonly onClosed: (id: number, closed: boolean) => void;
  readonly onDialog: (dialog: InterviewDialogState) => void;
  readonly onChosen: () => void;
};

type MenuFor = { readonly kind: 'set' | 'interview'; readonly id: number };

export function InterviewSets({ sets, currentId, closed, onClosed, onDialog, onChosen }: Props) {
  const { t } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLElement>(null);
  const [menu, setMenu] = useState<MenuFor | null>(null);
  const [walkedTo, setWalkedTo] = useState<number | null>(null);
  const shown = sets.flatMap((set) => (closed.has(set.id) ? [] : set.interviews));
  const focusable = [walkedTo, currentId, shown[0]?.id].find((id) => shown.some((row) => row.id === id));
  const openMenu = (kind: MenuFor['kind'], id: number, element: HTMLElement) => {
    anchor.current = element;
    setMenu({ kind, id });
  };
  const onKeyDown = useSteady((event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a[data-interview]') ?? [])];
    const at = links.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key];
    if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const link = links[to];
    link?.focus();
    if (link) setWalkedTo(Number(link.dataset.interview));
  });
  const openInterviewMenu = useSteady((id: number, element: HTMLElement) => openMenu('interview', id, element));
  const chosen = useSteady(onChosen);
  const entries = useSetMenu({ sets, menu, t, onDialog });
  return (
    <div className="scroll" ref={list}>
      {sets.map((set) => (
        <section key={set.id} className="set">
          <SetHeader
            set={set}
            closed={closed.has(set.id)}
            onToggle={() => onClosed(set.id, !closed.has(set.id))}
            onMenu={(element) => openMenu('set', set.id, element)}
          />
          {closed.has(set.id) ? null : (
            <ul>
              {set.interviews.map((row) => (
                <InterviewItem
                  key={row.id}
                  row={row}
                  current={row.id === currentId}
                  focusable={row.id === focusable}
                  onChosen={chosen}
                  onKeyDown={onKeyDown}
                  onMenu={openInterviewMenu}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
      {menu ? <ContextMenu label={t('common.more')} anchor={anchor} entries={entries} onClose={() => setMenu(null)} /> : null}
    </div>
  );
}

function SetHeader({
  set,
  closed,
  onToggle,
  onMenu,
}: {
  readonly set: SetOfInterviews;
  readonly closed: boolean;
  readonly onToggle: () => void;
  readonly onMenu: (element: HTMLElement) => void;
}) {
  const { t, format } = useTexts();
  const started = set.interviews.filter((row) => row.codings > 0).length;
  return (
    <h3
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(event.currentTarget);
      }}
    >
      <button type="button" aria-expanded={!closed} onClick={onToggle}>
        <Icon of={closed ? ChevronRight : ChevronDown} small />
        <span className="nm">{set.name}</span>
        <span className="n num">
          {format.number(started)}/{format.number(set.interviews.length)}
          <span className="vh"> {t('interviews.startedIn')}</span>
        </span>
      </button>
      <button
        type="button"
        className="more"
        aria-label={t('interviews.menuOf', { name: set.name })}
        onClick={(event) => onMenu(event.currentTarget)}
      >
        <Icon of={Ellipsis} small />
      </button>
    </h3>
  );
}
