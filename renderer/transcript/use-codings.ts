// Changes to the codings of the open interview. What is applied, moved or taken off is shown at once and taken back when the core refuses it;
// a text that changed meanwhile is read again, and the person is told.

import type { QueryKey } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CodingRow } from '../../src/contract/coding.ts';
import type { Failure, Output } from '../../src/contract/index.ts';
import { type TextRange, trimRange } from '../../src/domain/text.ts';
import { type ChangeOptions, call, refreshRound, useChange, useClient, useRead } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import type { PickerCode } from './choices.ts';
import type { Page } from './model.ts';
import type { NewCode } from './ranking.ts';

export type Codings = {
  /** Puts codes on a range; answers whether it was done. */
  readonly apply: (range: TextRange, codeIds: readonly number[]) => Promise<boolean>;
  /** Makes the codes of a path that are not there and puts the last on a range; answers that code's id. */
  readonly applyNew: (range: TextRange, path: string) => Promise<number | null>;
  /** Makes a code without putting it anywhere; answers its id. */
  readonly make: (code: NewCode<PickerCode>) => Promise<number | null>;
  readonly remove: (id: number) => Promise<boolean>;
  readonly resize: (id: number, range: TextRange) => Promise<boolean>;
  readonly recode: (id: number, codeId: number) => Promise<boolean>;
  readonly setKey: (id: number, key: boolean) => Promise<boolean>;
  /** Says something that is not a failure. */
  readonly say: (text: string) => void;
};

type Rows = Output<'coding.list'>;

export function useCodings(page: Page): Codings {
  const client = useClient();
  const { t } = useTexts();
  const coder = useRead('workbench.get', {}).data?.settings.coder ?? '';
  const { interviewId, textVersion, text } = page;
  const apply = useChange('coding.apply').run;
  const applyNew = useChange('coding.applyNew').run;
  const create = useChange('code.create').run;
  const remove = useChange('coding.remove').run;
  const resize = useChange('coding.resize').run;
  const recode = useChange('coding.recode').run;
  const setKey = useChange('coding.setKey').run;

  const say = useCallback((words: string) => client.notice.set({ kind: 'text', text: words }), [client]);

  /**
   * Shows `change` in the list of codings at once; takes it back when `run` answers null. With `idsOf` only the codings that the answer is about
   * are read again, not all of the interview.
   */
  const shown = useCallback(
    async <T>(
      change: (rows: readonly CodingRow[]) => readonly CodingRow[],
      run: (options: ChangeOptions & { readonly settle?: (value: T) => Promise<QueryKey | null> }) => Promise<T | null>,
      idsOf?: (value: T) => readonly number[],
    ): Promise<T | null> => {
      const key = ['coding.list', { interviewId }];
      // A list that was being read again, for a change from elsewhere, must be read as a whole after all.
      const state = client.queries.getQueryState(key);
      const began = state?.isInvalidated || state?.fetchStatus !== 'idle' ? null : refreshRound(client);
      await client.queries.cancelQueries({ queryKey: key });
      const before = client.queries.getQueryData<Rows>(key);
      const next = before && change(before.codings);
      if (next) client.queries.setQueryData<Rows>(key, { codings: [...next] });
      const onFailure = (failure: Failure) => {
        if (failure.code !== 'conflict') return false;
        say(t('transcript.changedMeanwhile'));
        return true;
      };
      const settle = async (value: T) => {
        if (!idsOf || !before || !next) return null;
        const ids = idsOf(value);
        const answer = ids.length > 0 ? await call(client, 'coding.list', { interviewId, ids: [...ids] }) : NONE_READ;
        if (!answer.ok || began !== refreshRound(client)) return null;
        const known = new Set(before.codings.map((row) => row.id));
        const old = new Set([...ids, ...next.flatMap((row) => (row.id < 0 && !known.has(row.id) ? [row.id] : []))]);
        client.queries.setQueryData<Rows>(key, (now) => now && { codings: withRows(now.codings, old, answer.value.codings) });
        return key;
      };
      const value = await run({ onFailure, settle });
      // Not simply what was there before: another change may have come through meanwhile.
      if (value === null) void client.queries.invalidateQueries({ queryKey: key });
      if (value === null && before) client.queries.setQueryData<Rows>(key, before);
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
    return {
      say,
      apply: async (range, codeIds) => {
        const place = trimmed(range);
        if (!place) return false;
        const add = (rows: readonly CodingRow[]) => [
          ...rows,
          ...newRows(rows, codeIds, { ...place, interviewId, coder, quote: text.slice(place.start, place.end) }),
        ];
        return (
          (await shown(
            add,
            (options) => apply({ interviewId, textVersion, ...place, codeIds: [...codeIds] }, options),
            ({ codingIds }: Output<'coding.apply'>) => codingIds,
          )) !== null
        );
      },
      applyNew: async (range, path) => {
        const place = trimmed(range);
        return (
          place &&
          ((
            await shown(
              (rows) => rows,
              (options) => applyNew({ interviewId, textVersion, ...place, path }, options),
              ({ codingIds }: Output<'coding.applyNew'>) => codingIds,
            )
          )?.codeId ??
            null)
        );
      },
      make: async ({ parent, under, name }) => {
        let parentId = parent?.id ?? null;
        for (const part of parent ? [name] : [...under, name]) {
          const made = await create({ name: part, parentId });
          if (!made) return null;
          parentId = made.id;
        }
        return parentId;
      },
      remove: async (id) =>
        (await shown(
          (rows) => rows.filter((row) => row.id !== id),
          (options) => remove({ ids: [id] }, options),
          () => [],
        )) !== null,
      resize: async (id, range) => {
        const place = trimmed(range);
        if (!place) return false;
        const quote = text.slice(place.start, place.end);
        return (
          (await shown(
            edit(id, { ...place, quote, toBeChecked: false }),
            (options) => resize({ id, textVersion, ...place }, options),
            () => [id],
          )) !== null
        );
      },
      recode: async (id, codeId) =>
        (await shown(edit(id, { codeId }), (options) => recode({ ids: [id], codeId }, options))) !== null,
      setKey: async (id, key) =>
        (await shown(
          edit(id, { key }),
          (options) => setKey({ ids: [id], key }, options),
          () => [id],
        )) !== null,
    };
  }, [say, shown, text, textVersion, interviewId, coder, t, apply, applyNew, create, remove, resize, recode, setKey]);
}

const NONE_READ = { ok: true, value: { codings: [] } } as const;

/** The list with rows in the place of those of `old`, in the order of the core. */
function withRows(now: readonly CodingRow[], old: ReadonlySet<number>, rows: readonly CodingRow[]): CodingRow[] {
  return [...now.filter((row) => !old.has(row.id)), ...rows].sort(
    (a, b) => a.start - b.start || a.end - b.end || a.codeId - b.codeId || a.id - b.id,
  );
}

let provisional = 0;

/** Codings as they will be, with ids below zero; those that are there already are left out. */
function newRows(
  rows: readonly CodingRow[],
  codeIds: readonly number[],
  at: TextRange & { interviewId: number; coder: string; quote: string },
): CodingRow[] {
  return codeIds
    .filter(
      (codeId) =>
        !rows.some((row) => row.codeId === codeId && row.start === at.start && row.end === at.end && row.coder === at.coder),
    )
    .map((codeId) => {
      provisional -= 1;
      return {
        ...at,
        id: provisional,
        codeId,
        coderId: 0,
        at: new Date().toISOString(),
        key: false,
        toBeChecked: false,
        memo: '',
        codeVersion: 1,
      };
    });
}
