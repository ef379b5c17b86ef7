// Changes to the codings of the open interview. What is applied, moved or taken off is shown at once and taken back when the core refuses it;
// a text that changed meanwhile is read again, and the person is told.

import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CodingRow } from '../../src/contract/coding.ts';
import type { Failure, Output } from '../../src/contract/index.ts';
import { type TextRange, trimRange } from '../../src/domain/text.ts';
import { type ChangeOptions, type Client, call, refreshRound, useClient, useRead, useRun } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import type { Page } from './model.ts';
import { placeIn } from './place-in.ts';
import { type Underway, useUnderway } from './use-underway.ts';

export type Codings = {
  /** Puts codes on a range; answers whether it was done. */
  readonly apply: (range: TextRange, codeIds: readonly number[]) => Promise<boolean>;
  /** Makes the codes of a path that are not there and puts the last on a range; answers that code's id. */
  readonly applyNew: (range: TextRange, path: string) => Promise<number | null>;
  readonly remove: (id: number) => Promise<boolean>;
  /** `moved`: it was moved there before now, and only has to be kept. */
  readonly resize: (id: number, range: TextRange, moved?: 'moved') => Promise<boolean>;
  readonly split: (id: number, at: number) => Promise<boolean>;
  readonly recode: (id: number, codeId: number) => Promise<boolean>;
  /** Makes the codes of a path that are not there and gives a coding the last; answers that code's id. */
  readonly recodeNew: (id: number, path: string) => Promise<number | null>;
  readonly setKey: (id: number, key: boolean) => Promise<boolean>;
  /** Codings that are on their way to the project: each of the above may be asked for one, and waits until it is there. */
  readonly underway: Underway;
  /** Says something that is not a failure. */
  readonly say: (text: string) => void;
};

type Rows = Output<'coding.list'>;
type Done = Output<'coding.remove'>;
type Run<T> = ChangeOptions & { readonly settle?: (value: T) => Promise<QueryKey | null> };

