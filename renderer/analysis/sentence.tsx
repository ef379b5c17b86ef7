// A sentence that says what is counted, with words that can be changed. The words that both screens share are here.

import { Fragment, type ReactNode } from 'react';
import { type Texts, type Translate, useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { type SharedScope, toggleSet } from './scope.ts';
import type { Known } from './use-known.ts';
import { type Choice, WordMenu, WordsMenu } from './word-menu.tsx';

/** `text` holds `{name}` where a word comes. A sign right after a word stays on its line. */
export function Sentence({ text, words }: { readonly text: string; readonly words: Readonly<Record<string, ReactNode>> }) {
  const parts = text.split(/(\{\w+\}[.,;:]?)/);
  return (
    <p className="scope">
      {parts.map((part, at) => {
        const key = `${at} ${part}`;
        const match = /^\{(\w+)\}(.?)$/.exec(part);
        if (!match) return <Rich key={key} text={part} />;
        const word = words[match[1] ?? ''];
        return match[2] ? (
          <span key={key} className="kept">
            {word}
            {match[2]}
          </span>
        ) : (
          <Fragment key={key}>{word}</Fragment>
        );
      })}
    </p>
  );
}

/** The sentence as plain text, for a picture that leaves the window. */
export function sentenceText(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
}

/** The words that both screens share, as plain text. */
export function sharedWords(
  { t, format }: Texts,
  { sets, by, coder }: SharedScope,
): Readonly<Record<'sets' | 'by' | 'coder', string>> {
  return {
    sets: sets.length === 0 ? t('analysis.allSets') : format.list(sets),
    by: byName(t, by),
    coder: coder === '' ? t('analysis.allCoders') : coder,
  };
}

type WordProps<S extends SharedScope> = {
  readonly scope: S;
  readonly known: Known;
  readonly onChange: (change: Partial<SharedScope>) => void;
};

export function SetsWord<S extends SharedScope>({ scope, known, onChange }: WordProps<S>) {
  const { t } = useTexts();
  const shown =
    scope.sets.length === 0
      ? t('analysis.allSets')
      : t('analysis.someSets', { count: scope.sets.length, name: scope.sets[0] ?? '' });
  return (
    <WordsMenu
      label={t('analysis.word.sets')}
      shown={shown}
      all={t('analysis.allSets')}
      names={known.sets}
      chosen={scope.sets}
      onToggle={(name) => onChange({ sets: toggleSet(known.sets, scope.sets, name) })}
      onAll={() => onChange({ sets: [] })}
    />
  );
}

export function ByWord<S extends SharedScope>({ scope, known, onChange }: WordProps<S>) {
  const { t } = useTexts();
  const section = t('analysis.by.attributes');
  const choices: Choice<string>[] = [
    { value: 'set', label: t('analysis.by.set') },
    { value: 'city', label: t('analysis.by.city') },
    { value: 'all', label: t('analysis.by.all') },
    ...known.attributes.map((name) => ({ value: name, label: name, section })),
  ];
  return <WordMenu label={t('analysis.word.by')} value={scope.by} choices={choices} onChange={(by) => onChange({ by })} />;
}

export function CoderWord<S extends SharedScope>({ scope, known, onChange }: WordProps<S>) {
  const { t } = useTexts();
  const choices: Choice<string>[] = [
    { value: '', label: t('analysis.allCoders') },
    ...known.coders.map((name) => ({ value: name, label: name })),
  ];
  return (
    <WordMenu label={t('analysis.word.coder')} value={scope.coder} choices={choices} onChange={(coder) => onChange({ coder })} />
  );
}

/** What a way of comparing is called: the words of the menu, or the name of the attribute. */
export function byName(t: Translate, by: string): string {
  return by === 'set' || by === 'city' || by === 'all' ? t(`analysis.by.${by}`) : by;
}
