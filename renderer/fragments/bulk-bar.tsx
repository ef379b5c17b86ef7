// What can be done with the chosen fragments, floating over the end of the list.

import { Copy, type LucideIcon, NotebookPen, Replace, Star, Tag, TagX, X } from 'lucide-react';
import { USUAL_KEYS } from '../commands/keymap.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { ariaKeys, Keys } from '../parts/keys.tsx';

export type BarAct = 'code' | 'recode' | 'key' | 'memo' | 'remove' | 'copy';

const keyOf = (act: BarAct): string => USUAL_KEYS.shown(`fragments.${act}`) ?? '';

/** The keys of the list and the bar, as the table of commands has them. */
export const ACT_KEYS: Readonly<Record<BarAct, string>> = {
  code: keyOf('code'),
  recode: keyOf('recode'),
  key: keyOf('key'),
  memo: keyOf('memo'),
  remove: keyOf('remove'),
  copy: keyOf('copy'),
};

const ICONS: Readonly<Record<BarAct, LucideIcon>> = {
  code: Tag,
  recode: Replace,
  key: Star,
  memo: NotebookPen,
  remove: TagX,
  copy: Copy,
};

type Props = {
  readonly count: number;
  readonly readOnly: boolean;
  readonly onAct: (act: BarAct) => void;
  readonly onClear: () => void;
};

export function BulkBar({ count, readOnly, onAct, onClear }: Props) {
  const { t } = useTexts();
  const acts: readonly BarAct[] = readOnly ? ['copy'] : ['code', 'recode', 'key', 'memo', 'remove', 'copy'];
  return (
    <div className="fx-bulk pop" role="toolbar" aria-label={t('fragments.bar')}>
      <b className="num">{t('fragments.chosen', { count })}</b>
      <i />
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          className="btn quiet"
          data-act={act}
          aria-keyshortcuts={ariaKeys(ACT_KEYS[act])}
          onClick={() => onAct(act)}
        >
          <Icon of={ICONS[act]} small />
          {t(`fragments.${act}`)} <Keys of={ACT_KEYS[act]} />
        </button>
      ))}
      <IconButton label={t('fragments.clear')} icon={X} small keys="esc" onPress={onClear} />
    </div>
  );
}