export function useCodings(page: Page): Codings {
  const client = useClient();
  const { t } = useTexts();
  const coder = useRead('workbench.get', {}).data?.settings.coder ?? '';
  const { interviewId, textVersion, text } = page;
  const apply = useRun('coding.apply');
  const applyNew = useRun('coding.applyNew');
  const remove = useRun('coding.remove');
  const resize = useRun('coding.resize');
  const split = useRun('coding.split');
  const recode = useRun('coding.recode');
  const recodeNew = useRun('coding.recodeNew');
  const setKey = useRun('coding.setKey');

  const underway = useUnderway();

  const say = useCallback((words: string) => client.notice.set({ kind: 'text', text: words }), [client]);

  /**
   * Shows `change` in the list of codings at once; takes it back when `run` answers null. With `idsOf` only the codings that the answer is about
   * are read again, not all of the interview; it is told of the answer before those are shown.
   */
  const shown = useCallback(
    async <T>(
      change: (rows: readonly CodingRow[]) => readonly CodingRow[],
      run: (options: Run<T>) => Promise<T | null>,
      idsOf?: (value: T) => readonly number[],
    ): Promise<T | null> => {
      const key = ['coding.list', { interviewId }];
      // A list that was being read again, for a change from elsewhere, must be read as a whole after all.
      const state = client.queries.getQueryState(key);
      const began = state?.isInvalidated || state?.fetchStatus !== 'idle' ? null : refreshRound(client);
      // Nothing to stop, nothing to wait for: it is drawn with the key that asked for it.
      if (state?.fetchStatus === 'fetching') await client.queries.cancelQueries({ queryKey: key });
      const before = client.queries.getQueryData<Rows>(key);
      const next = before && change(before.codings);
      if (next) client.queries.setQueryData<Rows>(key, { codings: [...next] });
      // Of a very long interview those near the place may be all that is there yet (use-codings-near-first.ts).
      const near = before ? [] : nearRows(client, interviewId);
      for (const [part, rows] of near) client.queries.setQueryData<Rows>(part, { codings: [...change(rows.codings)] });
      const onFailure = (failure: Failure) => {
        if (failure.code !== 'conflict' && failure.code !== 'not-found') return false;
        say(t(failure.code === 'conflict' ? 'transcript.changedMeanwhile' : 'transcript.goneMeanwhile'));
        return true;
      };
      const settle = async (value: T) => {
        const ids = idsOf?.(value);
        if (!ids || !before || !next) return null;
        const answer = ids.length > 0 ? await call(client, 'coding.list', { interviewId, ids: [...ids] }) : NONE_READ;
        if (!answer.ok || began !== refreshRound(client)) return null;
        const coming = next.filter((row) => row.id < 0 && !before.codings.includes(row));
        const old = new Set([...ids, ...coming.map((row) => row.id)]);
        client.queries.setQueryData<Rows>(key, (now) => now && { codings: withRows(now.codings, old, answer.value.codings) });
        return key;
      };
      const value = await run({ onFailure, settle });
      // Not simply what was there before: another change may have come through meanwhile. And a reading that was broken off is taken up again,
      // also when the change turns out to change nothing.
      if (value === null || began === null) void client.queries.invalidateQueries({ queryKey: key });
      if (value === null && before) client.queries.setQueryData<Rows>(key, before);
      if (value === null) for (const [part, rows] of near) client.queries.setQueryData<Rows>(part, rows);
      return value;
    },
    [client, interviewId, say, t],
  );

  return useMemo(() => {
    const edit = (id: number, change: Partial<CodingRow>) => (rows: readonly CodingRow[]) =>
      rows.map((row) => (row.id === id ? { ...row, ...change } : row));
    const trimmed = (range: TextRange) => {
      const place = trimRange(text, range);
      if (!place) say(t('transcript.nothingSelected'));
      return place;
    };
    /** A change to one coding, which is waited for when it is on its way. */
    const ofOne = async <T>(id: number, run: (real: number) => Promise<T | null>): Promise<T | null> => {
      const real = await underway.settled(id);
      return real === null ? null : run(real);
    };
    /** `alone`: no other coding changes with it. */
    const edited = async (
      id: number,
      change: Partial<CodingRow>,
      run: (real: number, options: Run<Done>) => Promise<Done | null>,
      alone = false,
    ): Promise<boolean> =>
      (await ofOne(id, (real) =>
        shown<Done>(edit(real, change), (options) => run(real, options), alone ? () => [real] : undefined),
      )) !== null;
    return {
      say,
      underway,
      apply: async (range, codeIds) => {
        const place = trimmed(range);
        if (!place) return false;
        const whole = client.queries.getQueryData<Rows>(['coding.list', { interviewId }]);
        const known = whole?.codings ?? nearRows(client, interviewId).flatMap(([, rows]) => rows.codings);
        const coming = newRows(known, codeIds, { ...place, interviewId, coder, quote: text.slice(place.start, place.end) });
        const input = { interviewId, textVersion, ...place, codeIds: [...new Set(codeIds)] };
        const arrive = underway.begin(coming.map((row) => row.id));
        const made = await shown(
          (rows) => withRows(rows, NONE, coming),
          (options) => apply(input, options),
          ({ codingIds }: Output<'coding.apply'>) => {
            arrive(coming.map((row) => codingIds[input.codeIds.indexOf(row.codeId)] ?? null));
            return codingIds;
          },
        );
        if (made === null) arrive([]);
        return made !== null;
      },
      applyNew: async (range, path) => {
        const place = trimmed(range);
        if (!place) return null;
        const arrive = underway.begin([nextProvisional()]);
        const made = await shown(
          (rows) => rows,
          (options) => applyNew({ interviewId, textVersion, ...place, path }, options),
          ({ codingIds }: Output<'coding.applyNew'>) => {
            arrive(codingIds);
            return codingIds;
          },
        );
        if (made === null) arrive([]);
        return made?.codeId ?? null;
      },
      remove: async (id) =>
        (await ofOne(id, (real) =>
          shown<Done>(
            (rows) => rows.filter((row) => row.id !== real),
            (options) => remove({ ids: [real] }, options),
            () => [],
          ),
        )) !== null,
      resize: async (id, range, already) => {
        const place = trimmed(range);
        if (!place) return false;
        const quote = text.slice(place.start, place.end);
        const moved = { ...place, quote, toBeChecked: false };
        return edited(
          id,
          moved,
          (real, options) => resize({ id: real, textVersion, ...place }, { ...options, ahead: already === 'moved' }),
          true,
        );
      },
      split: async (id, at) =>
        (await ofOne(id, (real) =>
          shown<Output<'coding.split'>>(
            (rows) => rows,
            (options) => split({ id: real, textVersion, at }, options),
            ({ codingIds }) => codingIds,
          ),
        )) !== null,
      recode: (id, codeId) => edited(id, { codeId }, (real, options) => recode({ ids: [real], codeId }, options)),
      recodeNew: async (id, path) =>
        (
          await ofOne(id, (real) =>
            shown<Output<'coding.recodeNew'>>(
              (rows) => rows,
              (options) => recodeNew({ ids: [real], path }, options),
            ),
          )
        )?.codeId ?? null,
      setKey: (id, key) => edited(id, { key }, (real, options) => setKey({ ids: [real], key }, options), true),
    };
  }, [
    client,
    underway,
    say,
    shown,
    text,
    textVersion,
    interviewId,
    coder,
    t,
    apply,
    applyNew,
    remove,
    resize,
    split,
    recode,
    recodeNew,
    setKey,
  ]);
}

/** What was read of some turns of the interview only. */
function nearRows(client: Client, interviewId: number): [QueryKey, Rows][] {
  const parts = client.queries.getQueriesData<Rows>({ queryKey: ['coding.list', { interviewId }] });
  return parts.flatMap(([key, rows]) => (rows ? [[key, rows]] : []));
}

const NONE_READ = { ok: true, value: { codings: [] } } as const;

const NONE: ReadonlySet<number> = new Set();

/** The list with rows in the place of those of `old`, each where the core would list it; what is on its way stands where its own will be. */
function withRows(now: readonly CodingRow[], old: ReadonlySet<number>, rows: readonly CodingRow[]): CodingRow[] {
  const list = old.size > 0 ? now.filter((row) => !old.has(row.id)) : [...now];
  for (const row of rows) list.splice(placeIn(list, row, inOrder), 0, row);
  return list;
}

/** A coding that has no id of its own yet will get the highest. */
function inOrder(a: CodingRow, b: CodingRow): number {
  return a.start - b.start || a.end - b.end || a.codeId - b.codeId || Math.abs(a.id) - Math.abs(b.id);
}

let provisional = 0;

function nextProvisional(): number {
  provisional -= 1;
  return provisional;
}

/** Codings as they will be, with ids below zero; those that are there already are left out. */
function newRows(
  rows: readonly CodingRow[],
  codeIds: readonly number[],
  at: TextRange & { interviewId: number; coder: string; quote: string },
): CodingRow[] {
  return [...new Set(codeIds)]
    .filter(
      (codeId) =>
        !rows.some((row) => row.codeId === codeId && row.start === at.start && row.end === at.end && row.coder === at.coder),
    )
    .map((codeId) => ({
      ...at,
      id: nextProvisional(),
      codeId,
      coderId: 0,
      at: new Date().toISOString(),
      key: false,
      toBeChecked: false,
      memo: '',
      codeVersion: 1,
    }));
}
