// What the list says when there is nothing in it: how to begin, or which condition to leave out.

import type { Output } from '../../src/contract/index.ts';
import { useTexts } from '../i18n/index.ts';
import { useShell } from '../shell/shell-context.ts';
import { type Clause, kindOfCondition, without } from './clauses.ts';
import { EVERYTHING, type Query } from './query.ts';

export function NoFragments({ interviews }: { readonly interviews: number }) {
  const { t } = useTexts();
  const shell = useShell();
  return (
    <div className="fx-none start">
      <h1 className="page-h">{t('fragments.none.title')}</h1>
      <p>{t(interviews === 0 ? 'fragments.none.noInterviews' : 'fragments.none.hint')}</p>
      {interviews === 0 ? (
        <button type="button" className="btn primary" onClick={() => shell.show('import')}>
          {t('fragments.none.import')}
        </button>
      ) : (
        <button type="button" className="btn primary" onClick={() => shell.toCoding()}>
          {t('fragments.none.code')}
        </button>
      )}
    </div>
  );
}

type Props = {
  readonly without: Output<'quote.list'>['without'];
  readonly clauses: readonly Clause[];
  readonly query: Query;
  readonly onChange: (query: Query) => void;
};

export function NothingFits({ without: counts, clauses, query, onChange }: Props) {
  const { t } = useTexts();
  const helps = counts
    .map(({ condition, fragments }) => ({ kind: kindOfCondition(condition), fragments }))
    .filter(({ fragments }) => fragments > 0);
  return (
    <div className="fx-none" role="status">
      <h2 className="page-h">{t('fragments.none.nothing')}</h2>
      <p>{t(helps.length > 0 ? 'fragments.none.drop' : 'fragments.none.together')}</p>
      <ul>
        {helps.map(({ kind, fragments }) => (
          <li key={kind}>
            <button type="button" className="btn" onClick={() => onChange(without(query, kind))}>
              {t('fragments.none.dropOne', { count: fragments, words: wordsOf(clauses, kind) })}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="btn quiet"
        onClick={() => onChange({ ...EVERYTHING, sort: query.sort, group: query.group, context: query.context })}
      >
        {t('fragments.none.all')}
      </button>
    </div>
  );
}

function wordsOf(clauses: readonly Clause[], kind: Clause['kind']): string {
  const clause = clauses.find((one) => one.kind === kind);
  return clause ? `${clause.lead} ${clause.words.map((word) => word.text).join(clause.join)}` : kind;
}
