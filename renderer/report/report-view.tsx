// The theme report: options and sections at the left, the report as it will be at the right, and ways to take it along.

import { FileText, Printer, Table } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Input, Output } from '../../src/contract/index.ts';
import { EmptyAnalysis, lackOf } from '../analysis/empty.tsx';
import { type Known, useKnown } from '../analysis/use-known.ts';
import { fetchRead, useClient, usePosition, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { useLate, Waiting } from '../parts/progress.tsx';
import { useHeld } from '../parts/use-held.ts';
import { useSettled } from '../parts/use-settled.ts';
import { useSaveFile } from '../shell/save-file.ts';
import { ReportOptions } from './report-options.tsx';
import { type Preview, ReportPreview, type Section } from './report-preview.tsx';
import { REPORT_SCOPE, type ReportScope, reportInput } from './report-scope.ts';
import './report.css';

/** The report is made anew when typing its title pauses, not at every letter. */
const PAUSE_MS = 500;

export function ReportView() {
  const known = useKnown();
  const { language } = useTexts();
  const [kept, keep, ready] = usePosition('report', REPORT_SCOPE);
  if (!known || !ready) return <Waiting />;
  const lack = lackOf(known);
  if (lack) return <EmptyAnalysis lack={lack} />;
  const by = ['set', 'city', 'all', ...known.attributes].includes(kept.by) ? kept.by : 'set';
  const scope = { ...kept, by, coder: known.coders.includes(kept.coder) ? kept.coder : '', language: kept.language || language };
  return <ReportScreen scope={scope} known={known} onChange={(change) => keep({ ...scope, ...change })} />;
}

type ScreenProps = {
  readonly scope: ReportScope;
  readonly known: Known;
  readonly onChange: (change: Partial<ReportScope>) => void;
};

function ReportScreen({ scope, known, onChange }: ScreenProps) {
  const { t, language } = useTexts();
  const preview = useRef<Preview>(null);
  const [sections, setSections] = useState<readonly Section[]>([]);
  const [current, setCurrent] = useState('');
  const title = useSettled(scope.title, PAUSE_MS);
  const { data, busy, stale } = useRead('report.theme', reportInput({ ...scope, title }, language), { keep: true });
  const print = useHeld(stale || title !== scope.title, () => preview.current?.print());
  const jump = (id: string) => {
    preview.current?.jump(id);
    setCurrent(id);
  };
  return (
    <div className="rp">
      <div className="rp-options">
        <h1 className="rp-h">{t('report.title')}</h1>
        <ReportOptions scope={scope} known={known} onChange={onChange} />
        <SectionList sections={sections} current={current} onJump={jump} />
        {data ? <ReportActions report={data} input={reportInput(scope, language)} onPrint={() => print.press('print')} /> : null}
      </div>
      <div className="rp-desk">
        {busy ? <Making /> : null}
        {data ? <ReportPreview html={data.html} onSections={setSections} onSection={setCurrent} ref={preview} /> : null}
      </div>
    </div>
  );
}

function Making() {
  const { t } = useTexts();
  return useLate(1000) ? <div className="prog endless rp-making" role="progressbar" aria-label={t('report.making')} /> : null;
}

function SectionList({
  sections,
  current,
  onJump,
}: {
  readonly sections: readonly Section[];
  readonly current: string;
  readonly onJump: (id: string) => void;
}) {
  const { t } = useTexts();
  return (
    <nav className="rp-sections" aria-label={t('report.sections')}>
      <h2>{t('report.sections')}</h2>
      <ol>
        {sections.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => onJump(id)} {...(id === current ? { 'aria-current': 'true' as const } : {})}>
              {name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type Report = Output<'report.theme'>;

type ActionProps = {
  /** What is shown; it may be of what was asked before. */
  readonly report: Report;
  /** What is asked now, and so is what is saved. */
  readonly input: Input<'report.theme'>;
  readonly onPrint: () => void;
};

function ReportActions({ report, input, onPrint }: ActionProps) {
  const { t } = useTexts();
  const client = useClient();
  const save = useSaveFile();
  const newest = () => fetchRead(client, 'report.theme', input);
  const names = {
    'frequency.csv': t('report.csvFrequency'),
    'cooccurrence.csv': t('report.csvCooccurrence'),
    'quotes.csv': t('report.csvQuotes'),
  };
  const entries = report.files.map(
    ({ name }): MenuEntry => ({
      id: name,
      label: Object.hasOwn(names, name) ? names[name as keyof typeof names] : name,
      onAction: () => void save(name, 'text/csv', async () => contentOf(await newest(), name)),
    }),
  );
  return (
    <footer className="rp-actions">
      <p className="num">
        {t('report.sum', {
          themes: t('common.themes', { count: report.themes.length }),
          quotes: t('report.quoteCount', { count: report.quotes }),
        })}
      </p>
      <div>
        <button
          type="button"
          className="btn primary lg"
          onClick={() => void save(`${t('report.file')}.html`, 'text/html', async () => (await newest()).html)}
        >
          <Icon of={FileText} />
          {t('report.save')}
        </button>
        <button type="button" className="btn" onClick={onPrint}>
          <Icon of={Printer} small />
          {t('report.print')}
        </button>
        <MenuButton label={t('report.csvFiles')} entries={entries} className="btn">
          <Icon of={Table} small />
          {t('report.csv')}
        </MenuButton>
      </div>
    </footer>
  );
}

function contentOf({ files }: Report, name: string): string {
  return files.find((file) => file.name === name)?.content ?? '';
}
