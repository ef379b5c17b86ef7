// The question as a sentence. Each word opens what can stand in its place; "+ voorwaarde" adds a condition.

import { Fragment } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';
import { type Clause, gapBefore, type Kind, type Word } from './clauses.ts';

/** What is being changed: a condition, or with a code one word of it; `add` is a condition that is not there yet. */
export type Editing = { readonly kind: Kind | 'add'; readonly codeId: number | null };

type Props = {
  readonly clauses: readonly Clause[];
  readonly editing: Editing | null;
  readonly onEdit: (editing: Editing, word: HTMLElement) => void;
};

export function FragmentsSentence({ clauses, editing, onEdit }: Props) {
  const { t } = useTexts();
  return (
    <p className="scope">
      {t('fragments.title')}
      {clauses.map((clause, at) => (
        <Fragment key={clause.kind}>
          {at === 0 || !endsInComma(clauses, at - 1) ? gapBefore(clauses, at) : ' '}
          {clause.lead}{' '}
          {clause.words.map((word, index) => (
            <Fragment key={word.id ?? word.text}>
              {index > 0 ? clause.join : ''}
              {index === clause.words.length - 1 && endsInComma(clauses, at) ? (
                <span className="kept">
                  <SentenceWord clause={clause} word={word} editing={editing} onEdit={onEdit} />,
                </span>
              ) : (
                <SentenceWord clause={clause} word={word} editing={editing} onEdit={onEdit} />
              )}
            </Fragment>
          ))}
        </Fragment>
      ))}{' '}
      <span className="plus">
        <button
          type="button"
          data-word="add"
          aria-label={t('fragments.addLabel')}
          aria-haspopup="dialog"
          aria-expanded={editing?.kind === 'add'}
          onClick={(event) => onEdit({ kind: 'add', codeId: null }, event.currentTarget)}
        >
          {t('fragments.add')}
        </button>
      </span>
    </p>
  );
}

/** No line begins with the comma after a clause: it stays with the last word. */
function endsInComma(clauses: readonly Clause[], at: number): boolean {
  return at + 1 < clauses.length && gapBefore(clauses, at + 1) === ', ';
}

type WordProps = Omit<Props, 'clauses'> & { readonly clause: Clause; readonly word: Word };

function SentenceWord({ clause: { kind }, word, editing, onEdit }: WordProps) {
  const { t } = useTexts();
  const codeId = kind === 'all' || kind === 'any' || kind === 'none' ? (word.id ?? null) : null;
  const open = editing?.kind === kind && editing.codeId === codeId;
  return (
    <button
      type="button"
      className="word"
      data-word={codeId === null ? kind : `code-${codeId}`}
      data-kind={kind}
      data-focus={`word ${kind} ${word.text}`}
      aria-haspopup="dialog"
      aria-expanded={open}
      aria-label={t('fragments.change', { name: conditionName(kind, t), words: word.text })}
      onClick={(event) => onEdit({ kind, codeId }, event.currentTarget)}
    >
      {word.colour ? <Swatch colour={word.colour} /> : null}
      {word.text}
    </button>
  );
}

/** What a condition is called in a menu. */
export function conditionName(kind: Kind, t: ReturnType<typeof useTexts>['t']): string {
  return kind.startsWith('attribute:')
    ? kind.slice('attribute:'.length)
    : t(`fragments.condition.${kind as Exclude<Kind, `attribute:${string}`>}`);
}
