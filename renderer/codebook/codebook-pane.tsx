// The right pane: the tree of codes with its filter, the definition of the chosen code, and the dialogs that change codes.

import { Ellipsis, Plus, Search } from 'lucide-react';
import { useState } from 'react';
import { useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { MenuButton } from '../parts/menu.tsx';
import { useShell } from '../shell/shell-context.ts';
import { type CodeDialogState, CodeDialogs } from './code-dialogs.tsx';
import { Definition } from './definition.tsx';
import { EmptyCodebook } from './empty-codebook.tsx';
import { CodeTree } from './tree.tsx';
import { useClosed } from './use-closed.ts';
import { useCodebook } from './use-codebook.ts';
import './codebook-pane.css';

export function CodebookPane() {
  const { t } = useTexts();
  const codebook = useCodebook();
  const closed = useClosed(codebook);
  const shell = useShell();
  const [filter, setFilter] = useState('');
  const [dialog, setDialog] = useState<CodeDialogState | null>(null);
  const [selectedId] = useSelectedCode();
  const selected = selectedId === null ? undefined : codebook.byId.get(selectedId);
  const themes = codebook.themes.length;
  return (
    <>
      <div className="ph">
        <h2>{t('codebook.title')}</h2>
        <span className="t3 num">
          {codebook.ready
            ? t('codebook.counts', {
                themes: t('common.themes', { count: themes }),
                codes: t('common.codes', { count: codebook.codes.length - themes }),
              })
            : ''}
        </span>
        <span className="acts">
          <IconButton label={t('codebook.newTheme')} icon={Plus} onPress={() => setDialog({ kind: 'create', parentId: null })} />
          <MenuButton
            label={t('codebook.menuAll')}
            entries={[
              { id: 'theme', label: t('codebook.newTheme'), onAction: () => setDialog({ kind: 'create', parentId: null }) },
              { id: 'open', label: t('codebook.openAll'), onAction: closed.openAll },
              { id: 'close', label: t('codebook.closeAll'), onAction: closed.closeAll },
              { id: 'line', line: true },
              { id: 'import', label: t('codebook.importCsv'), onAction: () => shell.show('import-codebook') },
            ]}
          >
            <Icon of={Ellipsis} />
          </MenuButton>
        </span>
      </div>
      {codebook.ready && codebook.codes.length === 0 ? (
        <EmptyCodebook onCreate={() => setDialog({ kind: 'create', parentId: null })} />
      ) : (
        <>
          <div className="pad">
            <label className="in">
              <Icon of={Search} small />
              <input
                type="search"
                placeholder={t('codebook.filter')}
                aria-label={t('codebook.filter')}
                value={filter}
                onChange={(event) => setFilter(event.target.value)}
              />
            </label>
          </div>
          <p className="cols" aria-hidden="true">
            <span>{t('codebook.quotesShort')}</span>
            <span>{t('codebook.interviewsShort')}</span>
          </p>
          <CodeTree codebook={codebook} closed={closed} filter={filter} onDialog={setDialog} />
          {selected ? (
            <Definition code={selected} codebook={codebook} onEdit={() => setDialog({ kind: 'edit', id: selected.id })} />
          ) : null}
        </>
      )}
      {dialog ? <CodeDialogs dialog={dialog} codebook={codebook} onClose={() => setDialog(null)} /> : null}
    </>
  );
}
