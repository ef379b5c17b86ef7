// Chooses the code of a word in the sentence, and how it counts: and, or, not. Type to find; Enter takes the first.

import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { foldText } from '../../src/domain/fold.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Segmented } from '../parts/segmented.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Query } from './query.ts';

export type Role = 'all' | 'any' | 'none';
const ROLES: readonly Role[] = ['all', 'any', 'none'];
const MOST = 80;

type Props = {
  readonly role: Role;
  /** The code that is replaced; null: one more. */
  readonly codeId: number | null;
  readonly query: Query;
  readonly codebook: Codebook;
  readonly onChange: (query: Query) => void;
  readonly onClose: () => void;
};

export function CodeChoice({ role, codeId, query, codebook, onChange, onClose }: Props) {
  const { t } = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const found = findCodes(codebook, text);
  const shown = found.slice(0, MOST);
  const chosen = Math.min(at, shown.length - 1);
  const finish = (next: Query) => {
    onChange(next);
    onClose();
  };
  const choose = (code: CodeRow | undefined) => code && finish(withCode(query, role, codeId, code.id));
  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (event.key === 'Enter') choose(shown[chosen]);
    else if (step !== undefined) move(chosen + step);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="fx-find">
        <input
          className="field-in"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[chosen] ? `${id}-${shown[chosen].id}` : undefined}
          aria-label={t('fragments.findCode')}
          placeholder={t('fragments.findCode')}
          autoComplete="off"
          spellCheck={false}
          // The popover was opened to type in.
          ref={(input) => input?.focus({ preventScroll: true })}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('fragments.findCode')} className="fx-codes">
        {shown.map((code, index) => (
          <div
            key={code.id}
            id={`${id}-${code.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className="fx-code"
            onMouseMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(code)}
            onKeyDown={() => {}}
          >
            <Swatch colour={code.wears} />
            <span className={code.depth === 0 ? 'b' : ''}>{codebook.label(code)}</span>
            <small>{codebook.parentLabels(code).join(' / ')}</small>
          </div>
        ))}
      </div>
      {shown.length === 0 ? <p className="fx-note">{t('fragments.noCode')}</p> : null}
      {found.length > MOST ? <p className="fx-note">{t('fragments.moreCodes', { n: found.length - MOST })}</p> : null}
      {mixes(role, codeId === null ? query : withoutCode(query, codeId)) ? (
        <p className="fx-note">{t('fragments.together')}</p>
      ) : null}
      <div className="fx-foot">
        <label className="fx-check">
          <input
            type="checkbox"
            checked={query.withSubcodes}
            onChange={(event) => onChange({ ...query, withSubcodes: event.target.checked })}
          />
          {t('fragments.subcodes')}
        </label>
        {codeId === null ? null : (
          <>
            <Segmented
              label={t('fragments.role')}
              value={role}
              choices={ROLES.map((value) => ({ value, label: t(`fragments.roles.${value}`) }))}
              onChange={(next) => finish(withCode(withoutCode(query, codeId), next, null, codeId))}
            />
            <button type="button" className="btn quiet" onClick={() => finish(withoutCode(query, codeId))}>
              {t('fragments.away')}
            </button>
          </>
        )}
      </div>
    </>
  );
}

/** Whether a code in this role stands beside codes that combine otherwise. */
function mixes(role: Role, { all, any }: Query): boolean {
  return (role === 'any' && all.length > 0) || (role === 'all' && any.length > 0);
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

/** The question with a code more, or in the place of another. A code counts one way only. */
function withCode(query: Query, role: Role, replaced: number | null, id: number): Query {
  const rest = id === replaced ? query : withoutCode(query, id);
  const at = replaced === null ? -1 : rest[role].indexOf(replaced);
  return { ...rest, [role]: at < 0 ? [...rest[role], id] : rest[role].with(at, id) };
}

function withoutCode(query: Query, id: number): Query {
  const less = (list: readonly number[]) => list.filter((code) => code !== id);
  return { ...query, all: less(query.all), any: less(query.any), none: less(query.none) };
}

/** Those that begin with what was typed first, then those that hold it. */
function findCodes(codebook: Codebook, text: string): readonly CodeRow[] {
  const wanted = foldText(text.trim()).text;
  if (wanted === '') return codebook.codes;
  const folded = codebook.codes.map((code) => ({
    code,
    name: foldText(`${codebook.label(code)} ${code.name} ${code.labelEn}`).text,
  }));
  const found = folded.filter(({ name }) => name.includes(wanted));
  const first = found.filter(({ name }) => name.startsWith(wanted));
  return [...first, ...found.filter((row) => !first.includes(row))].map(({ code }) => code);
}
