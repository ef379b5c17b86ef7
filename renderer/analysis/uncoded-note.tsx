// Says how many interviews nobody has coded yet: they count in every "of", and what does not occur there may still turn up.

import { CircleDashed } from 'lucide-react';
import { useRead } from '../client/index.ts';
import { type Texts, useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { type FrequencyScope, frequencyInput } from './scope.ts';

export function UncodedNote({ scope }: { readonly scope: FrequencyScope }) {
  const said = useUncoded(scope);
  return said === null ? null : (
    <div className="note an-note">
      <Icon of={CircleDashed} />
      <p>{said}</p>
    </div>
  );
}

/** The sentence, also for a picture that leaves the window; null when everything is coded, or not known yet. */
export function useUncoded(scope: FrequencyScope): string | null {
  const texts = useTexts();
  const all = useRead('analysis.frequency', frequencyInput(scope, 'all'), { keep: true }).data;
  const grouped = useRead('analysis.frequency', frequencyInput(scope, scope.by), { keep: true }).data;
  const n = all?.uncoded[0]?.interviews ?? 0;
  if (!all || !grouped || n === 0) return null;
  const { t } = texts;
  return t('analysis.uncoded.note', {
    count: n,
    of: all.basis.interviews,
    who: scope.coder === '' ? '' : t('analysis.uncoded.who', { coder: scope.coder }),
    where: scope.by === 'all' ? '' : t('analysis.uncoded.where', { groups: groupsOf(texts, grouped.uncoded) }),
  });
}

function groupsOf({ t, format }: Texts, uncoded: readonly { readonly group: string; readonly interviews: number }[]): string {
  return format.list(
    uncoded.map(({ group, interviews }) =>
      t('analysis.uncoded.group', { group: group === '' ? t('analysis.noValue') : group, n: interviews }),
    ),
  );
}
