// What a group of fragments is called, and how much is in it.

import type { FragmentGroup } from '../../src/contract/quote.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Swatch } from '../parts/swatch.tsx';

type Props = { readonly group: FragmentGroup; readonly by: string; readonly codebook: Codebook };

export function GroupTitle({ group, by, codebook }: Props) {
  const { t } = useTexts();
  const code = group.code ? codebook.byId.get(group.code.id) : undefined;
  const without = by === 'set' || by === 'city' || by === 'participant' ? by : 'other';
  const name = code ? [...codebook.parentLabels(code), codebook.label(code)].join(' / ') : group.name;
  return (
    <h2 className="fx-group">
      {code ? <Swatch colour={code.wears} /> : null}
      {name || t(`fragments.without.${without}`)}
      <span className="num">
        {t('fragments.groupSum', {
          fragments: t('fragments.nFragments', { count: group.fragments }),
          people:
            group.participants > 0
              ? t('fragments.nPeople', { count: group.participants })
              : t('common.interviews', { count: group.interviews }),
        })}
      </span>
    </h2>
  );
}
