// Says which themes did not occur in which groups: an empty cell is a fact too.

import { UserX } from 'lucide-react';
import type { FrequencyInput } from '../../src/charts/frequency-data.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Icon } from '../parts/icon.tsx';
import { absences } from './frequency-input.ts';

const MOST = 4;

export function AbsenceNote({ input }: { readonly input: FrequencyInput }) {
  const { t, format } = useTexts();
  const all = absences(input);
  if (all.length === 0) return null;
  const items = all
    .slice(0, MOST)
    .map(({ code, groups }) => t('analysis.absent.item', { theme: code.label, groups: format.list(groups) }));
  if (all.length > MOST) items.push(t('analysis.absent.more', { count: all.length - MOST }));
  return (
    <div className="note an-note">
      <Icon of={UserX} />
      <p>
        <Rich text={t('analysis.absent.note', { items: items.join('; ') })} />
      </p>
    </div>
  );
}
