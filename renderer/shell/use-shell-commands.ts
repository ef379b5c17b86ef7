// The commands that work in any view of a project: undo, the dialogs, the views, the settings, the files in and out.

import { fetchRead, useChange, useClient, useKeepSettings, useRead, useUndo } from '../client/index.ts';
import type { Offers } from '../commands/registry.ts';
import { useCommands } from '../commands/registry.ts';
import { useTexts } from '../i18n/index.ts';
import { TEXT_SIZES } from '../settings/text-look.ts';
import { useShowSteps } from './first-steps.tsx';
import { go, type Route, VIEWS, type View } from './route.ts';
import { useSaveFile } from './save-file.ts';
import type { Shell, ShellDialog } from './shell-context.ts';

/** Commands that only open a dialog. */
const DIALOGS: readonly (readonly [command: string, dialog: ShellDialog])[] = [
  ['palette', 'palette'],
  ['goTo', 'goTo'],
  ['goTo.code', 'goTo.code'],
  ['goTo.participant', 'goTo.participant'],
  ['goTo.turn', 'goTo.turn'],
  ['search', 'search'],
  ['history', 'history'],
  ['settings', 'settings'],
  ['changeKeys', 'changeKeys'],
  ['keys', 'keys'],
  ['coder', 'coder'],
  ['interview.import', 'import'],
  ['participants.import', 'import-participants'],
  ['codebook.import', 'import-codebook'],
  ['codings.import', 'import-codings'],
  ['speakers', 'speakers'],
  ['toCheck', 'to-check'],
  ['project.rename', 'rename'],
  ['project.check', 'check'],
  ['project.new', 'new'],
  ['project.open', 'open'],
];

export function useShellCommands(show: Shell['show'], routes: Readonly<Record<View, Route>>): void {
  const client = useClient();
  const { undo, redo, next } = useUndo();
  const close = useChange('workbench.close');
  const showSteps = useShowSteps();
  useCommands({
    ...Object.fromEntries(DIALOGS.map(([command, dialog]) => [command, () => show(dialog)])),
    ...Object.fromEntries(VIEWS.map((view) => [`view.${view}`, () => go(routes[view])])),
    undo: next.undo ? () => void undo() : undefined,
    redo: next.redo ? () => void redo() : undefined,
    steps: showSteps,
    'project.close': () => void close.run({}),
    'window.new': () => void client.bridge.openWindow(),
  });
  useCommands(useTables());
  useCommands(useLookCommands());
}

/** The tables that go out; also for the project menu. */
export function useTables(): Offers {
  const { t, language } = useTexts();
  const client = useClient();
  const save = useSaveFile();
  const name = useRead('project.get', {}).data?.name ?? '';
  const codings = async () => {
    const { csv, left } = await fetchRead(client, 'codings.export', { language });
    const parts = [
      left.memos > 0 ? t('shell.leftMemos', { count: left.memos }) : '',
      left.keys > 0 ? t('shell.leftKeys', { count: left.keys }) : '',
      left.toBeChecked > 0 ? t('shell.leftToCheck', { count: left.toBeChecked }) : '',
    ].filter(Boolean);
    return { text: csv, note: parts.length > 0 ? t('shell.leftOut', { what: parts.join(', ') }) : '' };
  };
  return {
    'codings.export': () => void save(`${name} codings.csv`, 'text/csv', codings),
    'codebook.export': () =>
      void save(`${name} codebook.csv`, 'text/csv', async () => (await fetchRead(client, 'codebook.export', { language })).csv),
  };
}

/** Theme, size of the text and language; also on the start screen. */
export function useLookCommands(): Offers {
  const settings = useKeepSettings();
  const look = useRead('workbench.get', {}).data?.settings;
  const resized = (step: 1 | -1) => TEXT_SIZES[TEXT_SIZES.indexOf(look?.textSize ?? 17) + step];
  const to = (textSize: number | undefined) => (textSize ? () => void settings({ textSize }) : undefined);
  const toTheme = (theme: 'light' | 'dark' | 'system') => (look?.theme === theme ? undefined : () => void settings({ theme }));
  return {
    'theme.light': toTheme('light'),
    'theme.dark': toTheme('dark'),
    'theme.system': toTheme('system'),
    'text.larger': to(resized(1)),
    'text.smaller': to(resized(-1)),
    language: () => void settings({ language: look?.language === 'en' ? 'nl' : 'en' }),
  };
}
