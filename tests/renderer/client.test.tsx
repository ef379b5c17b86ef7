// @vitest-environment jsdom
// The client: what is read again after a change, where failures go, what a toast says, and what stays of a project that is left.

import { act } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { runChange } from '../../renderer/client/change.ts';
import { dependsOn, NOUNS, readsOf } from '../../renderer/client/depends-on.ts';
import { type Client, call, useChange, usePosition, useRead, useUndo } from '../../renderer/client/index.ts';
import { hasShapeOf } from '../../renderer/client/position.ts';
import { contract, operationNames } from '../../src/contract/index.ts';
import { type Drawn, draw, settle, until } from './draw.tsx';
import { createFakeBridge, type FakeBridge, type FakeHandlers, ok, timesAsked } from './fake-bridge.ts';

let drawn: Drawn | null = null;
afterEach(() => {
  drawn?.end();
  drawn = null;
});

const entry = (id: number, operation: string, subject: string) => ({
  id,
  operation,
  subject,
  subjectEn: '',
  coder: 'Noor',
  at: '2026-03-05T13:03:12.000Z',
  interview: '',
  turn: null,
  undone: false,
});
const counts = { interviews: 1, sets: 1, codes: 1, themes: 1, codings: 0, coders: 1, memos: 0 };
const summary = (undo: ReturnType<typeof entry> | null) => ({
  name: 'Proef',
  counts,
  savedAt: null,
  readOnly: false,
  readOnlyWhy: null,
  undo,
  redo: null,
});

describe('what depends on what', () => {
  test('covers every read of the contract, and nothing else', () => {
    const reads = operationNames.filter((name) => contract[name].kind === 'read' || name === 'workbench.get');
    expect(Object.keys(dependsOn).sort()).toEqual([...reads].sort());
  });

  test('every noun of the project makes the undo label and the history be read again', () => {
    for (const noun of NOUNS.filter((name) => name !== 'workbench')) {
      expect(readsOf([noun])).toContain('project.get');
      expect(readsOf([noun])).toContain('history.list');
    }
  });

  test('a coding changes counts and analysis, but not the text of an interview', () => {
    const reads = readsOf(['coding', 'history']);
    expect(reads).toContain('code.list');
    expect(reads).toContain('analysis.frequency');
    expect(reads).not.toContain('interview.get');
    expect(reads).not.toContain('position.get');
  });
});

/** A project with one number that changes, to see what is asked again. */
function countingProject(more: FakeHandlers = {}): FakeBridge {
  let made = 0;
  return createFakeBridge({
    'project.get': () => ok(summary(made > 0 ? entry(made, 'code.create', `code ${made}`) : null)),
    'code.list': () => ok({ codes: [] }),
    'interview.list': () => ok({ interviews: [] }),
    'code.create': () => {
      made++;
      return ok({ id: made }, ['code', 'history']);
    },
    ...more,
  });
}

function Reads() {
  useRead('project.get', {});
  useRead('code.list', {});
  useRead('interview.list', {});
  return null;
}

describe('after a change', () => {
  test('only reads that look at a changed noun are asked again, and the step is announced', async () => {
    const bridge = countingProject();
    drawn = await draw(bridge, <Reads />);
    await act(() => runChange(drawn!.client, 'code.create', { name: 'vertrouwen' }));
    await until('the step is announced', () => drawn!.client.notice.get() !== null);
    expect(timesAsked(bridge, 'code.list')).toBe(2);
    expect(timesAsked(bridge, 'project.get')).toBe(2);
    expect(timesAsked(bridge, 'interview.list')).toBe(1);
    expect(drawn.client.notice.get()).toEqual({ kind: 'done', entry: entry(1, 'code.create', 'code 1') });
  });

  test('a change in another window refreshes this one', async () => {
    const bridge = countingProject();
    drawn = await draw(bridge, <Reads />);
    act(() => bridge.emit({ kind: 'changed', nouns: ['interview'] }));
    await settle();
    expect(timesAsked(bridge, 'interview.list')).toBe(2);
    act(() => bridge.emit({ kind: 'everything' }));
    await settle();
    expect(timesAsked(bridge, 'interview.list')).toBe(3);
  });

  test('what was read of an interview that has gone is not asked again', async () => {
    let there = true;
    const interview = {
      id: 3,
      name: 'DH-01',
      setId: 1,
      set: 'Den Haag',
      city: '',
      date: '',
      collector: '',
      file: '',
      turns: 1,
      words: 1,
      codings: 0,
      codedTurns: 0,
      toCheck: 0,
      participants: [],
    };
    const bridge = countingProject({
      'interview.list': () => ok({ interviews: there ? [interview] : [] }),
      'interview.get': ({ id }) => ok({ id, name: 'DH-01', textVersion: 1, text: '', turns: [], asking: [] }),
    });
    const Reader = () => {
      useRead('interview.get', { id: 3 });
      return null;
    };
    drawn = await draw(
      bridge,
      <>
        <Reads />
        <Reader />
      </>,
    );
    act(() => bridge.emit({ kind: 'changed', nouns: ['interview'] }));
    await settle();
    expect(timesAsked(bridge, 'interview.get')).toBe(2);
    there = false;
    act(() => bridge.emit({ kind: 'changed', nouns: ['interview', 'coding'] }));
    await settle();
    expect(timesAsked(bridge, 'interview.get')).toBe(2);
  });

  test('undo is announced as undone, with the step it took back', async () => {
    const back = { ...entry(7, 'code.merge', 'a → b'), undone: true };
    const bridge = countingProject({ 'history.undo': () => ok({ entry: back }, ['code', 'history']) });
    let undo: (() => Promise<void>) | null = null;
    const Undo = () => {
      undo = useUndo().undo;
      return null;
    };
    drawn = await draw(bridge, <Undo />);
    await act(() => undo!());
    expect(drawn.client.notice.get()).toEqual({ kind: 'undone', entry: back });
  });
});

