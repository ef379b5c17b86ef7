// The middle of the workspace: reads one interview and shows it, or says why it can't.

import { useMemo } from 'react';
import type { TextRange } from '../../src/domain/text.ts';
import { usePosition, useRead } from '../client/index.ts';
import { useCodebook } from '../codebook/use-codebook.ts';
import { useTexts } from '../i18n/index.ts';
import { Waiting } from '../parts/progress.tsx';
import { toPage } from './model.ts';
import { Transcript } from './transcript.tsx';
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
  const interview = useRead('interview.get', { id: interviewId });
  const codings = useRead('coding.list', { interviewId });
  const rows = useRead('interview.list', {}).data?.interviews;
  const codebook = useCodebook();
  const [scroll, setScroll, scrollReady] = usePosition(`scroll.${interviewId}`, AT_START);
  const page = useMemo(
    () => (interview.data && codings.data && codebook.ready ? toPage(interview.data, codings.data.codings, codebook) : null),
    [interview.data, codings.data, codebook],
  );
  if (interview.failure && !interview.data) return <Message title={t('transcript.notFound')} text={t('transcript.chooseOne')} />;
  if (!page || !scrollReady)
    return (
      <div className="transcript wait">
        <Waiting label={t('transcript.reading')} />
      </div>
    );
  if (page.turns.length === 0) return <Message title={t('transcript.noText')} text={t('transcript.noTextWhy')} />;
  return (
    <Transcript
      page={page}
      interview={rows?.find((row) => row.id === interviewId)}
      codebook={codebook}
      at={at}
      scroll={scroll}
      onScroll={setScroll}
    />
  );
}

function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="transcript message">
      <h2>{title}</h2>
      <p>{text}</p>
    </div>
  );
}
