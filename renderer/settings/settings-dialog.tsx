// Settings: theme, language, and the name under which one codes. They work at once.

import { useChange, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { CoderField } from './coder-dialog.tsx';
import './settings.css';

export const LANGUAGES = [
  { value: 'nl', label: 'Nederlands', lang: 'nl' },
  { value: 'en', label: 'English', lang: 'en' },
] as const;

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const change = useChange('workbench.settings');
  const workbench = useRead('workbench.get', {}).data;
  if (!workbench) return null;
  const { theme, language } = workbench.settings;
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.themes.${value}`) }));
  return (
    <Dialog
      title={t('settings.title')}
      onClose={onClose}
      footer={
        <>
          <span className="t3 sp num">{t('settings.version', { version: workbench.version })}</span>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      <p className="lead">{t('settings.hint')}</p>
      <div className="f">
        <span>{t('settings.theme')}</span>
        <Segmented
          label={t('settings.theme')}
          value={theme}
          choices={themes}
          onChange={(value) => void change.run({ theme: value })}
        />
      </div>
      <div className="f">
        <span>{t('settings.language')}</span>
        <Segmented
          label={t('settings.language')}
          value={language}
          choices={LANGUAGES}
          onChange={(value) => void change.run({ language: value })}
        />
      </div>
      <CoderField />
      <p className="sample read">
        <Rich text={t('settings.sample')} />
      </p>
    </Dialog>
  );
}
