// The views of a project. Each is loaded when first asked for, and stays as it was while another one is shown.

import { Activity, lazy, type ReactNode, Suspense, useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { FaultBoundary } from '../parts/fault-boundary.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Workspace } from '../workspace.tsx';
import { FaultPage } from './fault-page.tsx';
import { type Route, VIEWS, type View } from './route.ts';

const FragmentsView = lazy(async () => ({ default: (await import('../fragments/fragments-view.tsx')).FragmentsView }));
const MemosView = lazy(async () => ({ default: (await import('../memos/memos-view.tsx')).MemosView }));
const FrequencyView = lazy(async () => ({ default: (await import('../analysis/frequency-view.tsx')).FrequencyView }));
const CooccurrenceView = lazy(async () => ({
  default: (await import('../analysis/cooccurrence-view.tsx')).CooccurrenceView,
}));
const ReportView = lazy(async () => ({ default: (await import('../report/report-view.tsx')).ReportView }));

export function Views({ route }: { readonly route: Route }) {
  // A hidden view keeps the element it had: drawn again out of sight, it would measure a page without size.
  const drawn = useRef(new Map<View, ReactNode>());
  drawn.current.set(route.view, drawView(route));
  return VIEWS.filter((view) => drawn.current.has(view)).map((view) => (
    <Activity key={view} mode={view === route.view ? 'visible' : 'hidden'}>
      {drawn.current.get(view)}
    </Activity>
  ));
}

function drawView(route: Route): ReactNode {
  return (
    <ViewFrame view={route.view}>
      {route.view === 'code' ? <Workspace interviewId={route.interviewId} at={route.at} /> : null}
      {route.view === 'fragments' ? <FragmentsView asked={route.query} /> : null}
      {route.view === 'memos' ? <MemosView open={route.open} /> : null}
      {route.view === 'frequency' ? <FrequencyView /> : null}
      {route.view === 'cooccurrence' ? <CooccurrenceView /> : null}
      {route.view === 'report' ? <ReportView /> : null}
    </ViewFrame>
  );
}

function ViewFrame({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  const { t } = useTexts();
  return (
    <main aria-label={t(`shell.${view}`)} tabIndex={-1}>
      <FaultBoundary shown={(again, error) => <FaultPage error={error} onAgain={again} />}>
        <Suspense
          fallback={
            <div className="view-wait">
              <Waiting />
            </div>
          }
        >
          {children}
        </Suspense>
      </FaultBoundary>
    </main>
  );
}
