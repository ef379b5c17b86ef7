// A bridge in memory for tests of the window alone: each operation answers what the test says, typed by the contract.
// The tests with the real engine are elsewhere.

import type { Bridge, BridgeEvent, CallOptions, FileToSave, ToCopy } from '../../renderer/bridge.ts';
import type { Failure, Input, OperationName, Output } from '../../src/contract/index.ts';

export type FakeAnswer<N extends OperationName> =
  | { readonly ok: true; readonly value: Output<N>; readonly changed?: readonly string[] }
  | { readonly ok: false; readonly error: Failure };
export type FakeHandlers = {
  readonly [N in OperationName]?: (input: Input<N>, options: CallOptions) => FakeAnswer<N> | Promise<FakeAnswer<N>>;
};

export type FakeBridge = Bridge & {
  /** Every call that was made, in order. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[];
  readonly emit: (event: BridgeEvent) => void;
  readonly saved: readonly FileToSave[];
  readonly copied: readonly ToCopy[];
};

export function createFakeBridge(handlers: FakeHandlers): FakeBridge {
  const calls: { name: string; input: unknown }[] = [];
  const saved: FileToSave[] = [];
  const copied: ToCopy[] = [];
  const listeners = new Set<(event: BridgeEvent) => void>();
  const answers = new Map<string, (input: never, options: CallOptions) => unknown>(
    Object.entries({ 'workbench.get': () => ok(USUAL), ...handlers }),
  );
  return {
    kind: 'web',
    calls,
    saved,
    copied,
    emit: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    call: async (name, input, options = {}) => {
      calls.push({ name, input });
      const answer = answers.get(name);
      if (!answer) return { ok: false, error: { code: 'internal', message: `the test has no answer to ${name}` } };
      return { changed: [], ...((await answer(input as never, options)) as Awaited<ReturnType<Bridge['call']>>) };
    },
    openWindow: async () => {},
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    copy: async (what) => {
      copied.push(what);
    },
    saveFile: async (file) => {
      saved.push(file);
      return { saved: true, where: null };
    },
  };
}

export function ok<T>(
  value: T,
  changed: readonly string[] = [],
): { readonly ok: true; readonly value: T; readonly changed: readonly string[] } {
  return { ok: true, value, changed };
}

/** How often an operation was asked. */
export function timesAsked(bridge: FakeBridge, name: OperationName): number {
  return bridge.calls.filter((call) => call.name === name).length;
}

/** What every screen may ask: the settings as they come, and nothing open. */
const USUAL: Output<'workbench.get'> = {
  version: '0.0.0',
  settings: { language: 'nl', theme: 'system', textSize: 17, face: 'serif', keys: {}, coder: 'Noor' },
  folder: '/projecten',
  open: null,
  projects: [],
  sampleInterviews: 0,
};
