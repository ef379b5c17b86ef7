// The memo on an interview, those on who was spoken to, and the memos on its quotes with the way to each.

import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { plainMemo } from '../../src/domain/memo.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { MemoDialog as Memo } from '../memos/memo-dialog.tsx';
import type { MemoSubject } from '../memos/subject.ts';
import { Icon } from '../parts/icon.tsx';
import { Swatch } from '../parts/swatch.tsx';
import type { Page } from './model.ts';
import './memo-dialog.css';

type Props = { readonly page: Page; readonly onGo: (codingId: number) => void; readonly onClose: () => void };

export function MemoDialog({ page, onGo, onClose }: Props) {
  const { t } = useTexts();
  const [person, setPerson] = useState<{ readonly id: number; readonly name: string } | null>(null);
  const subject: MemoSubject = person ? { on: 'participant', id: person.id } : { on: 'interview', id: page.interviewId };
  const title = t('transcript.memoTitle', { name: person?.name ?? page.name });
  const withMemo = page.marks.filter((mark) => mark.memo !== '');
  return (
    <Memo key={person?.id ?? 0} subject={subject} title={title} onClose={() => (person ? setPerson(null) : onClose())}>
      {person ? null : <People interviewId={page.interviewId} onPerson={setPerson} />}
      {withMemo.length > 0 && !person ? (
        <section className="memo-quotes">
          <h3>{t('transcript.memoQuotes')}</h3>
          <ul>
            {withMemo.map((mark) => (
              <li key={mark.id}>
                <button type="button" onClick={() => onGo(mark.id)}>
                  <Swatch colour={mark.colour} />
                  <span>
                    <b>{mark.name}</b> {plainMemo(mark.memo)}
                    <span className="read">‘{mark.quote}’</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Memo>
  );
}

type PeopleProps = {
  readonly interviewId: number;
  readonly onPerson: (person: { readonly id: number; readonly name: string }) => void;
};

/** Who was spoken to, each with the beginning of the memo on them. */
function People({ interviewId, onPerson }: PeopleProps) {
  const { t } = useTexts();
  const people = useRead('interview.list', {}).data?.interviews.find((one) => one.id === interviewId)?.participants ?? [];
  const memos = useRead('memo.list', {}).data?.memos ?? [];
  if (people.length === 0) return null;
  return (
    <section className="memo-quotes">
      <h3>{t('memos.participants')}</h3>
      <ul>
        {people.map(({ id, name }) => {
          const memo = memos.find((one) => one.on === 'participant' && one.targetId === id);
          return (
            <li key={id}>
              <button type="button" onClick={() => onPerson({ id, name })}>
                <Icon of={NotebookPen} small />
                <span>
                  <b>{name}</b> {memo ? plainMemo(memo.text) : <span className="t3">{t('memos.new')}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
