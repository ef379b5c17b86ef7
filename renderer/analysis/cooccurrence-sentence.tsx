// The sentence of the co-occurrence screen: what goes together when, counted in what, where, by whom, in which order.

import type { Caption } from '../charts/captioned.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import type { CooccurrenceScope } from './scope.ts';
import { ByWord, CoderWord, Sentence, SetsWord, sentenceText, sharedWords } from './sentence.tsx';
import type { Known } from './use-known.ts';
import { WordMenu } from './word-menu.tsx';

type Props = {
  readonly scope: CooccurrenceScope;
  readonly known: Known;
  readonly onChange: (change: Partial<CooccurrenceScope>) => void;
};

export function CooccurrenceSentence({ scope, known, onChange }: Props) {
  const { t } = useTexts();
  const level = (['theme', 'code'] as const).map((value) => ({ value, label: t(`analysis.cooccurrence.level.${value}`) }));
  const rule = (['overlap', 'turn', 'interview'] as const).map((value) => ({
    value,
    label: t(`analysis.cooccurrence.rule.${value}`),
  }));
  const measure = (['interviews', 'together'] as const).map((value) => ({
    value,
    label: t(`analysis.cooccurrence.measure.${value}`),
  }));
  const order = (['similar', 'count', 'codebook'] as const).map((value) => ({
    value,
    label: t(`analysis.cooccurrence.order.${value}`),
  }));
  const shared = { scope, known, onChange };
  const words = {
    level: (
      <WordMenu
        label={t('analysis.word.level')}
        value={scope.level}
        choices={level}
        onChange={(value) => onChange({ level: value, a: '', b: '' })}
      />
    ),
    rule: (
      <WordMenu
        label={t('analysis.word.rule')}
        value={scope.rule}
        choices={rule}
        onChange={(value) => onChange({ rule: value })}
      />
    ),
    measure: (
      <WordMenu
        label={t('analysis.word.measure')}
        value={scope.measure}
        choices={measure}
        onChange={(value) => onChange({ measure: value })}
      />
    ),
    sets: <SetsWord {...shared} />,
    by: <ByWord {...shared} />,
    coder: <CoderWord {...shared} />,
    order: (
      <WordMenu
        label={t('analysis.word.order')}
        value={scope.order}
        choices={order}
        onChange={(value) => onChange({ order: value })}
      />
    ),
  };
  return <Sentence text={t('analysis.cooccurrence.sentence')} words={words} />;
}

/** The title and the sentence as plain text. */
export function cooccurrenceCaption(texts: Texts, scope: CooccurrenceScope): Caption {
  const { t } = texts;
  const words = {
    ...sharedWords(texts, scope),
    level: t(`analysis.cooccurrence.level.${scope.level}`),
    rule: t(`analysis.cooccurrence.rule.${scope.rule}`),
    measure: t(`analysis.cooccurrence.measure.${scope.measure}`),
    order: t(`analysis.cooccurrence.order.${scope.order}`),
  };
  return { title: t('analysis.cooccurrence.title'), sentence: sentenceText(t('analysis.cooccurrence.sentence'), words) };
}
