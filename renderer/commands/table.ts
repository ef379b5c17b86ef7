// Every command: its name, where it works, and the keys it comes with. A screen that can do one says so with `useCommands`; menus,
// tooltips, the palette and the overlay show it from here. To add one: a line here, its name in i18n `commands` (nl and en), and the screen.

import { VIEWS } from '../shell/route.ts';

/** Where the keys of a command work. In a pane single letters do; anywhere they would be typed. */
export type Scope = 'anywhere' | 'transcript' | 'tree' | 'fragments' | 'memo' | 'chart';
export type Group = 'code' | 'read' | 'tree' | 'fragments' | 'memo' | 'view' | 'project' | 'window';

export type Command = {
  readonly id: string;
  readonly group: Group;
  readonly scope: Scope;
  /** As they come; the first is shown. */
  readonly keys: readonly string[];
  /** The pane itself sees to these keys: they are shown, and can't be changed or run from the palette. */
  readonly fixed?: true;
};

const any = (group: Group, id: string, ...keys: string[]): Command => ({ id, group, scope: 'anywhere', keys });
const text = (group: Group, id: string, ...keys: string[]): Command => ({
  id: `transcript.${id}`,
  group,
  scope: 'transcript',
  keys,
});
const fixed = (group: Group, scope: Scope, id: string, ...keys: string[]): Command => ({ id, group, scope, keys, fixed: true });

export const COMMANDS: readonly Command[] = [
  text('code', 'pick', 'c', 'enter'),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => text('code', `digit${digit}`, String(digit))),
  text('code', 'again', '0'),
  text('code', 'last', 'q'),
  text('code', 'inVivo', 'v'),
  text('code', 'newCode', 'n'),
  text('code', 'removeHere', 'u'),
  text('code', 'removeSelected', 'del'),
  text('code', 'key', 'i'),
  text('code', 'memo', 'm'),
  text('code', 'recode', 'r'),
  text('code', 'split', 's'),
  text('code', 'fit', 'shift+s'),
  text('code', 'answers', 'g'),
  text('code', 'startEarlier', '['),
  text('code', 'endLater', ']'),
  text('code', 'startLater', '{', 'shift+['),
  text('code', 'endEarlier', '}', 'shift+]'),
  text('read', 'next', 'j', 'down'),
  text('read', 'previous', 'k', 'up'),
  text('read', 'selectTurn', 'space'),
  text('read', 'grow', 'alt+shift+right'),
  text('read', 'shrink', 'alt+shift+left'),
  text('read', 'cycle', 'o'),
  text('read', 'nextCoding', 'alt+down'),
  text('read', 'previousCoding', 'alt+up'),
  text('read', 'nextSame', 'alt+shift+down'),
  text('read', 'previousSame', 'alt+shift+up'),
  text('read', 'codings', 'l'),
  text('read', 'edit', 'e'),
  any('read', 'transcript.find', 'mod+f'),
  any('read', 'transcript.goToLine', 'mod+shift+g'),
  fixed('tree', 'tree', 'tree.walk', 'up', 'down'),
  fixed('tree', 'tree', 'tree.openClose', 'left', 'right'),
  fixed('tree', 'tree', 'tree.rename', 'f2'),
  fixed('tree', 'tree', 'tree.move', 'alt+up', 'alt+down'),
  fixed('tree', 'tree', 'tree.delete', 'del'),
  fixed('tree', 'tree', 'tree.quotes', 'shift+f'),
  fixed('tree', 'tree', 'tree.menu', 'shift+f10'),
  fixed('tree', 'tree', 'tree.pin', 'alt+1'),
  fixed('fragments', 'fragments', 'fragments.walk', 'j', 'k'),
  fixed('fragments', 'fragments', 'fragments.choose', 'space'),
  fixed('fragments', 'fragments', 'fragments.chooseNext', 'shift+down'),
  fixed('fragments', 'fragments', 'fragments.chooseAll', 'mod+a'),
  fixed('fragments', 'fragments', 'fragments.open', 'enter'),
  fixed('fragments', 'fragments', 'fragments.code', 'c'),
  fixed('fragments', 'fragments', 'fragments.recode', 'r'),
  fixed('fragments', 'fragments', 'fragments.key', 'i'),
  fixed('fragments', 'fragments', 'fragments.memo', 'm'),
  fixed('fragments', 'fragments', 'fragments.remove', 'u'),
  fixed('fragments', 'fragments', 'fragments.copy', 'mod+c'),
  fixed('memo', 'memo', 'memo.bold', 'mod+b'),
  fixed('memo', 'memo', 'memo.italic', 'mod+i'),
  fixed('memo', 'memo', 'memo.heading', 'mod+alt+1'),
  fixed('memo', 'memo', 'memo.bullet', 'mod+shift+8'),
  fixed('memo', 'memo', 'memo.number', 'mod+shift+7'),
  fixed('memo', 'memo', 'memo.link', 'mod+k'),
  fixed('memo', 'memo', 'memo.follow', 'mod+enter'),
  any('window', 'palette', 'mod+k'),
  any('window', 'goTo', 'mod+p'),
  any('window', 'goTo.code'),
  any('window', 'goTo.participant'),
  any('window', 'goTo.turn', 'mod+g'),
  any('window', 'search', 'mod+shift+f'),
  any('window', 'undo', 'mod+z'),
  any('window', 'redo', 'mod+shift+z', 'mod+y'),
  any('window', 'history'),
  any('window', 'settings', 'mod+,'),
  any('window', 'keys', '?'),
  any('window', 'changeKeys'),
  any('window', 'steps'),
  any('window', 'window.new', 'alt+shift+n'),
  fixed('window', 'anywhere', 'pane.next', 'f6'),
  fixed('window', 'anywhere', 'pane.previous', 'shift+f6'),
  fixed('window', 'chart', 'chart.table', 't'),
  fixed('window', 'anywhere', 'back', 'esc'),
  ...VIEWS.map((view) => any('view', `view.${view}`)),
  any('view', 'theme.light'),
  any('view', 'theme.dark'),
  any('view', 'theme.system'),
  any('view', 'text.larger'),
  any('view', 'text.smaller'),
  any('view', 'language'),
  any('project', 'interview.import', 'mod+i'),
  any('project', 'participants.import'),
  any('project', 'codebook.import'),
  any('project', 'codings.import'),
  any('project', 'codebook.export'),
  any('project', 'codings.export'),
  any('project', 'speakers'),
  any('project', 'toCheck'),
  any('project', 'project.rename'),
  any('project', 'project.check'),
  any('project', 'project.new', 'alt+n'),
  any('project', 'project.open', 'mod+o'),
  any('project', 'project.close'),
  any('project', 'coder'),
];

const byId = new Map(COMMANDS.map((command) => [command.id, command]));

export function commandOf(id: string): Command | undefined {
  return byId.get(id);
}
