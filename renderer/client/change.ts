// Runs a change: the call, the refresh of what it touched, the toast that names the step, and the dialog when it fails.

import type { QueryKey } from '@tanstack/react-query';
import type { Failure, Input, Output } from '../../src/contract/index.ts';
import type { CallOptions } from '../bridge.ts';
import { type Client, call, type Notice, refresh, showTrouble } from './client.ts';
import type { ChangeName } from './depends-on.ts';
import { switchesProject, switching } from './switch-project.ts';

export type ChangeOptions = CallOptions & {
  /** A failure that the screen says itself (true) does not open the error dialog. */
  readonly onFailure?: (failure: Failure) => boolean;
  /** No toast: the screen itself shows what happened. */
  readonly quiet?: boolean;
  /** Answers only when what it touched has been read again. */
  readonly reread?: boolean;
  /** It was done before the step that is being taken back now, and only has to be kept. */
  readonly ahead?: boolean;
};

export type RunOptions<N extends ChangeName> = ChangeOptions & {
  /** Puts what the change made in the cache itself, and answers whether the reads with this key are true by that: they are not asked again. */
  readonly settle?: (value: Output<N>) => Promise<QueryKey | null>;
};

/** Answers with what the core answered, or null when it failed or was stopped; the person has then been told. */
export async function runChange<N extends ChangeName>(
  client: Client,
  name: N,
  input: Input<N>,
  options: RunOptions<N> = {},
): Promise<Output<N> | null> {
  // Waits only when there is something to wait for: else the call is on its way before anything is drawn.
  const walking = options.ahead || name.startsWith('history.') ? null : client.walking.current;
  if (walking) await walking;
  const before = { step: lastStep(client), notice: client.notice.get() };
  const ask = () => call(client, name, input, options);
  const answer = switchesProject(name) ? await switching(client, ask) : await ask();
  if (!answer.ok) {
    // What was shown may be what was out of date.
    if (answer.error.code === 'conflict' || answer.error.code === 'not-found') void refreshProject(client);
    if (!options.onFailure?.(answer.error)) showTrouble(client, answer.error, () => void runChange(client, name, input, options));
    return null;
  }
  if (!switchesProject(name)) {
    const known = settled(client, answer, options).then(() => (options.quiet ? undefined : announce(client, name, before)));
    if (options.reread) await known;
  }
  return answer.value;
}

async function settled<N extends ChangeName>(
  client: Client,
  answer: { readonly value: Output<N>; readonly changed: readonly string[] },
  { settle }: RunOptions<N>,
): Promise<void> {
  await refresh(client, answer.changed, (await settle?.(answer.value)) ?? undefined);
}

type Before = { readonly step: number | null; readonly notice: Notice | null };

/** The step is named from the project's own history, so the toast, the Edit menu and the history list say the same. */
async function announce(client: Client, name: ChangeName, before: Before): Promise<void> {
  if (name.startsWith('history.') || name.startsWith('workbench.')) return;
  const project = client.queries.getQueryData<Output<'project.get'>>(['project.get', {}]);
  const notice = client.notice.get();
  // What was said meanwhile, about a key pressed since, is news of later.
  if (notice !== before.notice && notice?.kind === 'text') return;
  if (project?.undo && project.undo.id !== before.step) client.notice.set({ kind: 'done', entry: project.undo });
}

function lastStep(client: Client): number | null {
  return client.queries.getQueryData<Output<'project.get'>>(['project.get', {}])?.undo?.id ?? null;
}

function refreshProject(client: Client): Promise<void> {
  return refresh(client, ['project', 'interview', 'interviewSet', 'code', 'coding', 'participant', 'memo', 'coder']);
}