describe('failures', () => {
  const refusing = (code: 'conflict' | 'cancelled' | 'not-found') =>
    countingProject({ 'code.create': () => ({ ok: false, error: { code, message: 'no' } }) });

  test('go to the one place that shows them, and can be tried again', async () => {
    const bridge = refusing('conflict');
    drawn = await draw(bridge, <Reads />);
    expect(await act(() => runChange(drawn!.client, 'code.create', { name: 'x' }))).toBeNull();
    const trouble = drawn.client.trouble.get();
    expect(trouble?.failure.code).toBe('conflict');
    act(() => trouble?.again?.());
    await settle();
    expect(timesAsked(bridge, 'code.create')).toBe(2);
  });

  test('a conflict makes the screen be read again, for it showed what is no longer so', async () => {
    const bridge = refusing('conflict');
    drawn = await draw(bridge, <Reads />);
    await act(() => runChange(drawn!.client, 'code.create', { name: 'x' }));
    await settle();
    expect(timesAsked(bridge, 'code.list')).toBe(2);
  });

  test('cancelled is silent', async () => {
    drawn = await draw(refusing('cancelled'), <Reads />);
    await act(() => runChange(drawn!.client, 'code.create', { name: 'x' }));
    expect(drawn.client.trouble.get()).toBeNull();
  });

  test('a screen may tell a failure itself', async () => {
    drawn = await draw(refusing('conflict'), <Reads />);
    await act(() => runChange(drawn!.client, 'code.create', { name: 'x' }, { onFailure: ({ code }) => code === 'conflict' }));
    expect(drawn.client.trouble.get()).toBeNull();
  });

  test('a read that fails is shown too, but not one of something that has gone', async () => {
    const failing = (code: 'internal' | 'not-found') =>
      createFakeBridge({ 'interview.get': () => ({ ok: false, error: { code, message: 'no' } }) });
    const Reader = () => {
      useRead('interview.get', { id: 3 });
      return null;
    };
    drawn = await draw(failing('internal'), <Reader />);
    expect(drawn.client.trouble.get()?.failure.code).toBe('internal');
    drawn.end();
    drawn = await draw(failing('not-found'), <Reader />);
    expect(drawn.client.trouble.get()).toBeNull();
  });
});

