// Tells the desktop's menu bar what undo and redo would do, and which keys are in force.

import { useEffect } from 'react';
import { useClient } from '../client/index.ts';
import { useKeymap } from '../commands/keymap.ts';
import { useTexts } from '../i18n/index.ts';

const IN_MENU = [
  'window.new',
  'project.new',
  'project.open',
  'project.close',
  'interview.import',
  'undo',
  'redo',
  'history',
  'palette',
  'settings',
  'keys',
];
const LONGEST = 200;

/** `undo` and `redo`: the name of the step; null when there is none. */
export function useMenuBar(undo: string | null, redo: string | null): void {
  const client = useClient();
  const { language } = useTexts();
  const { shown } = useKeymap();
  useEffect(() => {
    const keys = Object.fromEntries(IN_MENU.flatMap((id) => (shown(id) ? [[id, shown(id) ?? '']] : [])));
    const fitting = (label: string | null) => label?.slice(0, LONGEST) ?? null;
    void client.bridge.setMenu?.({ language, undo: fitting(undo), redo: fitting(redo), keys });
  }, [client, language, shown, undo, redo]);
}
