// One row of the code picker: a code with its place in the tree, or the code that would be made.

import { Check, Pin, Plus } from 'lucide-react';
import type { TextRange } from '../../src/domain/text.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { Keys } from '../parts/keys.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Choice } from './choices.ts';

type OptionProps = {
  readonly id: string;
  readonly choice: Choice;
  /** It opens a section with a title of its own. */
  readonly first: boolean;
  readonly selected: boolean;
  /** The digit that picks this row now. */
  readonly quick: number | null;
  /** It was used last. */
  readonly last: boolean;
  /** It is on the text already. */
  readonly present: boolean;
  readonly onPick: (stay: boolean) => void;
  readonly onPoint: () => void;
};

export function Option({ id, choice, first, selected, quick, last, present, onPick, onPoint }: OptionProps) {
  const { t } = useTexts();
  return (
    <>
      {first && choice.kind === 'code' && choice.section !== 'found' ? (
        <div className="picker-part" role="presentation">
          {t(`transcript.pick.${choice.section}`)}
        </div>
      ) : null}
      {/* The keys of a list box live on its input (aria-activedescendant). */}
      <div
        role="option"
        id={id}
        tabIndex={-1}
        aria-selected={selected}
        {...(present ? { 'aria-checked': true } : {})}
        className={choice.kind === 'new' ? 'picker-option new' : 'picker-option'}
        onMouseDown={(event) => event.preventDefault()}
        onMouseMove={onPoint}
        onClick={(event) => onPick(event.shiftKey)}
        onKeyDown={() => {}}
      >
        {choice.kind === 'code' ? (
          <CodeOption choice={choice} quick={quick} last={last} present={present} selected={selected} />
        ) : (
          <NewOption choice={choice} />
        )}
      </div>
    </>
  );
}

function CodeOption({
  choice,
  quick,
  last,
  present,
  selected,
}: {
  readonly choice: Extract<Choice, { kind: 'code' }>;
  readonly quick: number | null;
  readonly last: boolean;
  readonly present: boolean;
  readonly selected: boolean;
}) {
  const { t } = useTexts();
  const { code, bold } = choice;
  return (
    <>
      <Swatch colour={code.colour} />
      <span className="nm">
        <Bold text={code.name} bold={bold} />
        {code.parents.length > 0 ? <small>{code.parents.join(' / ')}</small> : null}
      </span>
      {present ? (
        <span className="picker-there">
          <Icon of={Check} small />
          <span className="vh">{t('transcript.pick.already')}</span>
        </span>
      ) : null}
      {code.pin ? (
        <span className="picker-pin num" title={t('transcript.pick.pinned', { digit: code.pin })}>
          <Icon of={Pin} small />
          {code.pin}
        </span>
      ) : null}
      {selected ? <Keys of="enter" /> : quick ? <Keys of={String(quick)} /> : last ? <Keys of="q" /> : null}
    </>
  );
}

function NewOption({ choice }: { readonly choice: Extract<Choice, { kind: 'new' }> }) {
  const { t } = useTexts();
  const { name, under } = choice.code;
  return (
    <>
      <Icon of={Plus} small />
      <span className="nm">
        <Rich
          text={
            under.length > 0
              ? t('transcript.pick.newUnder', { name, parent: under.join(' / ') })
              : t('transcript.pick.new', { name })
          }
        />
      </span>
      <Keys of="mod+enter" />
    </>
  );
}

function Bold({ text, bold }: { readonly text: string; readonly bold: readonly TextRange[] }) {
  let at = 0;
  const parts = bold.flatMap((range) => {
    const before = text.slice(at, range.start);
    at = range.end;
    return [<span key={`${range.start}-`}>{before}</span>, <b key={range.start}>{text.slice(range.start, range.end)}</b>];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
