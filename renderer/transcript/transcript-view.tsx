// The middle of the workspace: reads one interview and shows it, or says why it can't.

import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { rememberPosition, useClient, usePosition, useRead } from '../client/index.ts';
import { useCodebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { MANY_CODINGS } from '../interviews/use-prefetch.ts';
import { Waiting } from '../parts/progress.tsx';
import { type Page, toPage } from './model.ts';
import { Transcript } from './transcript.tsx';
import { useCodingsNearFirst } from './use-codings-near-first.ts';
import type { Scroll } from './use-reveal.ts';
import './transcript.css';

type Props = {
  readonly interviewId: number;
  /** Text to show, mark and select: where a quote came from. */
  readonly at: TextRange | null;
};

export function TranscriptView(props: Props) {
  return <Reading key={props.interviewId} {...props} />;
}

/** Where the person was: the first turn in view and how far it is scrolled out, in CSS pixels. */
const AT_START = { turn: 0, dy: 0 };

function Reading({ interviewId, at }: Props) {
  const { t } = useTexts();
  const { scroll, keep, ready } = useKeptScroll(interviewId);
  const interview = useRead('interview.get', { id: interviewId });
  const row = useRead('interview.list', {}).data?.interviews.find(({ id }) => id === interviewId);
  const many = (row?.codings ?? 0) > MANY_CODINGS && at === null;
  const codings = useCodingsNearFirst(interviewId, many, ready ? scroll.turn : null);
  const codebook = useCodebook();
  const before = useRef<Page | null>(null);
  const page = useMemo(() => {
    if (!interview.data || !codings || !codebook.ready) return null;
    before.current = toPage(interview.data, codings, codebook, before.current);
    return before.current;
  }, [interview.data, codings, codebook]);
  if (interview.failure && !interview.data) return <Message title={t('transcript.notFound')} text={t('transcript.chooseOne')} />;
  if (!page || !ready)
    return (
      <div className="transcript wait">
        <Waiting label={t('transcript.reading')} />
      </div>
    );
  if (page.turns.length === 0) return <Message title={t('transcript.noText')} text={t('transcript.noTextWhy')} />;
  return <Transcript page={page} interview={row} codebook={codebook} at={at} scroll={scroll} onScroll={keep} />;
}

const WAIT_MS = 500;

/** Where the interview was scrolled to. Kept without drawing anything again, as scrolling does it all the time. */
function useKeptScroll(interviewId: number) {
  const client = useClient();
  const key = `scroll.${interviewId}`;
  const [kept, , ready] = usePosition(key, AT_START);
  const first = useRef<Scroll | null>(null);
  if (ready && first.current === null) first.current = kept;
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly write: () => void } | null>(null);
  const keep = useCallback(
    (scroll: Scroll) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      const project = client.project.get();
      const write = () => {
        waiting.current = null;
        if (client.project.get() === project) void rememberPosition(client, key, scroll);
      };
      waiting.current = { timer: setTimeout(write, WAIT_MS), write };
    },
    [client, key],
  );
  useEffect(() => {
    const flush = () => {
      if (!waiting.current) return;
      clearTimeout(waiting.current.timer);
      waiting.current.write();
    };
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  return { scroll: first.current ?? AT_START, keep, ready };
}

function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="transcript message">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
