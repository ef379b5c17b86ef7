// The looks of a memo as buttons; each has a key too. A press leaves the selection in the text as it is.

import { Bold, Heading1, Heading2, Heading3, Italic, Link, List, ListOrdered, type LucideIcon } from 'lucide-react';
import { Toolbar } from 'react-aria-components';
import type { MemoBlockKind, MemoCaret } from '../editor/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { ariaKeys, keyText } from '../parts/keys.tsx';

type Props = {
  readonly caret: MemoCaret;
  readonly onFormat: (format: 'bold' | 'italic') => void;
  readonly onBlock: (kind: MemoBlockKind) => void;
  readonly onLink: () => void;
};

export function MemoToolbar({ caret, onFormat, onBlock, onLink }: Props) {
  const { t } = useTexts();
  const block = (kind: MemoBlockKind, icon: LucideIcon, keys: string) => (
    <Tool
      icon={icon}
      keys={keys}
      label={t(`memos.tools.${kind === 'paragraph' ? 'h1' : kind}`)}
      pressed={caret.block === kind}
      onPress={() => onBlock(kind)}
    />
  );
  return (
    <Toolbar className="memo-tools" aria-label={t('memos.tools.label')}>
      <Tool icon={Bold} keys="mod+b" label={t('memos.tools.bold')} pressed={caret.bold} onPress={() => onFormat('bold')} />
      <Tool
        icon={Italic}
        keys="mod+i"
        label={t('memos.tools.italic')}
        pressed={caret.italic}
        onPress={() => onFormat('italic')}
      />
      <span className="memo-tools-line" />
      {block('h1', Heading1, 'mod+alt+1')}
      {block('h2', Heading2, 'mod+alt+2')}
      {block('h3', Heading3, 'mod+alt+3')}
      <span className="memo-tools-line" />
      {block('bullet', List, 'mod+shift+8')}
      {block('number', ListOrdered, 'mod+shift+7')}
      <span className="memo-tools-line" />
      <Tool icon={Link} keys="mod+k" label={t('memos.tools.link')} pressed={caret.link !== null} onPress={onLink} />
    </Toolbar>
  );
}

type ToolProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
};

function Tool({ icon, label, keys, pressed, onPress }: ToolProps) {
  return (
    <button
      type="button"
      className="ib"
      aria-label={label}
      title={`${label} (${keyText(keys)})`}
      aria-keyshortcuts={ariaKeys(keys)}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon of={icon} small />
    </button>
  );
}
