// The bar on top: the project and its menu, the views, and the tools that work everywhere.

import { Keyboard, Search, Settings } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import { useKeymap } from '../commands/keymap.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon, ThreadMark } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { ariaKeys, Keys } from '../parts/keys.tsx';
import { ProjectMenu } from './project-menu.tsx';
import { formatRoute, go, type Route, VIEWS, type View } from './route.ts';
import { useShell } from './shell-context.ts';
import './top-bar.css';

type Props = { readonly view: View; readonly routes: Readonly<Record<View, Route>> };

/** `routes`: where each view was last, so that a tab returns there. */
export function TopBar({ view, routes }: Props) {
  const { t } = useTexts();
  return (
    <header className="top">
      <div className="brand">
        <ThreadMark />
        <Project />
      </div>
      <nav className="views" aria-label={t('shell.views')}>
        {VIEWS.map((name) => (
          <ViewTab key={name} label={t(`shell.${name}`)} current={name === view} route={routes[name]} />
        ))}
      </nav>
      <Tools />
    </header>
  );
}

// Going to another place changes the tabs, and nothing else in this bar.
const Project = memo(ProjectMenu);
const Tools = memo(function Tools() {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <div className="tools">
      <FindButton />
      <IconButton label={t('shell.keys')} icon={Keyboard} command="keys" onPress={() => shell.show('keys')} />
      <IconButton label={t('shell.settings')} icon={Settings} command="settings" onPress={() => shell.show('settings')} />
    </div>
  );
});

function FindButton() {
  const { t } = useTexts();
  const shell = useShell();
  const keys = useKeymap().shown('palette');
  return (
    <button
      type="button"
      className="find"
      {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys) } : {})}
      onClick={() => shell.show('palette')}
    >
      <Icon of={Search} small />
      <span>{t('commands.find')}</span>
      <i aria-hidden="true">{keys ? <Keys of={keys} /> : null}</i>
    </button>
  );
}

function ViewTab({ label, current, route }: { readonly label: string; readonly current: boolean; readonly route: Route }) {
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!current) go(route);
  };
  return (
    <a href={formatRoute(route)} onClick={onClick} {...(current ? { 'aria-current': 'page' as const } : {})}>
      {label}
    </a>
  );
}
