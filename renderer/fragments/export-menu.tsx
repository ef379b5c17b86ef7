// The list as a file or on the clipboard, with the question above it.

import { Copy, FileText, Table2, Upload } from 'lucide-react';
import { fetchRead } from '../client/client.ts';
import { useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { useSaveFile } from '../shell/save-file.ts';
import type { BulkActs } from './use-acts.ts';
import type { ListInput } from './use-head.ts';

type Props = {
  readonly input: ListInput;
  readonly heading: string;
  readonly project: string;
  readonly acts: BulkActs;
};

export function ExportMenu({ input, heading, project, acts }: Props) {
  const client = useClient();
  const { t, language } = useTexts();
  const save = useSaveFile();
  const { context: _, ...scope } = input;
  const write = (format: 'csv' | 'markdown', ending: string, mime: string) =>
    save(`${t('fragments.fileName', { project })}.${ending}`, mime, async () => {
      const { content } = await fetchRead(client, 'quote.export', { ...scope, format, language, heading });
      return content;
    });
  const entries: MenuEntry[] = [
    { id: 'csv', label: t('fragments.exportCsv'), icon: Table2, onAction: () => void write('csv', 'csv', 'text/csv') },
    { id: 'md', label: t('fragments.exportText'), icon: FileText, onAction: () => void write('markdown', 'md', 'text/markdown') },
    { id: 'copy', label: t('fragments.copyAll'), icon: Copy, onAction: () => void acts.copy(input, null, heading) },
  ];
  return (
    <MenuButton label={t('fragments.export')} entries={entries} className="btn">
      <Icon of={Upload} small />
      {t('fragments.export')}
    </MenuButton>
  );
}
