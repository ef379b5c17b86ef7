// One memo: what it is on, as a quote or a name with the way there, and the memo itself to write in.

import { ArrowLeft, CornerUpRight, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MemoRow } from '../../src/contract/memo.ts';
import type { LinkKind } from '../../src/domain/memo.ts';
import { useChange, useRead } from '../client/index.ts';
import type { Codebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Swatch } from '../parts/swatch.tsx';
import { go } from '../shell/route.ts';
import { MemoPad } from './memo-pad.tsx';
import { type MemoSubject, memoOf, subjectKey } from './subject.ts';
import { type Destination, useFollow } from './use-follow.ts';

type Props = {
  readonly subject: MemoSubject;
  readonly memos: readonly MemoRow[];
  readonly codebook: Codebook;
  readonly readOnly: boolean;
};

export function MemoPage({ subject, memos, codebook, readOnly }: Props) {
  const { t, format } = useTexts();
  const memo = memoOf(memos, subject);
  const { there, about } = useAbout(subject, memo, codebook);
  // A new entry of the journal that got its id stays in the pad it was begun in. `shown`: its address is that of its id.
  const [entry, setEntry] = useState<{ readonly id: number; readonly key: string; readonly shown: boolean } | null>(null);
  const begun = subject.on === 'journal' && subject.id === null && entry?.shown === false ? entry : null;
  const listed = memos.some((one) => one.id === begun?.id);
  // Only once the list knows it: the address of an entry that is not known leads to nothing.
  useEffect(() => {
    if (!begun || !listed) return;
    setEntry({ ...begun, shown: true });
    go({ view: 'memos', open: `journal-${begun.id}` }, { replace: true });
  }, [begun, listed]);
  if (there === undefined) return <Waiting />;
  if (!there) return <SubjectGone />;
  const known = begun ?? (subject.on === 'journal' && entry !== null && subject.id === entry.id ? entry : null);
  const key = known?.key ?? `${subjectKey(subject)} ${entry?.id ?? ''}`;
  return (
    <article className="memo-page">
      <BackToList />
      <header>
        <p className="memo-kind">{t(`memos.on.${subject.on}`)}</p>
        <About about={about} subject={subject} memo={memo} />
        <p className="memo-meta num">
          {memo ? <span>{t('memos.by', { coder: memo.coder, when: format.when(memo.at) })}</span> : null}
          <Acts subject={subject} about={about} memo={memo} readOnly={readOnly} />
        </p>
      </header>
      <MemoPad
        key={key}
        subject={subject}
        kept={memo?.text ?? ''}
        label={t(`memos.label.${subject.on}`, { subject: subject.on === 'journal' ? format.date(subject.date) : about.name })}
        hint={t('memos.hint')}
        readOnly={readOnly}
        autoFocus={!memo && !readOnly}
        onEntry={(id) => setEntry({ id, key, shown: false })}
      />
    </article>
  );
}

type AboutIt = {
  readonly name: string;
  readonly quote: string;
  /** Where the quote is: interview and code. */
  readonly interview: string;
  readonly code: string;
  readonly codeId: number | null;
  readonly to: Destination | null;
  readonly lost: boolean;
  readonly colour: Codebook['codes'][number]['wears'] | null;
};

/** `there` is undefined until it is known. */
function useAbout(subject: MemoSubject, memo: MemoRow | undefined, codebook: Codebook) {
  const kind: LinkKind | null =
    subject.on === 'project' || subject.on === 'journal' ? null : subject.on === 'coding' ? 'quote' : subject.on;
  const id = 'id' in subject && subject.on !== 'journal' ? subject.id : 0;
  const links = kind ? [{ kind, id }] : [];
  const targets = useRead('memo.targets', { links }, { enabled: kind !== null }).data?.targets;
  const project = useRead('project.get', {}).data?.name ?? '';
  const target = targets?.[0];
  const codeId = memo?.codeId ?? (kind === 'code' ? id : null);
  const code = codebook.codes.find((one) => (codeId === null ? one.path === target?.code : one.id === codeId));
  const path = code ? [...codebook.parentLabels(code), codebook.label(code)].join(' / ') : '';
  const about: AboutIt = {
    name: kind === null ? project : kind === 'code' && path !== '' ? path : (target?.label ?? ''),
    quote: kind === 'quote' ? memo?.quote || (target?.label ?? '') : '',
    interview: target?.interview ?? '',
    code: kind === 'quote' ? path : '',
    codeId,
    to: target ?? null,
    lost: kind === 'quote' && target !== undefined && target.start === target.end,
    colour: kind === 'quote' || kind === 'code' ? (code?.wears ?? null) : null,
  };
  return { about, there: kind === null ? true : targets && target !== undefined };
}

function About({
  about,
  subject,
}: {
  readonly about: AboutIt;
  readonly subject: MemoSubject;
  readonly memo: MemoRow | undefined;
}) {
  const { t, format } = useTexts();
  if (subject.on === 'journal') return <h2 className="page-h">{format.date(subject.date)}</h2>;
  if (subject.on !== 'coding')
    return (
      <h2 className="page-h memo-name">
        {about.colour ? <Swatch colour={about.colour} /> : null}
        {about.name}
      </h2>
    );
  return (
    <>
      <blockquote className="memo-quote read" dir="auto">
        {about.quote}
      </blockquote>
      <h2 className="memo-source">
        {about.colour ? <Swatch colour={about.colour} /> : null}
        <span>
          {about.code} · {about.interview}
        </span>
      </h2>
      {about.lost ? <p className="t3">{t('memos.toCheck')}</p> : null}
    </>
  );
}

type ActsProps = {
  readonly subject: MemoSubject;
  readonly about: AboutIt;
  readonly memo: MemoRow | undefined;
  readonly readOnly: boolean;
};

function Acts({ subject, about, memo, readOnly }: ActsProps) {
  const { t } = useTexts();
  const follow = useFollow();
  const set = useChange('memo.set');
  const journal = useChange('journal.set');
  const { to } = about;
  const remove = async () => {
    if (subject.on === 'journal') await journal.run({ id: subject.id, date: subject.date, text: '' });
    else await set.run({ on: subject.on, id: subject.on === 'project' ? null : subject.id, text: '' });
    go({ view: 'memos', open: null }, { replace: true });
  };
  return (
    <span className="memo-acts">
      {to && to.kind !== 'participant' ? (
        <button type="button" className="btn quiet" onClick={() => follow(to)} data-focus="memo-go">
          <Icon of={CornerUpRight} small />
          {t(to.kind === 'code' ? 'memos.goToCode' : to.kind === 'interview' ? 'memos.goToInterview' : 'memos.goTo')}
        </button>
      ) : null}
      {memo && !readOnly ? (
        <button type="button" className="btn quiet" onClick={() => void remove()}>
          <Icon of={Trash2} small /> {t('memos.remove')}
        </button>
      ) : null}
    </span>
  );
}

export function SubjectGone() {
  const { t } = useTexts();
  return (
    <div className="memo-none">
      <BackToList />
      <h2 className="page-h">{t('memos.subjectGone')}</h2>
      <p className="t2">{t('memos.subjectGoneWhy')}</p>
    </div>
  );
}

/** In a narrow window list and memo take turns. */
function BackToList() {
  const { t } = useTexts();
  return (
    <button type="button" className="btn quiet memo-back" onClick={() => go({ view: 'memos', open: null })}>
      <Icon of={ArrowLeft} small /> {t('memos.back')}
    </button>
  );
}
