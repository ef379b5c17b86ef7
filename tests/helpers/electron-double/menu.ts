// The double of Menu: keeps what the menu bar holds, and clicks an item when the test says so.

import type { MenuItemConstructorOptions } from 'electron';
import { answers, menu } from './state.ts';
import { forbid, onlyKeys, strict } from './strict.ts';
import type { SeenItem } from './wire.ts';

const known = ['accelerator', 'click', 'enabled', 'id', 'label', 'registerAccelerator', 'role', 'submenu', 'type'];
const roles = [
  'appMenu',
  'copy',
  'cut',
  'help',
  'paste',
  'quit',
  'resetZoom',
  'selectAll',
  'toggleDevTools',
  'togglefullscreen',
  'zoomIn',
  'zoomOut',
];
const built = new WeakMap<object, readonly MenuItemConstructorOptions[]>();

export const Menu = strict('Menu', {
  buildFromTemplate(template: MenuItemConstructorOptions[]): object {
    const made = {};
    for (const item of flat(template)) {
      onlyKeys('a menu item', item, known);
      if (item.role && !roles.includes(item.role)) forbid(`the role ${item.role} is not in the double`);
      if (!item.role && !item.label && item.type !== 'separator') forbid('a menu item without a label');
    }
    built.set(made, template);
    return made;
  },
  setApplicationMenu(made: object | null): void {
    menu.template = (made && built.get(made)) ?? forbid('a menu that was not built from a template');
    menu.seen = menu.template.map(toSeen);
  },
});

answers.menu = () => menu.seen;
answers.click = (id) => {
  const item = flat(menu.template).find((found) => found.id === id) ?? forbid(`no menu item '${id}'`);
  if (item.enabled === false) forbid(`the menu item '${id}' is disabled`);
  item.click?.({} as never, undefined, {} as never);
};

function below(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return Array.isArray(item.submenu) ? item.submenu : [];
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...flat(below(item))]);
}

function toSeen(item: MenuItemConstructorOptions): SeenItem {
  const { id = item.role ?? '', label = '', enabled = true, accelerator = '' } = item;
  return { id, label, enabled, accelerator, items: below(item).map(toSeen) };
}
