// The theme report: options and sections at the left, the report as it will be at the right, and ways to take it along.

import { FileText, Printer, Table } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Output } from '../../src/contract/index.ts';
import { EmptyAnalysis, lackOf } from '../analysis/empty.tsx';
import { type Known, useKnown } from '../analysis/use-known.ts';
import { usePosition, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { MenuButton, type MenuEntry } from '../parts/menu.tsx';
import { useLate, Waiting } from '../parts/progress.tsx';
import { useSaveFile } from '../shell/save-file.ts';
import { ReportOptions } from './report-options.tsx';
import { type Preview, ReportPreview, type Section } from './report-preview.tsx';
import { REPORT_SCOPE, type ReportScope, reportInput } from './report-scope.ts';
import './report.css';

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
  const { data, busy } = useRead('report.theme', reportInput(scope, language), { keep: true });
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
        {data ? <ReportActions report={data} onPrint={() => preview.current?.print()} /> : null}
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

function ReportActions({ report, onPrint }: { readonly report: Report; readonly onPrint: () => void }) {
  const { t } = useTexts();
  const save = useSaveFile();
  const names = {
    'frequency.csv': t('report.csvFrequency'),
    'cooccurrence.csv': t('report.csvCooccurrence'),
    'quotes.csv': t('report.csvQuotes'),
  };
  const entries = report.files.map(
    ({ name, content }): MenuEntry => ({
      id: name,
      label: Object.hasOwn(names, name) ? names[name as keyof typeof names] : name,
      onAction: () => void save(name, 'text/csv', async () => content),
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
          onClick={() => void save(`${t('report.file')}.html`, 'text/html', async () => report.html)}
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