describe('positions', () => {
  function memory(): { bridge: FakeBridge; kept: Map<string, unknown> } {
    const kept = new Map<string, unknown>();
    const bridge = createFakeBridge({
      'workbench.get': () =>
        ok({
          version: '0',
          settings: { language: 'nl', coder: 'Noor', theme: 'system', textSize: 17, face: 'serif', keys: {} },
          folder: '/',
          open: null,
          projects: [],
          sampleInterviews: 0,
        }),
      'position.get': ({ key }) => ok({ value: (kept.get(key) as string | undefined) ?? null }),
      'position.set': ({ key, value }) => {
        kept.set(key, value);
        return ok({});
      },
      'workbench.close': () => ok({}, ['workbench', 'project']),
    });
    return { bridge, kept };
  }
  let position: readonly [number, (value: number) => void, boolean] = [0, () => {}, false];
  const Scroll = () => {
    position = usePosition('scroll', 10);
    return null;
  };

  test('many changes shortly after each other are kept once, the last', async () => {
    const { bridge, kept } = memory();
    drawn = await draw(bridge, <Scroll />);
    expect(position[0]).toBe(10);
    for (const value of [20, 30, 40]) act(() => position[1](value));
    await until('it is shown at once', () => position[0] === 40);
    expect(timesAsked(bridge, 'position.set')).toBe(0);
    await until('it is kept', () => kept.get('scroll') === 40);
    expect(timesAsked(bridge, 'position.set')).toBe(1);
  });

  test('a value of another shape, from another version, is left aside', async () => {
    const { bridge, kept } = memory();
    kept.set('scroll', 'bottom');
    drawn = await draw(bridge, <Scroll />);
    expect(position[0]).toBe(10);
  });

  test('are kept before the project is closed, never after', async () => {
    const { bridge, kept } = memory();
    drawn = await draw(bridge, <Scroll />);
    act(() => position[1](55));
    await act(async () => {
      await runChange(drawn!.client, 'workbench.close', {});
    });
    expect(kept.get('scroll')).toBe(55);
    const names = bridge.calls.map((one) => one.name);
    expect(names.lastIndexOf('position.set')).toBeLessThan(names.indexOf('workbench.close'));
  });

  test('shapes', () => {
    expect(hasShapeOf({ left: 1, right: 2 }, { left: 5, right: 6, more: true })).toBe(true);
    expect(hasShapeOf({ left: 1, right: 2 }, { left: 5 })).toBe(false);
    expect(hasShapeOf([], { 0: 1 })).toBe(false);
    expect(hasShapeOf('', null)).toBe(false);
  });
});

describe('leaving a project', () => {
  test('nothing that was read of the old one is shown in the new one', async () => {
    let open = 'A';
    const bridge = createFakeBridge({
      'workbench.get': () =>
        ok({
          version: '0',
          settings: { language: 'nl', coder: 'Noor', theme: 'system', textSize: 17, face: 'serif', keys: {} },
          folder: '/',
          open: { name: open, readOnly: false, readOnlyWhy: null, sample: false, opening: open },
          projects: [],
          sampleInterviews: 0,
        }),
      'workbench.open': () => {
        open = 'B';
        return ok({}, ['workbench', 'project']);
      },
      'project.get': () => ok({ ...summary(null), name: open }),
    });
    drawn = await draw(bridge, <Reads />);
    const nameOf = (client: Client) => client.queries.getQueryData<{ name: string }>(['project.get', {}])?.name;
    expect(nameOf(drawn.client)).toBe('A');
    const seen: (number | null)[] = [];
    drawn.client.project.subscribe(() => seen.push(drawn!.client.project.get()));
    await act(async () => {
      await runChange(drawn!.client, 'workbench.open', { key: 'b' });
    });
    expect(nameOf(drawn.client)).not.toBe('A');
    expect(seen).toEqual([null, 1]);
  });

  test('one that could not be opened leaves the screen as it was', async () => {
    const bridge = countingProject({
      'workbench.open': () => ({ ok: false, error: { code: 'in-use', message: 'open elsewhere' } }),
    });
    drawn = await draw(bridge, <Reads />);
    await act(async () => {
      await runChange(drawn!.client, 'workbench.open', { key: 'b' });
    });
    expect(drawn.client.project.get()).toBe(0);
    expect(drawn.client.trouble.get()?.failure.code).toBe('in-use');
  });
});

test('useChange says that it is busy until the answer is there', async () => {
  const answer = Promise.withResolvers<void>();
  const bridge = countingProject({
    'code.create': async () => {
      await answer.promise;
      return ok({ id: 1 }, []);
    },
  });
  let change = { run: async (_: { name: string }): Promise<unknown> => null, pending: false };
  const Maker = () => {
    change = useChange('code.create');
    return null;
  };
  drawn = await draw(bridge, <Maker />);
  let done: Promise<unknown> = Promise.resolve();
  act(() => {
    done = change.run({ name: 'x' });
  });
  expect(change.pending).toBe(true);
  await act(async () => {
    answer.resolve();
    await done;
  });
  expect(change.pending).toBe(false);
});

test('a call hands on its signal and its progress', async () => {
  const seen: number[] = [];
  const bridge = createFakeBridge({
    'project.check': (_, { onProgress, signal }) => {
      onProgress?.({ done: 1, total: 2, note: '' });
      return signal?.aborted ? { ok: false, error: { code: 'cancelled', message: '' } } : ok({ ok: true });
    },
  });
  drawn = await draw(bridge, null);
  const answer = await call(
    drawn.client,
    'project.check',
    {},
    { signal: AbortSignal.abort(), onProgress: ({ done }) => seen.push(done) },
  );
  expect(answer.ok).toBe(false);
  expect(seen).toEqual([1]);
});
