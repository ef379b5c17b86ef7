// The ten lines every door goes through: parse the input, run the operation, answer. Operations on one engine run one after the
// other, so a change is never seen half done.

import { type Answer, contract, isOperationName, type OperationName, type Parsed } from '../contract/index.ts';
import { DraadError, type Failure } from '../domain/error.ts';
import { asDraadError } from '../store/database.ts';
import { change, goTo, redo, transact, undo } from './change.ts';
import { isFull } from './files.ts';
import { handlers } from './handlers.ts';
import type { Call, Handler } from './session.ts';
import type { Project, Workbench } from './workbench.ts';

/** `opening`: which project the caller means, as `workbench.get` told; a change meant for another one is refused. */
export type CallContext = Omit<Call, 'coder'> & { readonly workbench: Workbench; readonly opening?: string | undefined };

/** Runs one operation. Never throws: what goes wrong is in the answer. */
export async function dispatch(context: CallContext, name: string, input: unknown): Promise<Answer> {
  try {
    if (!isOperationName(name)) throw new DraadError('invalid-input', `There is no operation ${name}`);
    const parsed = contract[name].input.safeParse(input ?? {});
    if (!parsed.success) throw invalid(parsed.error.issues[0]);
    return await runOperation(context, name, parsed.data as Parsed<OperationName>);
  } catch (error) {
    return { ok: false, error: toFailure(name, error, context.effects.log, context.signal) };
  }
}

async function runOperation(context: CallContext, name: OperationName, input: Parsed<OperationName>): Promise<Answer> {
  const { workbench, effects } = context;
  const call: Call = { effects, coder: workbench.settings().coder, signal: context.signal, progress: context.progress };
  const handler = handlers[name] as Handler<OperationName>;
  const runIt = async (more: object): Promise<never> => (await handler({ ...call, ...more } as never, input as never)) as never;

  const kind = contract[name].kind;
  if (kind === 'workbench')
    return { ok: true, value: await runIt({ workbench }), changed: name === 'workbench.get' ? [] : ['workbench', 'project'] };
  const project = workbench.project();
  if (kind !== 'read') assertMeant(project, context.opening);
  if (!project) throw new DraadError('not-found', 'No project is open');
  if (kind === 'read') {
    const { db, readOnly, readOnlyWhy } = project;
    return { ok: true, value: await runIt({ db, readOnly, readOnlyWhy }), changed: [] };
  }
  assertWritable(project);
  const at = new Date(effects.now()).toISOString();
  if (kind === 'remember')
    return { ok: true, value: await transact(project.db, () => runIt({ db: project.db, at, about: () => {} })), changed: [] };
  if (name === 'history.undo' || name === 'history.redo') return await runHistory(project, name);
  if (name === 'history.goTo') return await runGoTo(project, input as Parsed<'history.goTo'>, context);
  const { value, nouns } = await change(project.db, { operation: name, coder: call.coder, at }, (about) =>
    runIt({ db: project.db, at, about }),
  );
  return { ok: true, value, changed: nouns.length > 0 ? [...nouns, 'history'] : [] };
}

/** A call can come late: sent before another window, or this one, opened another project. */
function assertMeant(project: Project | null, opening: string | undefined): void {
  if (opening === undefined || project?.opening === opening) return;
  throw new DraadError('conflict', 'This was meant for a project that is not open any more; nothing was changed', 'opening');
}

function assertWritable({ readOnlyWhy }: Project): void {
  if (readOnlyWhy === 'in-use')
    throw new DraadError('in-use', 'Another window or program has this project open; here it can only be read');
  if (readOnlyWhy === 'not-writable')
    throw new DraadError('not-writable', 'This project, or the folder it is in, can’t be written; here it can only be read');
}

async function runHistory(project: Project, name: 'history.undo' | 'history.redo'): Promise<Answer> {
  const { entry, nouns } = name === 'history.undo' ? await undo(project.db) : await redo(project.db);
  return { ok: true, value: { entry }, changed: entry ? [...nouns, 'history'] : [] };
}

async function runGoTo(
  project: Project,
  { entryId }: Parsed<'history.goTo'>,
  { progress, signal }: Pick<Call, 'progress' | 'signal'>,
): Promise<Answer> {
  const { entry, steps, nouns } = await goTo(project.db, entryId, async (done) => {
    progress({ done, total: 0, note: '' });
    // Lets a message to stop come through.
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
  });
  return { ok: true, value: { entry, steps }, changed: steps === 0 ? [] : [...nouns, 'history'] };
}

type Issue = NonNullable<ReturnType<(typeof contract)[OperationName]['input']['safeParse']>['error']>['issues'][number];

function invalid(issue: Issue | undefined): DraadError {
  const at = issue?.path.map(String).join('.') ?? '';
  return new DraadError('invalid-input', `${at === '' ? '' : `${at}: `}${issue ? inWords(issue) : 'the input does not fit'}`, at);
}

/** The schema library speaks to programmers; the commonest of what it says is said here for people. */
function inWords(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return `choose ${issue.values
      .map(String)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1')}`;
  if (issue.code === 'too_big' && issue.origin !== 'string') return `${issue.maximum} at most`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `${issue.minimum} at least`;
  return issue.message;
}

/** What went wrong, for people; what nobody expected goes to the log. */
export function toFailure(name: string, thrown: unknown, log: (line: string) => void, signal?: AbortSignal): Failure {
  const error = fromSystem(asDraadError(thrown));
  if (error instanceof DraadError)
    return { code: error.code, message: error.message, ...(error.at === undefined ? {} : { at: error.at }) };
  if (signal?.aborted && error === signal.reason) return { code: 'cancelled', message: 'Stopped; nothing was changed' };
  // The message could hold words of a transcript, so only the kind of fault and its place in the code go to the log.
  log(`internal error in ${name}: ${error instanceof Error ? `${error.name}${placeOf(error)}` : typeof error}`);
  return { code: 'internal', message: `Something went wrong inside Rode Draad (${name}); nothing was changed` };
}

// The stack begins with the message, however many lines that has.
function placeOf({ message, stack = '' }: Error): string {
  const frames = stack.slice(stack.indexOf(message) + message.length);
  return stack.includes(message) ? (/\n +at [^\n]+/.exec(frames)?.[0].slice(1) ?? '') : '';
}

// What the system says of a file or folder: no right to it, not there any more, no room.
function fromSystem(error: unknown): unknown {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return error;
  const where = 'path' in error ? String(error.path) : 'A file';
  const code = String(error.code);
  return new DraadError(isFull(code) ? 'no-space' : 'not-writable', `${where} can’t be read or written (${code})`);
}
