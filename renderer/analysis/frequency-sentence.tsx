// The sentence of the frequency screen: what is counted, where, in what, by whom, in which order.

import type { ChartGroup } from '../../src/charts/parts.ts';
import type { Caption } from '../charts/captioned.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { ALL, type FrequencyScope } from './scope.ts';
import { ByWord, CoderWord, Sentence, SetsWord, sentenceText, sharedWords } from './sentence.tsx';
import type { Known } from './use-known.ts';
import { type Choice, WordMenu } from './word-menu.tsx';

type Props = {
  readonly scope: FrequencyScope;
  readonly known: Known;
  readonly groups: readonly ChartGroup[];
  readonly onChange: (change: Partial<FrequencyScope>) => void;
};

export function FrequencySentence({ scope, known, groups, onChange }: Props) {
  const { t } = useTexts();
  const what = (['themes', 'codes'] as const).map((value) => ({ value, label: t(`analysis.frequency.what.${value}`) }));
  const rollup = (['yes', 'no'] as const).map((value) => ({ value, label: t(`analysis.frequency.rollup.${value}`) }));
  const unit = (['interviews', 'quotes', 'words'] as const).map((value) => ({
    value,
    label: t(`analysis.frequency.unit.${value}`),
  }));
  const shared = { scope, known, onChange };
  const words = {
    what: (
      <WordMenu
        label={t('analysis.word.what')}
        value={scope.what}
        choices={what}
        onChange={(value) => onChange({ what: value })}
      />
    ),
    rollup: (
      <WordMenu
        label={t('analysis.word.rollup')}
        value={scope.rollup ? 'yes' : 'no'}
        choices={rollup}
        onChange={(value) => onChange({ rollup: value === 'yes' })}
      />
    ),
    sets: <SetsWord {...shared} />,
    by: <ByWord {...shared} />,
    unit: (
      <WordMenu
        label={t('analysis.word.unit')}
        value={scope.unit}
        choices={unit}
        onChange={(value) => onChange({ unit: value })}
      />
    ),
    coder: <CoderWord {...shared} />,
    order: <OrderWord scope={scope} groups={groups} onChange={onChange} />,
  };
  return <Sentence text={t('analysis.frequency.sentence')} words={words} />;
}

/** The title and the sentence as plain text. */
export function frequencyCaption(texts: Texts, scope: FrequencyScope, groups: readonly ChartGroup[]): Caption {
  const { t } = texts;
  const orders = orderChoices(texts, groups);
  const words = {
    ...sharedWords(texts, scope),
    what: t(`analysis.frequency.what.${scope.what}`),
    rollup: t(`analysis.frequency.rollup.${scope.rollup ? 'yes' : 'no'}`),
    unit: t(`analysis.frequency.unit.${scope.unit}`),
    order: (orders.find((choice) => choice.value === scope.order) ?? orders[0])?.label ?? '',
  };
  const title = t(scope.what === 'codes' ? 'analysis.frequency.titleCodes' : 'analysis.frequency.title');
  return { title, sentence: sentenceText(t('analysis.frequency.sentence'), words) };
}

function OrderWord({ scope, groups, onChange }: Pick<Props, 'scope' | 'groups' | 'onChange'>) {
  const texts = useTexts();
  const choices = orderChoices(texts, groups);
  const value = choices.some((choice) => choice.value === scope.order) ? scope.order : ALL;
  return (
    <WordMenu label={texts.t('analysis.word.order')} value={value} choices={choices} onChange={(order) => onChange({ order })} />
  );
}

function orderChoices({ t }: Texts, groups: readonly ChartGroup[]): Choice<string>[] {
  return [
    { value: ALL, label: t('analysis.frequency.orderAll') },
    ...groups
      .filter((group) => group.name !== ALL && group.name !== '')
      .map((group) => ({ value: group.name, label: t('analysis.frequency.orderBy', { group: group.label }) })),
    { value: '', label: t('analysis.codebookOrder') },
  ];
}
