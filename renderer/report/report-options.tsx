// What goes into the report: its sentence, its title, and what stays hidden.

import { useState } from 'react';
import { ByWord, CoderWord, Sentence } from '../analysis/sentence.tsx';
import type { Known } from '../analysis/use-known.ts';
import { WordMenu } from '../analysis/word-menu.tsx';
import { useTexts } from '../i18n/index.ts';
import { Field } from '../parts/field.tsx';
import type { ReportScope } from './report-scope.ts';

const QUOTES = [0, 1, 2, 3, 4, 6, 8, 12, 20] as const;

type Props = { readonly scope: ReportScope; readonly known: Known; readonly onChange: (change: Partial<ReportScope>) => void };

export function ReportOptions({ scope, known, onChange }: Props) {
  const { t } = useTexts();
  return (
    <>
      <ReportSentence scope={scope} known={known} onChange={onChange} />
      <p className="rp-hint">{t('report.keyFirst')}</p>
      <TitleField title={scope.title} onChange={(title) => onChange({ title })} />
      <h2>{t('report.privacy')}</h2>
      <label className="rp-check">
        <input
          type="checkbox"
          checked={scope.smallGroups}
          onChange={(event) => onChange({ smallGroups: event.target.checked })}
        />
        <span>{t('report.smallGroups')}</span>
      </label>
      <p className="rp-hint">{t('report.smallGroupsHint')}</p>
    </>
  );
}

function ReportSentence({ scope, known, onChange }: Props) {
  const { t, format } = useTexts();
  const languages = (['nl', 'en'] as const).map((value) => ({ value, label: t(`report.language.${value}`) }));
  const shown = (n: number) => (n === 0 ? t('report.noQuotes') : t('report.quotesMost', { count: n }));
  const quotes = QUOTES.map((n) => ({ value: String(n), label: n === 0 ? t('report.noQuotes') : format.number(n) }));
  const shared = { scope: { ...scope, sets: [] }, known, onChange };
  const words = {
    language: (
      <WordMenu
        label={t('report.word.language')}
        value={scope.language}
        choices={languages}
        onChange={(language) => onChange({ language })}
      />
    ),
    by: <ByWord {...shared} />,
    coder: <CoderWord {...shared} />,
    quotes: (
      <WordMenu
        label={t('report.word.quotes')}
        value={String(scope.quotes)}
        choices={quotes}
        shown={shown(scope.quotes)}
        onChange={(n) => onChange({ quotes: Number(n) })}
      />
    ),
  };
  return <Sentence text={t('report.sentence')} words={words} />;
}

/** Holds what is typed itself: the remembered value comes back a moment later, and would move the caret. */
function TitleField({ title, onChange }: { readonly title: string; readonly onChange: (title: string) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(title);
  return (
    <Field
      label={t('report.heading')}
      hint={t('report.headingHint')}
      value={typed}
      maxLength={200}
      onChange={(text) => {
        setTyped(text);
        onChange(text);
      }}
    />
  );
}
