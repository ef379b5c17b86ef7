// Coding all hits of a search: those of the open interview, as the find bar has them, or those of the whole project.

import { useMemo } from 'react';
import { aroundIn } from '../../src/domain/sentence.ts';
import { type TextRange, wordsAround } from '../../src/domain/text.ts';
import { useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { turnAt } from '../transcript/grow.ts';
import type { Page } from '../transcript/model.ts';
import { ManyDialog } from './many-dialog.tsx';
import type { Passage } from './passages.ts';

const UNITS = ['hit', 'sentence', 'turn'] as const;
const CONTEXT = 60;
/** What can be coded in one step. */
const MOST = 20_000;

export function InterviewHits({
  page,
  set,
  query,
  hits,
  onClose,
}: {
  readonly page: Page;
  readonly set: string;
  readonly query: string;
  readonly hits: readonly TextRange[];
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const passages = useMemo(() => passagesOf(page, set, hits.slice(0, MOST)), [page, set, hits]);
  return (
    <ManyDialog
      title={t('transcript.many.hitsTitle', { query })}
      lead={t('transcript.many.hitsLead')}
      passages={passages}
      units={UNITS}
      onClose={onClose}
    />
  );
}

export function ProjectHits({ query, onClose }: { readonly query: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const { data } = useRead('search.text', { query, limit: MOST, around: true });
  const passages = useMemo(
    () =>
      data?.hits.flatMap(({ around, start, end, ...hit }): Passage[] =>
        around
          ? [
              {
                ...hit,
                key: `${hit.interviewId} ${start}`,
                textVersion: around.textVersion,
                at: { hit: { start, end }, sentence: around.sentence, turn: around.turn },
                asks: around.asks,
                proposed: true,
              },
            ]
          : [],
      ),
    [data],
  );
  return (
    <ManyDialog
      title={t('transcript.many.hitsTitle', { query })}
      lead={t('transcript.many.hitsLead')}
      passages={passages}
      units={UNITS}
      onClose={onClose}
    />
  );
}

function passagesOf(
  { interviewId, name, textVersion, text, turns, asking }: Page,
  set: string,
  hits: readonly TextRange[],
): Passage[] {
  const around = aroundIn(text, turns);
  return hits.map((hit) => {
    const turn = turnAt(turns, hit.start);
    return {
      key: `${interviewId} ${hit.start}`,
      interviewId,
      interview: name,
      set,
      textVersion,
      turn: turn + 1,
      text: text.slice(hit.start, hit.end),
      ...wordsAround(text, hit, CONTEXT),
      at: { hit, ...around(hit) },
      asks: asking.includes(turns[turn]?.speaker ?? ''),
      proposed: true,
    };
  });
}
