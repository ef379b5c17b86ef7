// The sentence of the frequency screen: what is counted, where, in what, by whom, in which order.

import type { ChartGroup } from '../../src/charts/parts.ts';
import { useTexts } from '../i18n/index.ts';
import { ALL, type FrequencyScope } from './scope.ts';
import { ByWord, CoderWord, Sentence, SetsWord } from './sentence.tsx';
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

function OrderWord({ scope, groups, onChange }: Pick<Props, 'scope' | 'groups' | 'onChange'>) {
  const { t } = useTexts();
  const choices: Choice<string>[] = [
    { value: ALL, label: t('analysis.frequency.orderAll') },
    ...groups
      .filter((group) => group.name !== ALL && group.name !== '')
      .map((group) => ({ value: group.name, label: t('analysis.frequency.orderBy', { group: group.label }) })),
    { value: '', label: t('analysis.codebookOrder') },
  ];
  const value = choices.some((choice) => choice.value === scope.order) ? scope.order : ALL;
  return <WordMenu label={t('analysis.word.order')} value={value} choices={choices} onChange={(order) => onChange({ order })} />;
}
