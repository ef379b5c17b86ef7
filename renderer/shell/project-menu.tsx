// What can be done with the project as a whole, behind its name.

import {
  ChevronDown,
  CopyPlus,
  Download,
  FileInput,
  FilePlus2,
  FolderOpen,
  History,
  NotebookPen,
  PencilLine,
  RotateCcw,
  ShieldCheck,
  SquareX,
  Users,
} from 'lucide-react';
import { useChange, useClient, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { go } from './route.ts';
import { useShell } from './shell-context.ts';
import { useTables } from './use-shell-commands.ts';

export function ProjectMenu() {
  const { t } = useTexts();
  const client = useClient();
  const shell = useShell();
  const tables = useTables();
  const close = useChange('workbench.close');
  const name = useRead('project.get', {}).data?.name ?? '';
  const sample = useRead('workbench.get', {}).data?.open?.sample ?? false;
  const entries: readonly MenuEntry[] = [
    { id: 'new', label: t('start.createTitle'), icon: FilePlus2, command: 'project.new', onAction: () => shell.show('new') },
    { id: 'open', label: t('start.openTitle'), icon: FolderOpen, command: 'project.open', onAction: () => shell.show('open') },
    { id: 'l0', line: true },
    { id: 'rename', label: t('shell.renameProject'), icon: PencilLine, onAction: () => shell.show('rename') },
    { id: 'check', label: t('shell.checkProject'), icon: ShieldCheck, onAction: () => shell.show('check') },
    { id: 'l1', line: true },
    { id: 'memos', label: t('shell.memos'), icon: NotebookPen, onAction: () => go({ view: 'memos', open: null }) },
    { id: 'speakers', label: t('interviews.speakers.menu'), icon: Users, onAction: () => shell.show('speakers') },
    { id: 'history', label: t('shell.history'), icon: History, onAction: () => shell.show('history') },
    { id: 'l2', line: true },
    { id: 'import-codings', label: t('shell.importCodings'), icon: FileInput, onAction: () => shell.show('import-codings') },
    { id: 'codings', label: t('shell.exportCodings'), icon: Download, onAction: () => tables['codings.export']?.() },
    { id: 'codebook', label: t('shell.exportCodebook'), icon: Download, onAction: () => tables['codebook.export']?.() },
    { id: 'l3', line: true },
    {
      id: 'window',
      label: t(client.bridge.kind === 'web' ? 'shell.newTab' : 'shell.newWindow'),
      icon: CopyPlus,
      command: 'window.new',
      onAction: () => void client.bridge.openWindow(),
    },
    ...(sample
      ? [{ id: 'reset', label: t('start.sampleReset'), icon: RotateCcw, onAction: () => shell.show('reset-sample') }]
      : []),
    { id: 'close', label: t('shell.closeProject'), icon: SquareX, onAction: () => void close.run({}) },
  ];
  return (
    <MenuButton label={t('shell.projectMenu', { name })} entries={entries} className="project-menu">
      <span className="brand-name">{name}</span>
      <Icon of={ChevronDown} small />
    </MenuButton>
  );
}
