// The head of the transcript: the interview and who was spoken to, its memo, finding, editing.

import { NotebookPen, PenLine, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import type { InterviewRow } from '../../src/contract/interview.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { StripeMenu } from './stripe-menu.tsx';
import type { StripeFilter } from './use-stripe-filter.ts';

type Props = {
  readonly name: string;
  /** How many of its codings have a memo. */
  readonly codingMemos: number;
  readonly stripes: StripeFilter;
  readonly interview: InterviewRow | undefined;
  readonly finding: boolean;
  readonly editing: boolean;
  readonly canEdit: boolean;
  readonly onMemo: () => void;
  readonly onFind: () => void;
  readonly onEdit: () => void;
  readonly children?: ReactNode;
};

export function Header({
  name,
  codingMemos,
  stripes,
  interview,
  finding,
  editing,
  canEdit,
  onMemo,
  onFind,
  onEdit,
  children,
}: Props) {
  const { t } = useTexts();
  const memos = codingMemos + useOwnMemos(interview?.id ?? null);
  return (
    <div className="ph trh">
      <h1>{name}</h1>
      <span className="t3 attrs">{interview ? describe(interview) : ''}</span>
      <span className="acts">
        {children}
        {finding || editing ? null : <StripeMenu filter={stripes} />}
        <button type="button" className="btn quiet" onClick={onMemo} data-focus="transcript-memo">
          <Icon of={NotebookPen} small />
          {memos > 0 ? t('common.memos', { count: memos }) : t('transcript.memo')}
        </button>
        <IconButton label={t('transcript.find')} command="transcript.find" icon={Search} pressed={finding} onPress={onFind} />
        {canEdit ? (
          <IconButton label={t('transcript.edit')} command="transcript.edit" icon={PenLine} pressed={editing} onPress={onEdit} />
        ) : null}
      </span>
    </div>
  );
}

/** Who was spoken to, in the attributes the project has of them. */
function describe({ participants, city, date }: InterviewRow): string {
  const people = participants.map(({ name, attributes }) => {
    const known = Object.values(attributes)
      .filter((value) => value !== '')
      .join(', ');
    if (participants.length === 1 && known !== '') return `${name}, ${known}`;
    return known === '' ? name : `${name} (${known})`;
  });
  return [...people, city, date].filter((part) => part !== '').join(' · ');
}

/** One when the interview itself has a memo. */
function useOwnMemos(interviewId: number | null): number {
  const memos = useRead('memo.list', {}).data?.memos;
  return memos?.some((memo) => memo.on === 'interview' && memo.targetId === interviewId) ? 1 : 0;
}
