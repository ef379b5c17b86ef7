// The right pane: the tree of codes with its filter, the definition of the chosen code, and the dialogs that change codes.

import { Ellipsis, Plus, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
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
import { fittingCodes } from './tree-keys.ts';
import { useClosed } from './use-closed.ts';
import { useCodebook } from './use-codebook.ts';
import './codebook-pane.css';

export function CodebookPane() {
  const { t } = useTexts();
  const codebook = useCodebook();
  const closed = useClosed(codebook);
  const shell = useShell();
  const [filter, setFilter] = useState('');
  const [deep, setDeep] = useState(false);
  const [dialog, setDialog] = useState<CodeDialogState | null>(null);
  const close = () => {
    setDialog(null);
    returnToTree();
  };
  const [selectedId] = useSelectedCode();
  const selected = selectedId === null ? undefined : codebook.byId.get(selectedId);
  const themes = codebook.themes.length;
  const found = useMemo(() => fittingCodes(codebook.codes, filter, deep)?.length ?? null, [codebook, filter, deep]);
  return (
    <>
      <div className="ph">
        <h2>{t('codebook.title')}</h2>
        <span className="t3 num" role="status">
          {found !== null
            ? t('codebook.found', { count: found })
            : codebook.ready
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
          <div className="cols">
            {filter.trim() === '' ? null : (
              <label className="check deep">
                <input type="checkbox" checked={deep} onChange={(event) => setDeep(event.target.checked)} />
                {t('codebook.filterDeep')}
              </label>
            )}
            <span className="col" aria-hidden="true" title={t('codebook.interviewsWhy')}>
              {t('codebook.interviewsShort')}
            </span>
            <span className="col" aria-hidden="true" title={t('codebook.quotesWhy')}>
              {t('codebook.quotesShort')}
            </span>
          </div>
          <CodeTree codebook={codebook} closed={closed} filter={filter} deep={deep} onDialog={setDialog} />
          {selected ? (
            <Definition
              code={selected}
              codebook={codebook}
              onEdit={() => setDialog({ kind: 'edit', id: selected.id })}
              onHistory={() => setDialog({ kind: 'history', id: selected.id })}
            />
          ) : null}
        </>
      )}
      {dialog ? <CodeDialogs dialog={dialog} codebook={codebook} onClose={close} /> : null}
    </>
  );
}

/** A dialog that was opened from a menu has nothing to give the focus back to, as the menu has gone: the row it was about gets it. */
function returnToTree(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('[data-code][tabindex="0"]')?.focus();
    }),
  );
}
