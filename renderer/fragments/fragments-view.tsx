// Fragments: what is asked, as a sentence, and the list of quotes that answers it. The question stands in the address.

import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useKeptScroll } from '../analysis/use-kept-scroll.ts';
import { useTexts } from '../i18n/index.ts';
import { Waiting } from '../parts/progress.tsx';
import { go } from '../shell/route.ts';
import { Bulk } from './bulk.tsx';
import type { BarAct } from './bulk-bar.tsx';
import { clausesOf, sentenceOf } from './clauses.ts';
import { ConditionPopover } from './condition-popover.tsx';
import { NoFragments, NothingFits } from './empty.tsx';
import { ExportMenu } from './export-menu.tsx';
import { routeOf } from './fragment-row.tsx';
import { FragmentList, type ListHandle } from './list.tsx';
import { LookBar } from './look-bar.tsx';
import { formatQuery, onlyKnown, parseQuery, type Query, toScope } from './query.ts';
import { type Editing, FragmentsSentence } from './sentence.tsx';
import { useBulkActs } from './use-acts.ts';
import { type ListInput, useHead } from './use-head.ts';
import { useListKeys } from './use-list-keys.ts';
import { type Names, useNames } from './use-names.ts';
import { usePicking } from './use-picking.ts';
import './fragments.css';

/** `asked`: the question as it stands in the address. */
export function FragmentsView({ asked }: { readonly asked: string }) {
  const names = useNames();
  const query = useMemo(() => (names ? onlyKnown(parseQuery(asked), names.known) : null), [asked, names]);
  if (!names || !query) return <Waiting />;
  if (names.codings === 0) return <NoFragments interviews={names.interviews.length} />;
  return <FragmentsScreen query={query} names={names} />;
}

function FragmentsScreen({ query, names }: { readonly query: Query; readonly names: Names }) {
  const { t } = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<ListHandle | null>(null);
  const run = useRef<((act: BarAct) => void) | null>(null);
  const asking = useAsking(root);
  const input: ListInput = useMemo(() => ({ ...toScope(query), context: query.context }), [query]);
  const shown = useHead(input);
  const picking = usePicking(
    input,
    shown,
    useCallback(() => list.current?.rowAt, []),
  );
  const acts = useBulkActs();
  const clauses = useClauses(query, names);
  const heading = sentenceOf(clauses, t);
  const onOpen = useCallback((index: number) => {
    const row = list.current?.rowAt(index);
    if (!row) return;
    list.current?.focus(index);
    go(routeOf(row));
  }, []);
  const { toggle } = picking;
  const { star } = acts;
  const rowActs = useMemo(
    () => ({
      onToggle: toggle,
      onStar: (index: number) => {
        const row = list.current?.rowAt(index);
        if (row) void star([row]);
      },
      onOpen,
    }),
    [toggle, star, onOpen],
  );
  useKeptScroll(scroller, 'fragments.scroll');
  const back = () => list.current?.focus(picking.current);
  useListKeys(root, {
    length: shown?.head.length ?? 0,
    picking,
    list,
    onAct: (act) => run.current?.(act),
    onOpen,
    onLeave: () => root.current?.querySelector<HTMLElement>('.scope button')?.focus(),
  });
  return (
    <div ref={root} className="fx">
      <div ref={scroller} className="fx-main">
        <div className="fx-head">
          <h1 className="vh">{t('fragments.title')}</h1>
          <FragmentsSentence clauses={clauses} editing={asking.editing} onEdit={asking.edit} />
          <ExportMenu input={input} heading={heading} project={names.project} acts={acts} />
        </div>
        <LookBar
          total={shown?.head.total}
          query={query}
          attributes={names.attributes.map(({ name }) => name)}
          onChange={asking.look}
        />
        {shown ? (
          shown.head.length > 0 ? (
            <FragmentList
              shown={shown}
              context={query.context}
              group={shown.input.group ?? 'none'}
              codebook={names.codebook}
              coders={names.coders.length > 1 && query.coder === ''}
              scroller={scroller}
              current={picking.current}
              keys={picking.keys}
              acts={rowActs}
              onCurrent={picking.setCurrent}
              handle={list}
            />
          ) : (
            <NothingFits without={shown.head.without} clauses={clauses} query={query} onChange={asking.ask} />
          )
        ) : (
          <Waiting />
        )}
      </div>
      <Bulk names={names} picking={picking} acts={acts} input={input} heading={heading} onBack={back} run={run} />
      {asking.editing ? (
        <ConditionPopover
          editing={asking.editing}
          anchor={asking.anchor}
          query={query}
          names={names}
          onChange={asking.ask}
          onEditing={asking.continue}
          onClose={asking.close}
        />
      ) : null}
    </div>
  );
}

function useClauses(query: Query, { codebook, interviews }: Names) {
  const { t } = useTexts();
  return useMemo(
    () =>
      clausesOf(query, {
        t,
        code: (id) => {
          const code = codebook.byId.get(id);
          return code ? { id, text: codebook.label(code), colour: code.wears } : { id, text: '' };
        },
        interview: (id) => interviews.find((interview) => interview.id === id)?.name ?? '',
      }),
    [query, codebook, interviews, t],
  );
}

/** The way the question is changed: a change is a place that Back returns from; more changes in one menu are one place. */
function useAsking(root: RefObject<HTMLDivElement | null>) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const changed = useRef(false);
  const put = (next: Query, replace: boolean) => go({ view: 'fragments', query: formatQuery(next) }, { replace });
  return {
    editing,
    anchor,
    edit: (next: Editing, word: HTMLElement) => {
      anchor.current = word;
      changed.current = false;
      setEditing(next);
    },
    continue: (next: Editing) => setEditing(next),
    close: () => {
      const word = anchor.current;
      setEditing(null);
      // The word may have left the sentence with its condition, or have become another one.
      requestAnimationFrame(() => {
        const find = (selector: string) => root.current?.querySelector<HTMLElement>(selector);
        if (word?.isConnected && word.dataset.word !== 'add') return word.focus();
        const kind = editing && editing.kind !== 'add' ? find(`[data-kind="${CSS.escape(editing.kind)}"]:last-of-type`) : null;
        (kind ?? find('[data-word="add"]'))?.focus();
      });
    },
    ask: (next: Query) => {
      put(next, changed.current);
      changed.current = editing !== null;
    },
    look: (next: Query) => put(next, true),
  };
}
