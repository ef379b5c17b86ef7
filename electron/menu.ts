// The menu bar. An item of ours sends its command to the page, which does what it does for the key; Edit says what undo and redo
// would do, as the page last told.

import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, MenuState } from '../src/contract/door.ts';
import { wordsOf } from './words.ts';

type Item = MenuItemConstructorOptions;

export function showMenu(state: MenuState, onCommand: (command: MenuCommand) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, onCommand)));
}

function menuTemplate({ language, undo, redo }: MenuState, onCommand: (command: MenuCommand) => void): Item[] {
  const words = wordsOf(language);
  /** The page itself listens to the keys, as it does in a browser; the menu only shows them. */
  const ours = (command: MenuCommand, label: string, accelerator?: string): Item => ({
    id: command,
    label,
    click: () => onCommand(command),
    ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
  });
  const step = (command: 'undo' | 'redo', label: string | null, accelerator: string): Item => ({
    ...ours(command, label ? `${words[command]}: ${label}` : words[command], accelerator),
    enabled: label !== null,
  });

  const file: Item[] = [
    ours('project.new', words.newProject),
    ours('project.open', words.openProject),
    ours('interview.import', words.importInterviews),
    separator,
    ours('project.close', words.closeProject),
    { role: 'quit', label: words.quit },
  ];
  const edit: Item[] = [
    step('undo', undo, 'CmdOrCtrl+Z'),
    step('redo', redo, 'CmdOrCtrl+Shift+Z'),
    separator,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
  const view: Item[] = [
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
