// "Link to…": type a few letters of a code, an interview, a participant or what somebody said, and choose. An address on the web can be typed whole.

import { Globe, MessageSquareQuote, MessageSquareText, Tag, User } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { LinkTarget } from '../../src/contract/memo.ts';
import { type LinkKind, parseLink, toTarget } from '../../src/domain/memo.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useHeld } from '../parts/use-held.ts';
import './link-chooser.css';

/** `target` as a memo writes it: `code:5`, `https://…`; `found` is null for an address on the web. */
export type Chosen = { readonly target: string; readonly label: string; readonly found: LinkTarget | null };

type Props = {
  readonly title: string;
  readonly web?: boolean;
  /** `typed`: letters that came after Enter, for where one goes on. */
  readonly onChosen: (chosen: Chosen, typed: string) => void;
  readonly onClose: () => void;
};

const ICONS = { code: Tag, interview: MessageSquareText, participant: User, quote: MessageSquareQuote } as const satisfies Record<
  LinkKind,
  unknown
>;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
const isLetter = (key: string) => [...key].length === 1;
const lettersOf = (keys: readonly string[]) => keys.filter(isLetter).join('');

export function LinkChooser({ title, web = false, onChosen, onClose }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const { data, pending, stale } = useRead('memo.findTargets', { query: query.slice(0, 1000), limit: 40 }, { keep: true });
  const targets = data?.targets;
  const choices: readonly Chosen[] = [...(web ? webChoice(query) : []), ...(targets ?? []).map(toChoice)];
  const chosen = Math.min(at, Math.max(0, choices.length - 1));
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${chosen}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, chosen]);
  // Who types and presses Enter at once means the first that fits what was typed, not what still stood there.
  const { press, waits, drop } = useHeld<string>(pending || stale, (keys) => {
    let to = chosen;
    for (const [n, key] of keys.entries()) {
      const step = STEPS[key];
      const choice = choices[to];
      if (step !== undefined) to = (to + step + choices.length) % Math.max(1, choices.length);
      else if (choice) return onChosen(choice, lettersOf(keys.slice(n)));
    }
    setAt(to);
    const letters = lettersOf(keys);
    if (letters !== '') setQuery(query + letters);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const goesOn = waits().includes('Enter') && isLetter(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (STEPS[event.key] === undefined && event.key !== 'Enter' && !goesOn) return;
    event.preventDefault();
    press(event.key);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <input
        className="field-in"
        role="combobox"
        aria-label={title}
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={choices.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t(web ? 'memos.link.hintWeb' : 'memos.link.hint')}
        ref={input}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
          drop();
        }}
        onKeyDown={onKeyDown}
      />
      <div className="link-list" role="listbox" id={`${id}-list`} aria-label={title} ref={list}>
        {choices.map((choice, n) => (
          <Choice
            key={choice.target}
            id={`${id}-${n}`}
            choice={choice}
            chosen={n === chosen}
            onPick={() => onChosen(choice, '')}
          />
        ))}
      </div>
      {targets && choices.length === 0 ? <p className="t3 link-none">{t('memos.link.none')}</p> : null}
    </Dialog>
  );
}

type ChoiceProps = { readonly id: string; readonly choice: Chosen; readonly chosen: boolean; readonly onPick: () => void };

function Choice({ id, choice: { label, found }, chosen, onPick }: ChoiceProps) {
  const { t } = useTexts();
  const more =
    found === null
      ? t('memos.link.web')
      : found.kind === 'quote'
        ? `${found.interview} · ${found.code}`
        : t(`memos.link.kinds.${found.kind}`);
  return (
    // The keyboard is in the field above.
    <div id={id} role="option" tabIndex={-1} aria-selected={chosen} className="link-choice" onClick={onPick} onKeyDown={() => {}}>
      <Icon of={found ? ICONS[found.kind] : Globe} small />
      <span className={found?.kind === 'quote' ? 'nm read' : 'nm'}>{found?.kind === 'quote' ? `‘${label}’` : label}</span>
      <small>{more}</small>
    </div>
  );
}

function toChoice(found: LinkTarget): Chosen {
  return { target: `${found.kind}:${found.id}`, label: found.label, found };
}

function webChoice(query: string): Chosen[] {
  const typed = query.trim();
  const target = toTarget(/^www\.\S+\.\S+$/i.test(typed) ? `https://${typed}` : typed);
  return target && parseLink(target)?.kind === 'web' ? [{ target, label: typed, found: null }] : [];
}
