// The menu bar. An item of ours sends its command to the page, which does what it does for the key; Edit says what undo and redo
// would do, as the page last told.

import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, MenuState } from '../src/contract/door.ts';
import { wordsOf } from './words.ts';

type Item = MenuItemConstructorOptions;

/** `onCommand`: for the window in front. */
export type MenuActs = { readonly onCommand: (command: MenuCommand) => void; readonly onNewWindow: () => void };

export function showMenu(state: MenuState, acts: MenuActs): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, acts)));
}

function menuTemplate({ language, undo, redo, keys = usualKeys }: MenuState, { onCommand, onNewWindow }: MenuActs): Item[] {
  const words = wordsOf(language);
  /** The page itself listens to the keys, as it does in a browser; the menu only shows them. */
  const shown = (id: string) => {
    const accelerator = toAccelerator(keys[id] ?? '');
    return accelerator ? { accelerator, registerAccelerator: false } : {};
  };
  const ours = (command: MenuCommand, label: string): Item => ({
    id: command,
    label,
    click: () => onCommand(command),
    ...shown(command),
  });
  const step = (command: 'undo' | 'redo', label: string | null): Item => ({
    ...ours(command, label ? `${words[command]}: ${label}` : words[command]),
    enabled: label !== null,
  });

  const file: Item[] = [
    { id: 'window.new', label: words.newWindow, click: onNewWindow, ...shown('window.new') },
    separator,
    ours('project.new', words.newProject),
    ours('project.open', words.openProject),
    ours('interview.import', words.importInterviews),
    separator,
    ours('project.close', words.closeProject),
    { role: 'quit', label: words.quit },
  ];
  const edit: Item[] = [
    step('undo', undo),
    step('redo', redo),
    ours('history', words.history),
    separator,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
  const view: Item[] = [
    ours('palette', words.palette),
    ours('settings', words.settings),
    separator,
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'resetZoom', label: words.resetZoom },
    separator,
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } satisfies Item]),
  ];
  const own: Item[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return [
    ...own,
    { label: words.file, submenu: file },
    { label: words.edit, submenu: edit },
    { label: words.view, submenu: view },
    { label: words.help, role: 'help', submenu: [ours('keys', words.keys)] },
  ];
}

const separator: Item = { type: 'separator' };

/** `mod+shift+z` as Electron writes it; '' for a key that is not for a menu: one that is typed. */
function toAccelerator(keys: string): string {
  const parts = keys.split('+');
  const key = parts.pop() ?? '';
  if (key === '' || (parts.length === 0 && key.length === 1)) return '';
  const held = parts.map((part) => HELD[part] ?? part);
  return [...held, key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1)].join('+');
}

const HELD: Readonly<Record<string, string>> = { mod: 'CmdOrCtrl', alt: 'Alt', shift: 'Shift', ctrl: 'Ctrl' };

/** Until the page has told which are in force. */
const usualKeys: Readonly<Record<string, string>> = { undo: 'mod+z', redo: 'mod+shift+z' };
