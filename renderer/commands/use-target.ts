// Goes where the palette points, or does what it says, once the focus is back where it was.

import { ReadError } from '../client/client.ts';
import { fetchRead, showTrouble, useClient, useRead, useSelectedCode } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import { go, useRoute } from '../shell/route.ts';
import { useShell } from '../shell/shell-context.ts';
import type { Target } from './choices.ts';
import { useRegistry } from './registry.ts';

export function useTarget(): { readonly run: (target: Target) => void; readonly interview: string } {
  const { t } = useTexts();
  const client = useClient();
  const registry = useRegistry();
  const shell = useShell();
  const route = useRoute();
  const [, selectCode] = useSelectedCode();
  const interviews = useRead('interview.list', {}).data?.interviews;
  const interviewId = route.view === 'code' ? route.interviewId : null;
  const interview = interviews?.find((row) => row.id === interviewId)?.name ?? '';

  const toTurn = async (turn: number) => {
    if (interviewId === null) return;
    const { turns } = await fetchRead(client, 'interview.get', { id: interviewId });
    const place = turns[turn - 1];
    if (!place) return client.notice.set({ kind: 'text', text: t('commands.noSuchTurn', { last: turns.length }) });
    go({ view: 'code', interviewId, at: { start: place.start, end: place.end } });
  };
  const toCode = (codeId: number) => {
    shell.toCoding();
    selectCode(codeId);
    afterClosing(() => document.querySelector<HTMLElement>('[data-pane="codebook"] [role="treeitem"][tabindex="0"]')?.focus());
  };
  const run = (target: Target) => {
    switch (target.kind) {
      case 'command':
        return afterClosing(() => registry.run(target.id));
      case 'interview':
        return go({ view: 'code', interviewId: target.interviewId, at: null });
      case 'code':
        return toCode(target.codeId);
      case 'turn':
        return void toTurn(target.turn).catch((error: unknown) => {
          if (error instanceof ReadError) showTrouble(client, error.failure);
        });
      case 'search':
        return shell.search(target.query);
    }
  };
  return { run, interview };
}

/** Does a command of the start screen, where there is nowhere to go to. */
export function useTargetAlone(): { readonly run: (target: Target) => void; readonly interview: string } {
  const registry = useRegistry();
  return {
    run: (target) => (target.kind === 'command' ? afterClosing(() => registry.run(target.id)) : undefined),
    interview: '',
  };
}

/** A dialog gives the focus back a frame after it is gone; only then is what was selected selected again. */
function afterClosing(run: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => run()));
}
