// The bar of the chosen fragments with what it opens: the code picker, the question which code is meant, and the memo.

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useChange } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { ContextMenu, type MenuEntry } from '../parts/menu.tsx';
import type { Choice } from '../transcript/choices.ts';
import { Picker } from '../transcript/picker.tsx';
import { usePickerCodes } from '../transcript/use-picker-codes.ts';
import { useRecent } from '../transcript/use-recent.ts';
import { type BarAct, BulkBar } from './bulk-bar.tsx';
import type { Chosen } from './chosen.ts';
import { NoteDialog } from './note-dialog.tsx';
import { type BulkActs, codesOn, type PickedCode } from './use-acts.ts';
import type { ListInput } from './use-head.ts';
import type { Names } from './use-names.ts';
import type { Picking } from './use-picking.ts';

/** What is open. `from`: the code that is replaced. */
type Open =
  | { readonly kind: 'picker'; readonly fragments: readonly Chosen[]; readonly from: number | null }
  | { readonly kind: 'codes'; readonly fragments: readonly Chosen[]; readonly act: 'remove' | 'recode' }
  | { readonly kind: 'note'; readonly fragments: readonly Chosen[] };

type Props = {
  readonly names: Names;
  readonly picking: Picking;
  readonly acts: BulkActs;
  readonly input: ListInput;
  readonly heading: string;
  readonly onBack: () => void;
  /** Is set to what a key of the list calls. */
  readonly run: RefObject<((act: BarAct) => void) | null>;
};

export function Bulk({ names, picking, acts, input, heading, onBack, run }: Props) {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open | null>(null);
  const anchor = useRef<HTMLDivElement>(null);
  const codes = usePickerCodes(names.codebook);
  const pin = useChange('code.pin');
  const { recent, using } = useRecent(names.known.codes);
  const close = () => {
    setOpen(null);
    onBack();
  };
  const act = async (kind: BarAct) => {
    if (names.readOnly && kind !== 'copy') return acts.say(t('fragments.readOnly'));
    const fragments = await picking.resolve();
    if (fragments.length === 0) return acts.say(t('fragments.nothingChosen'));
    const on = codesOn(fragments);
    const only = on.length === 1 ? on[0]?.codeId : undefined;
    if (kind === 'copy') return acts.copy(input, fragments, heading);
    if (kind === 'key') return acts.star(fragments);
    if (kind === 'memo') return setOpen({ kind: 'note', fragments });
    if (kind === 'code') return setOpen({ kind: 'picker', fragments, from: null });
    if (only === undefined) return setOpen({ kind: 'codes', fragments, act: kind });
    if (kind === 'recode') return setOpen({ kind: 'picker', fragments, from: only });
    return acts.remove(fragments, only);
  };
  useEffect(() => {
    run.current = (kind) => void act(kind);
  });
  /** What the picker can do besides choosing. */
  const within = (fragments: readonly Chosen[]) => ({
    onPin: ({ id, pin: now }: { readonly id: number; readonly pin: number | null }, digit: number) =>
      void pin.run({ id, digit: now === digit ? null : digit }),
    onTakeOff: (codeId: number) => void acts.remove(fragments, codeId),
  });
  useRaisedToast(picking.keys.size > 0);
  const pick = (choice: Choice, stay: boolean) => {
    if (open?.kind !== 'picker') return;
    const picked: PickedCode = choice.kind === 'new' ? { path: choice.code.path } : { codeId: choice.code.id };
    if ('codeId' in picked) using(false)([picked.codeId]);
    if (open.from === null) void acts.code(open.fragments, picked);
    else void acts.recode(open.fragments, open.from, picked);
    if (!stay || open.from !== null) close();
  };
  const entries: MenuEntry[] =
    open?.kind === 'codes'
      ? codesOn(open.fragments).map(({ codeId, times }) => ({
          id: String(codeId),
          label: t('fragments.codeTimes', { name: nameOf(names, codeId), n: times }),
          onAction: () => {
            if (open.act === 'remove') void acts.remove(open.fragments, codeId);
            // The menu closes first, and gives the focus back.
            else setTimeout(() => setOpen({ kind: 'picker', fragments: open.fragments, from: codeId }));
          },
        }))
      : [];
  return (
    <>
      <div className="fx-float">
        {open?.kind === 'picker' ? (
          <Picker
            mode={open.from === null ? 'apply' : 'recode'}
            text=""
            codes={codes}
            recent={recent}
            present={new Set(open.fragments.length === 1 ? codesOn(open.fragments).map(({ codeId }) => codeId) : [])}
            place={{ left: 0, top: 0, below: 0 }}
            onPick={pick}
            {...within(open.fragments)}
            onClose={close}
          />
        ) : null}
        <div ref={anchor} className="fx-anchor" />
        {picking.keys.size > 0 ? (
          <BulkBar
            count={picking.keys.size}
            readOnly={names.readOnly}
            onAct={(kind) => void act(kind)}
            onClear={() => {
              picking.clear();
              onBack();
            }}
          />
        ) : null}
      </div>
      {open?.kind === 'codes' ? (
        <ContextMenu
          label={t(open.act === 'remove' ? 'fragments.whichAway' : 'fragments.whichRecode')}
          anchor={anchor}
          side="above"
          title={t(open.act === 'remove' ? 'fragments.whichAway' : 'fragments.whichRecode')}
          entries={entries}
          onClose={() => {
            setOpen((now) => (now?.kind === 'codes' ? null : now));
            onBack();
          }}
        />
      ) : null}
      {open?.kind === 'note' ? (
        <NoteDialog count={open.fragments.length} onSave={(text) => acts.note(open.fragments, text)} onClose={close} />
      ) : null}
    </>
  );
}

/** The toast is shown above the bar, as long as both are there. */
function useRaisedToast(raised: boolean): void {
  useEffect(() => {
    if (!raised) return;
    const { dataset } = document.documentElement;
    dataset.bar = '';
    return () => {
      delete dataset.bar;
    };
  }, [raised]);
}

function nameOf({ codebook }: Names, codeId: number): string {
  const code = codebook.byId.get(codeId);
  return code ? [...codebook.parentLabels(code), codebook.label(code)].join(' / ') : '';
}
