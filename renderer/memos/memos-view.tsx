// All memos in one place: found and filtered on the left, written on the right; the research journal by day; and everything out as one file.

import { CalendarPlus, Download, NotebookPen, Plus } from 'lucide-react';
import { useState } from 'react';
import type { MemoRow } from '../../src/contract/memo.ts';
import { parseLink } from '../../src/domain/memo.ts';
import { fetchRead, useClient, usePosition, useRead } from '../client/index.ts';
import { useCodebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuButton } from '../parts/menu.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Segmented } from '../parts/segmented.tsx';
import { go } from '../shell/route.ts';
import { useSaveFile } from '../shell/save-file.ts';
import { LinkChooser } from './link-chooser.tsx';
import { MemoFilters } from './memo-filters.tsx';
import { JournalList, MemoList } from './memo-list.tsx';
import { MemoPage, SubjectGone } from './memo-page.tsx';
import { parseSubject, subjectKey, subjectOfLink, today } from './subject.ts';
import { type MemoFilter, type Mode, useMemoFilter } from './use-memo-filter.ts';
import './memos.css';

/** `open`: the memo that is shown, as the address names it. */
export function MemosView({ open }: { readonly open: string | null }) {
  const { t } = useTexts();
  const [kept, setMode] = usePosition('memos.mode', 'all');
  const mode: Mode = kept === 'journal' ? 'journal' : 'all';
  const filter = useMemoFilter(mode);
  const codebook = useCodebook();
  const all = useRead('memo.list', {}).data?.memos;
  const found = useRead('memo.list', filter.input, { keep: true }).data?.memos;
  const readOnly = useRead('project.get', {}).data?.readOnly ?? false;
  const subject = open === null || !all ? null : parseSubject(open, all);
  return (
    <div className={open === null ? 'memos' : 'memos opened'}>
      <h1 className="vh">{t('memos.list')}</h1>
      <section className="memos-list" aria-label={t('memos.list')}>
        <div className="memos-head">
          <Segmented
            label={t('memos.modes.label')}
            value={mode}
            choices={[
              { value: 'all', label: t('memos.modes.all') },
              { value: 'journal', label: t('memos.modes.journal') },
            ]}
            onChange={setMode}
          />
          <span className="sp" />
          <ExportMenu filter={filter} disabled={!found?.length} />
          {mode === 'all' && !readOnly ? <NewMenu /> : null}
        </div>
        {mode === 'journal' && !readOnly ? <NewEntry /> : null}
        {all && found ? <MemoFilters mode={mode} filter={filter} all={all} found={found.length} /> : <Waiting />}
        {found && found.length > 0 && mode === 'all' ? <MemoList memos={found} open={open} codebook={codebook} /> : null}
        {found && found.length > 0 && mode === 'journal' ? <JournalList memos={found} open={open} /> : null}
        {found?.length === 0 ? <NothingFound mode={mode} all={all ?? []} filter={filter} /> : null}
      </section>
      <section className="memos-one scroll" aria-label={t('memos.one')}>
        {subject && all ? (
          <MemoPage
            key={subject.on === 'journal' ? 'journal' : subjectKey(subject)}
            subject={subject}
            memos={all}
            codebook={codebook}
            readOnly={readOnly}
          />
        ) : open !== null && all ? (
          <SubjectGone />
        ) : (
          <p className="memo-none t3">{all?.length === 0 ? t('memos.emptyWhy') : t('memos.choose')}</p>
        )}
      </section>
    </div>
  );
}

function NothingFound({
  mode,
  all,
  filter,
}: {
  readonly mode: Mode;
  readonly all: readonly MemoRow[];
  readonly filter: MemoFilter;
}) {
  const { t } = useTexts();
  const some = mode === 'all' ? all.length > 0 : all.some((memo) => memo.on === 'journal');
  if (some || filter.narrowed) return <p className="memo-nothing t2">{t('memos.nothingFound')}</p>;
  return <p className="memo-nothing t2">{t(mode === 'all' ? 'memos.empty' : 'memos.journalEmpty')}</p>;
}

function NewMenu() {
  const { t } = useTexts();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <MenuButton
        label={t('memos.new')}
        className="btn"
        entries={[
          { id: 'other', label: t('memos.newOther'), icon: Plus, onAction: () => setChoosing(true) },
          {
            id: 'project',
            label: t('memos.newProject'),
            icon: NotebookPen,
            onAction: () => go({ view: 'memos', open: 'project' }),
          },
          { id: 'today', label: t('memos.newToday'), icon: CalendarPlus, onAction: () => writeOn(today()) },
        ]}
      >
        <Icon of={Plus} small /> {t('memos.new')}
      </MenuButton>
      {choosing ? (
        <LinkChooser
          title={t('memos.newOn')}
          onChosen={({ target }) => {
            setChoosing(false);
            const link = parseLink(target);
            const subject = link && subjectOfLink(link);
            if (subject) go({ view: 'memos', open: subjectKey(subject) });
          }}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </>
  );
}

function NewEntry() {
  const { t } = useTexts();
  const [day, setDay] = useState('');
  return (
    <div className="memos-entry">
      <button type="button" className="btn primary" onClick={() => writeOn(today())}>
        <Icon of={CalendarPlus} small /> {t('memos.today')}
      </button>
      <label className="memo-filter">
        <span>{t('memos.otherDay')}</span>
        <input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </label>
      <button type="button" className="btn" disabled={day === ''} onClick={() => writeOn(day)}>
        {t('memos.onDay')}
      </button>
    </div>
  );
}

function writeOn(day: string): void {
  go({ view: 'memos', open: `journal-${day}` });
}

const FORMATS = [
  { format: 'md', label: 'memos.exportMd', mime: 'text/markdown' },
  { format: 'html', label: 'memos.exportHtml', mime: 'text/html' },
  { format: 'txt', label: 'memos.exportTxt', mime: 'text/plain' },
] as const;

/** What the filters leave, as one file. */
function ExportMenu({ filter, disabled }: { readonly filter: MemoFilter; readonly disabled: boolean }) {
  const { t, language } = useTexts();
  const client = useClient();
  const save = useSaveFile();
  const project = useRead('project.get', {}).data?.name ?? '';
  return (
    <MenuButton
      label={t('memos.export')}
      className="ib"
      entries={FORMATS.map(({ format, label, mime }) => ({
        id: format,
        label: t(label),
        disabled,
        onAction: () =>
          void save(
            t('memos.exportName', { project, ending: format }),
            mime,
            async () => (await fetchRead(client, 'memo.export', { ...filter.input, format, language })).text,
          ),
      }))}
    >
      <Icon of={Download} />
    </MenuButton>
  );
}
