// The views of a project. Each is loaded when first asked for, and stays as it was while another one is shown.

import { Activity, lazy, type ReactNode, Suspense, useRef } from 'react';
import { useTexts } from '../i18n/index.ts';
import { FaultBoundary } from '../parts/fault-boundary.tsx';
import { Waiting } from '../parts/progress.tsx';
import { Workspace } from '../workspace.tsx';
import { FaultPage } from './fault-page.tsx';
import { type Route, VIEWS, type View } from './route.ts';

const FrequencyView = lazy(async () => ({ default: (await import('../analysis/frequency-view.tsx')).FrequencyView }));
const CooccurrenceView = lazy(async () => ({ default: (await import('../analysis/cooccurrence-view.tsx')).CooccurrenceView }));
const ReportView = lazy(async () => ({ default: (await import('../report/report-view.tsx')).ReportView }));

type CodeRoute = Extract<Route, { view: 'code' }>;

export function Views({ route }: { readonly route: Route }) {
  const seen = useRef(new Set<View>());
  const code = useRef<CodeRoute>({ view: 'code', interviewId: null, at: null });
  seen.current.add(route.view);
  if (route.view === 'code') code.current = route;
  const draw: Readonly<Record<View, () => ReactNode>> = {
    code: () => <Workspace interviewId={code.current.interviewId} at={code.current.at} />,
    frequency: () => <FrequencyView />,
    cooccurrence: () => <CooccurrenceView />,
    report: () => <ReportView />,
  };
  return VIEWS.filter((view) => seen.current.has(view)).map((view) => (
    <Activity key={view} mode={view === route.view ? 'visible' : 'hidden'}>
      <ViewFrame view={view}>{draw[view]()}</ViewFrame>
    </Activity>
  ));
}

function ViewFrame({ view, children }: { readonly view: View; readonly children: ReactNode }) {
  const { t } = useTexts();
  return (
    <main aria-label={t(`shell.${view}`)}>
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
