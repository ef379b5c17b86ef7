// What a handler gets to work with: the open project as a readable or writable handle, who asks, and the world.

import type { OperationName, Output, Parsed, Progress } from '../contract/index.ts';
import type { ReadableDb, WritableDb } from '../store/database.ts';
import type { Effects } from './effects.ts';
import type { Project, Workbench } from './workbench.ts';

export type Call = {
  readonly effects: Effects;
  readonly coder: string;
  readonly signal: AbortSignal | undefined;
  readonly progress: (progress: Progress) => void;
};

export type ReadCall = Call & {
  readonly db: ReadableDb;
  readonly readOnly: boolean;
  readonly readOnlyWhy: Project['readOnlyWhy'];
};

export type ChangeCall = Call & {
  readonly db: WritableDb;
  /** The moment of the change, ISO 8601 UTC. */
  readonly at: string;
  readonly about: About;
};

/** Where in the interviews a step is: in one of them, and at which offset (UTF-16) of its text when it is one place. */
export type Place = { readonly interviewId: number; readonly offset?: number };
/** What a change is about, also as English labels of codes say it (see `named`). */
export type Subject = string | { readonly subject: string; readonly subjectEn: string };
/** Says what the change is about, for the label of undo: a code's name, an interview's; and where it is. */
export type About = (subject: Subject, place?: Place) => void;

export type WorkbenchCall = Call & { readonly workbench: Workbench };

type CallOf = { read: ReadCall; change: ChangeCall; remember: ChangeCall; workbench: WorkbenchCall };
type KindOf<N extends OperationName> = typeof import('../contract/index.ts').contract[N]['kind'];

/** One operation, one function. */
export type Handler<N extends OperationName> = (
  call: CallOf[KindOf<N> extends keyof CallOf ? KindOf<N> : never],
  input: Parsed<N>,
) => Output<N> | Promise<Output<N>>;

/** A handler for every operation whose name begins with one of the nouns. */
export type HandlersFor<P extends string> = { readonly [N in Extract<OperationName, `${P}.${string}`>]: Handler<N> };
