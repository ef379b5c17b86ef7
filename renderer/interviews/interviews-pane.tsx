// The left pane: the interviews by set, how far each is coded, and the way to import more.

import { Ellipsis, Plus, Search, TriangleAlert, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { usePosition, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { FileDrop } from '../parts/file-drop.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { MenuButton } from '../parts/menu.tsx';
import { Waiting } from '../parts/progress.tsx';
import { FirstSteps } from '../shell/first-steps.tsx';
import { useShell } from '../shell/shell-context.ts';
import { type InterviewDialogState, InterviewDialogs } from './interview-dialogs.tsx';
import { InterviewSets } from './interview-sets.tsx';
import { fitsFilter, type SetOfInterviews } from './names.ts';
import './interviews-pane.css';

type Props = { readonly currentId: number | null; readonly onChosen: () => void };

export function InterviewsPane({ currentId, onChosen }: Props) {
  const { t } = useTexts();
  const shell = useShell();
  const interviews = useRead('interview.list', {}).data?.interviews;
  const setRows = useRead('interviewSet.list', {}).data?.sets;
  const [filter, setFilter] = useState('');
  const [closed, setClosed] = usePosition<readonly number[]>('interviews.closed', []);
  const [dialog, setDialog] = useState<InterviewDialogState | null>(null);
  const sets = useMemo(() => groupBySet(setRows ?? [], interviews ?? [], filter), [setRows, interviews, filter]);
  const toCheck = interviews?.reduce((sum, row) => sum + row.toCheck, 0) ?? 0;
  const started = interviews?.filter((row) => row.codings > 0).length ?? 0;
  return (
    <FileDrop className="iv" onFiles={shell.importFiles}>
      <div className="ph">
        <h2>{t('interviews.title')}</h2>
        <span className="t3 num">
          {interviews && interviews.length > 0 ? t('interviews.started', { started, all: interviews.length }) : ''}
        </span>
        <span className="acts">
          <IconButton
            label={t('interviews.import')}
            icon={Plus}
            command="interview.import"
            onPress={() => shell.show('import')}
          />
          <MenuButton
            label={t('interviews.menuAll')}
            entries={[
              {
                id: 'import',
                label: `${t('interviews.import')}…`,
                command: 'interview.import',
                onAction: () => shell.show('import'),
              },
              {
                id: 'participants',
                label: t('interviews.importParticipants'),
                onAction: () => shell.show('import-participants'),
              },
              { id: 'speakers', label: t('interviews.speakers.menu'), icon: Users, onAction: () => shell.show('speakers') },
            ]}
          >
            <Icon of={Ellipsis} />
          </MenuButton>
        </span>
      </div>
      {interviews && interviews.length > 0 ? (
        <div className="pad">
          <label className="in">
            <Icon of={Search} small />
            <input
              type="search"
              placeholder={t('interviews.filter')}
              aria-label={t('interviews.filterLabel')}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
          </label>
        </div>
      ) : null}
      {interviews && setRows ? (
        <InterviewSets
          sets={sets}
          currentId={currentId}
          closed={filter === '' ? new Set(closed) : new Set()}
          onClosed={(id, shut) => setClosed(shut ? [...closed, id] : closed.filter((other) => other !== id))}
          onDialog={setDialog}
          onChosen={onChosen}
        />
      ) : (
        <Waiting />
      )}
      {filter !== '' && sets.length === 0 ? <p className="pad t2">{t('interviews.nothingFound')}</p> : null}
      {toCheck > 0 ? (
        <button type="button" className="waiting-codings" onClick={() => shell.show('to-check')}>
          <Icon of={TriangleAlert} small /> {t('interviews.toCheck.waiting', { count: toCheck })}
        </button>
      ) : null}
      <FirstSteps />
      {dialog ? <InterviewDialogs dialog={dialog} onClose={() => setDialog(null)} /> : null}
    </FileDrop>
  );
}

/** In the order the sets were made; a filter leaves sets out that nothing fits in. */
function groupBySet(
  sets: readonly { readonly id: number; readonly name: string }[],
  interviews: readonly InterviewRow[],
  filter: string,
): SetOfInterviews[] {
  const fitting = filter.trim() === '' ? interviews : interviews.filter((row) => fitsFilter(row, filter));
  const bySet = Map.groupBy(fitting, (row) => row.setId);
  return sets.flatMap((set) => {
    const own = bySet.get(set.id) ?? [];
    return own.length === 0 && filter.trim() !== '' ? [] : [{ id: set.id, name: set.name, interviews: own }];
  });
}
