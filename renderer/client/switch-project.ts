// Leaving one project for another: nothing of the old one may stay on the screen, and no position of it may be kept in the new one.

import type { OperationName, Output } from '../../src/contract/index.ts';
import { type Client, call, readOptions, showTrouble } from './client.ts';

const SWITCHES: ReadonlySet<OperationName> = new Set([
  'workbench.openSample',
  'workbench.create',
  'workbench.open',
  'workbench.close',
]);

export function switchesProject(name: OperationName): boolean {
  return SWITCHES.has(name);
}

/** Runs what opens or closes a project, with what waits to be kept of the old one kept first and the screen made new afterwards. */
export async function switching<A extends { readonly ok: boolean }>(client: Client, run: () => Promise<A>): Promise<A> {
  await Promise.all([...client.unkept, ...client.waiting].map((keep) => keep()));
  const before = client.project.get();
  const answer = await run();
  if (answer.ok && client.project.get() === before) await showOpenProject(client);
  return answer;
}

/** Draws nothing of a project until all that was read of the old one is forgotten; then reads which one is open now. */
export async function showOpenProject(client: Client): Promise<void> {
  const before = client.project.get() ?? 0;
  client.notice.set(null);
  client.saved.set(0);
  client.project.set(null);
  // The screens must be gone before their reads are: a removed read that is still looked at would be asked again.
  await new Promise((resolve) => setTimeout(resolve));
  client.queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'workbench.get' });
  const workbench = await client.queries
    .fetchQuery({ ...readOptions(client, 'workbench.get', {}), staleTime: 0 })
    .catch(() => undefined);
  client.opening.set(workbench?.open?.opening ?? null);
  client.project.set(before + 1);
}

/** At the start of the window: notes which project it shows. */
export async function noteOpening(client: Client): Promise<void> {
  const workbench = await client.queries.fetchQuery(readOptions(client, 'workbench.get', {})).catch(() => undefined);
  if (client.opening.get() === null) client.opening.set(workbench?.open?.opening ?? null);
}

/** Another window opened or closed a project, or changed the settings. Answers whether this window shows another project now. */
export async function followWorkbench(client: Client): Promise<boolean> {
  const answer = await call(client, 'workbench.get', {});
  if (!answer.ok) {
    showTrouble(client, answer.error);
    return false;
  }
  const { open } = answer.value;
  const shown = client.queries.getQueryData<Output<'workbench.get'>>(['workbench.get', {}])?.open ?? null;
  const same = (open?.opening ?? null) === (shown?.opening ?? null) && open?.readOnly === shown?.readOnly;
  // While this window is opening one itself, that shows it already.
  if (same || client.project.get() === null) {
    client.queries.setQueryData(['workbench.get', {}], answer.value);
    return false;
  }
  await showOpenProject(client);
  return true;
}
