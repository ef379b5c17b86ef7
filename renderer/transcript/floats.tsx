// What floats over the sheet: the picker below the selection, the card of the chosen coding, a list of codings. One at a time.

import { useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { useChange } from '../client/index.ts';
import type { PickerCode } from './choices.ts';
import { CodingCard } from './coding-card.tsx';
import { CodingList } from './coding-list.tsx';
import { HANG, hangX } from './ends.tsx';
import type { Geometry, Stretch } from './geometry.ts';
import { Picker } from './picker.tsx';
import type { Desk } from './use-desk.ts';
import { usePickerCodes } from './use-picker-codes.ts';
import { type Float, NO_HOVER } from './use-stage.ts';

type Props = { readonly desk: Desk; readonly stretch: Stretch | null; readonly geometry: Geometry };

const PICKER_WIDTH = 372;
const LIST_WIDTH = 320;
/** What a card takes at least below the coding. */
const CARD_HEIGHT = 190;

export function Floats({ desk, stretch, geometry }: Props) {
  const { page, stage, markOf, selected, recent, acts, back: onBack, editing } = desk;
  const { float, writing } = stage.stage;
  const codes = usePickerCodes(desk.codebook);
  const cardTop = useCardTop(desk, stretch, geometry);
  // In a narrow pane both lie at its bottom, whatever stands below the pane.
  const below = innerHeight - (desk.parts.scroller.current?.getBoundingClientRect().bottom ?? innerHeight);
  // It takes keys at once, also when its text is still being drawn or has been scrolled out of the page.
  const held = useHeldStretch(float, stretch);
  const pin = useChange('code.pin').run;
  const onPin = (code: PickerCode, digit: number) => void pin({ id: code.id, digit: code.pin === digit ? null : digit });
  const close = () => {
    stage.set({ float: null });
    onBack();
  };
  if (editing.now) return null;
  if (float?.kind === 'picker') {
    const left = held ? Math.max(0, Math.min(hangX(geometry, held) - 32, geometry.width - PICKER_WIDTH)) : 0;
    const present = new Set(page.marks.filter((mark) => isOn(mark, float.range)).map((mark) => mark.codeId));
    return (
      <Picker
        key={`${float.mode}-${float.range.start}-${float.range.end}`}
        mode={float.mode}
        text={float.text}
        codes={codes}
        recent={recent.recent}
        present={present}
        place={{ left, top: held ? held.bottom + HANG : viewTop(desk), below }}
        onPick={(choice, stay, typed) => void acts.pick(float, choice, stay, typed)}
        onPin={desk.readOnly ? () => {} : onPin}
        onTakeOff={(codeId) =>
          acts.remove(page.marks.find((mark) => present.has(codeId) && isOn(mark, float.range) && mark.codeId === codeId))
        }
        onClose={close}
      />
    );
  }
  if (float?.kind === 'list') {
    const left = float.side === 'left' ? 0 : Math.max(0, geometry.width - LIST_WIDTH);
    return (
      <CodingList
        label={float.label}
        marks={float.ids.flatMap((id) => markOf(id) ?? [])}
        place={{ top: float.top, left }}
        onPoint={(id) => desk.hover.set({ ...NO_HOVER, id })}
        onSelect={(id) => {
          desk.hover.set(NO_HOVER);
          acts.select(id);
          onBack();
        }}
        onClose={close}
      />
    );
  }
  if (!selected || cardTop === null) return null;
  return (
    <CodingCard
      mark={selected}
      place={{ top: cardTop, below }}
      writing={writing}
      onRecode={() => acts.openPicker('recode')}
      onKey={() => acts.toggleKey(selected)}
      onSplit={() => {
        acts.split(selected);
        onBack();
      }}
      onRemove={() => {
        acts.remove(selected);
        onBack();
      }}
      onLeave={() => {
        stage.set({ writing: false });
        onBack();
      }}
      onClose={() => {
        acts.select(null);
        onBack();
      }}
    />
  );
}

/** Where the text of the open picker stands, or stood when it was last on the page. */
function useHeldStretch(float: Float | null, stretch: Stretch | null): Stretch | null {
  const kept = useRef<{ readonly float: Float | null; readonly stretch: Stretch } | null>(null);
  if (stretch) kept.current = { float, stretch };
  return stretch ?? (kept.current?.float === float ? kept.current.stretch : null);
}

/** The top of what is in view, on the sheet. */
function viewTop({ parts }: Desk): number {
  const sheet = parts.sheet.current?.getBoundingClientRect().top ?? 0;
  return Math.max(0, (parts.scroller.current?.getBoundingClientRect().top ?? 0) - sheet) + 80;
}

function isOn(mark: TextRange, range: TextRange): boolean {
  return mark.start === range.start && mark.end === range.end;
}

/** Below the coding; where that ends out of view, at the bottom of what is in view. Decided once per coding, so that it doesn't wander. */
function useCardTop({ selected, parts }: Desk, stretch: Stretch | null, geometry: Geometry): number | null {
  const kept = useRef<{ readonly id: number; readonly bottom: number; readonly top: number } | null>(null);
  if (!selected || !stretch) return null;
  if (kept.current?.id === selected.id && kept.current.bottom === stretch.bottom) return kept.current.top;
  const viewTop = (parts.scroller.current?.getBoundingClientRect().top ?? 0) - geometry.sheet.getBoundingClientRect().top;
  const viewBottom = viewTop + (parts.scroller.current?.clientHeight ?? 0);
  const top =
    stretch.bottom <= viewBottom ? stretch.bottom + 4 : Math.max(stretch.top + geometry.lineHeight, viewBottom - CARD_HEIGHT);
  kept.current = { id: selected.id, bottom: stretch.bottom, top };
  return top;
}
