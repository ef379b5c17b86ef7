// Settings: how it looks and reads, the keys, and the name under which one codes. They work at once, in every window.

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useKeepSettings, useRead } from '../client/index.ts';
import { ShortcutEditor } from '../commands/shortcut-editor.tsx';
import { useTexts } from '../i18n/index.ts';
import { Rich } from '../i18n/rich.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { CoderField } from './coder-dialog.tsx';
import { FACES, TEXT_SIZES } from './text-look.ts';
import './settings.css';

export const LANGUAGES = [
  { value: 'nl', label: 'Nederlands', lang: 'nl' },
  { value: 'en', label: 'English', lang: 'en' },
] as const;

const TABS = ['read', 'keys', 'coder'] as const;

export function SettingsDialog({
  tab = 'read',
  onClose,
}: {
  readonly tab?: (typeof TABS)[number];
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const version = useRead('workbench.get', {}).data?.version ?? '';
  return (
    <Dialog
      size="wide"
      title={t('settings.title')}
      onClose={onClose}
      footer={
        <>
          <span className="t3 sp num">{t('settings.version', { version })}</span>
          <button type="button" className="btn" onClick={onClose}>
            {t('common.close')}
          </button>
        </>
      }
    >
      <Tabs className="settings" orientation="vertical" defaultSelectedKey={tab} keyboardActivation="automatic">
        <TabList className="settings-tabs" aria-label={t('settings.title')}>
          {TABS.map((name) => (
            <Tab key={name} id={name} className="settings-tab">
              {t(`settings.tabs.${name}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="read" className="settings-panel">
          <Reading />
        </TabPanel>
        <TabPanel id="keys" className="settings-panel">
          <ShortcutEditor />
        </TabPanel>
        <TabPanel id="coder" className="settings-panel">
          <CoderField />
        </TabPanel>
      </Tabs>
    </Dialog>
  );
}

function Reading() {
  const { t } = useTexts();
  const change = useKeepSettings();
  const settings = useRead('workbench.get', {}).data?.settings;
  if (!settings) return null;
  const { theme, language, textSize, face } = settings;
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.themes.${value}`) }));
  const faces = FACES.map((value) => ({ value, label: t(`settings.faces.${value}`) }));
  const setSize = (size: number) => {
    const next = TEXT_SIZES[Math.max(0, TEXT_SIZES.indexOf(size))] ?? textSize;
    if (next !== textSize) void change({ textSize: next });
  };
  return (
    <>
      <Line name={t('settings.theme')}>
        <Segmented
          label={t('settings.theme')}
          value={theme}
          choices={themes}
          onChange={(value) => void change({ theme: value })}
        />
      </Line>
      <Line name={t('settings.language')}>
        <Segmented
          label={t('settings.language')}
          value={language}
          choices={LANGUAGES}
          onChange={(value) => void change({ language: value })}
        />
      </Line>
      <Line name={t('settings.textSize')}>
        <span className="settings-size">
          <input
            type="range"
            aria-label={t('settings.textSize')}
            aria-valuetext={t('settings.px', { size: textSize })}
            min={TEXT_SIZES[0]}
            max={TEXT_SIZES.at(-1)}
            step={1}
            value={textSize}
            onChange={(event) => setSize(Number(event.target.value))}
          />
          <output className="num">{textSize}</output>
        </span>
      </Line>
      <Line name={t('settings.face')}>
        <Segmented label={t('settings.face')} value={face} choices={faces} onChange={(value) => void change({ face: value })} />
      </Line>
      <p className="sample read">
        <Rich text={t('settings.sample')} />
      </p>
    </>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="f">
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  );
}
