// The coding workspace: interviews, transcript, codebook. Widths are remembered per project, F6 walks the panes, and in a
// narrow window the side panes are drawers.

import { PanelLeft, PanelRight } from 'lucide-react';
import { type CSSProperties, lazy, memo, Suspense, useEffect, useRef } from 'react';
import type { TextRange } from '../src/domain/text.ts';
import { usePosition, useRead } from './client/index.ts';
import { CodebookPane } from './codebook/codebook-pane.tsx';
import { useTexts } from './i18n/index.ts';
import { EmptyProject } from './interviews/empty-project.tsx';
import { InterviewsPane } from './interviews/interviews-pane.tsx';
import { Icon } from './parts/icon.tsx';
import { Waiting } from './parts/progress.tsx';
import { Splitter } from './parts/splitter.tsx';
import { go } from './shell/route.ts';
import { usePanes } from './shell/use-panes.ts';
import './workspace.css';

const TranscriptView = lazy(async () => ({ default: (await import('./transcript/transcript-view.tsx')).TranscriptView }));

/** Another interview leaves the codebook as it is. */
const Codebook = memo(CodebookPane);

const LIMITS = { left: { min: 180, max: 420 }, right: { min: 220, max: 520 } } as const;

export function Workspace({ interviewId, at }: { readonly interviewId: number | null; readonly at: TextRange | null }) {
  const { t } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const panes = usePanes(place);
  const [widths, setWidths] = usePosition('panes', { left: 0, right: 0 });
  const left = widths.left || panes.fitting.left;
  const right = widths.right || panes.fitting.right;
  const interview = useOpenInterview(interviewId);
  const sides: CSSProperties & Record<`--${string}`, string> = { '--left': `${left}px`, '--right': `${right}px` };
  return (
    <div className={panes.narrow ? 'ws narrow' : 'ws'} style={sides} ref={place}>
      {panes.narrow ? <DrawerBar name={interview?.name ?? ''} onOpen={panes.open} /> : null}
      <aside
        data-pane="interviews"
        aria-label={t('shell.panes.interviews')}
        hidden={panes.narrow && panes.drawer !== 'interviews'}
      >
        <InterviewsPane currentId={interviewId} onChosen={panes.close} />
      </aside>
      {panes.narrow ? null : (
        <Splitter
          label={t('shell.panes.widthInterviews')}
          pane="left"
          width={left}
          {...LIMITS.left}
          onChange={(width) => setWidths({ ...widths, left: width })}
        />
      )}
      <section className="tr" data-pane="transcript" aria-label={t('shell.panes.transcript')}>
        <Middle empty={interview === null} interviewId={interview?.id ?? null} at={at} />
      </section>
      {panes.narrow ? null : (
        <Splitter
          label={t('shell.panes.widthCodebook')}
          pane="right"
          width={right}
          {...LIMITS.right}
          onChange={(width) => setWidths({ ...widths, right: width })}
        />
      )}
      <aside data-pane="codebook" aria-label={t('shell.panes.codebook')} hidden={panes.narrow && panes.drawer !== 'codebook'}>
        <Codebook />
      </aside>
      {panes.narrow && panes.drawer ? (
        <button type="button" className="ws-scrim" aria-label={t('common.close')} tabIndex={-1} onClick={panes.close} />
      ) : null}
    </div>
  );
}

function Middle({
  empty,
  interviewId,
  at,
}: {
  readonly empty: boolean;
  readonly interviewId: number | null;
  readonly at: TextRange | null;
}) {
  if (empty) return <EmptyProject />;
  if (interviewId === null) return null;
  return (
    <Suspense fallback={<Waiting />}>
      <TranscriptView interviewId={interviewId} at={at} />
    </Suspense>
  );
}

function DrawerBar({ name, onOpen }: { readonly name: string; readonly onOpen: (pane: 'interviews' | 'codebook') => void }) {
  const { t } = useTexts();
  return (
    <div className="ws-bar">
      <button type="button" className="btn quiet" onClick={() => onOpen('interviews')}>
        <Icon of={PanelLeft} /> {t('shell.panes.interviews')}
      </button>
      <b>{name}</b>
      <button type="button" className="btn quiet" onClick={() => onOpen('codebook')}>
        {t('shell.panes.codebook')} <Icon of={PanelRight} />
      </button>
    </div>
  );
}

/** The interview of the address; undefined while unknown, null when the project has none. An address without one that exists goes to the first. */
function useOpenInterview(interviewId: number | null): { readonly id: number; readonly name: string } | null | undefined {
  const interviews = useRead('interview.list', {}).data?.interviews;
  const found = interviews?.find((row) => row.id === interviewId);
  const first = interviews?.[0]?.id ?? null;
  const lost = interviews !== undefined && !found && interviewId !== first;
  // Again for each address that is not there, also when one follows the other.
  useEffect(() => {
    if (lost && interviewId !== first) go({ view: 'code', interviewId: first, at: null }, { replace: true });
  }, [lost, first, interviewId]);
  if (!interviews) return undefined;
  return found ?? (first === null ? null : undefined);
}
