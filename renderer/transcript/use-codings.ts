// Changes to the codings of the open interview. What is applied, moved or taken off is shown at once and taken back when the core refuses it;
// a text that changed meanwhile is read again, and the person is told.

import { useCallback, useMemo } from 'react';
import type { CodingRow } from '../../src/contract/coding.ts';
import type { Failure, Output } from '../../src/contract/index.ts';
import { type TextRange, trimRange } from '../../src/domain/text.ts';
import { type ChangeOptions, useChange, useClient, useRead } from '../client/index.ts';
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
  readonly setMemo: (id: number, text: string) => Promise<boolean>;
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
  const setMemo = useChange('memo.set').run;

  const say = useCallback((words: string) => client.notice.set({ kind: 'text', text: words }), [client]);

  /** Shows `change` in the list of codings at once; takes it back when `run` answers null. */
  const shown = useCallback(
    async <T>(
      change: (rows: readonly CodingRow[]) => readonly CodingRow[],
      run: (options: ChangeOptions) => Promise<T | null>,
    ): Promise<T | null> => {
      const key = ['coding.list', { interviewId }];
      await client.queries.cancelQueries({ queryKey: key });
      const before = client.queries.getQueryData<Rows>(key);
      if (before) client.queries.setQueryData<Rows>(key, { codings: [...change(before.codings)] });
      const onFailure = (failure: Failure) => {
        if (failure.code !== 'conflict') return false;
        say(t('transcript.changedMeanwhile'));
        return true;
      };
      const value = await run({ onFailure });
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
          (await shown(add, (options) => apply({ interviewId, textVersion, ...place, codeIds: [...codeIds] }, options))) !== null
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
        )) !== null,
      resize: async (id, range) => {
        const place = trimmed(range);
        if (!place) return false;
        const quote = text.slice(place.start, place.end);
        return (
          (await shown(edit(id, { ...place, quote, toBeChecked: false }), (options) =>
            resize({ id, textVersion, ...place }, options),
          )) !== null
        );
      },
      recode: async (id, codeId) =>
        (await shown(edit(id, { codeId }), (options) => recode({ ids: [id], codeId }, options))) !== null,
      setKey: async (id, key) => (await shown(edit(id, { key }), (options) => setKey({ ids: [id], key }, options))) !== null,
      setMemo: async (id, memo) =>
        (await shown(edit(id, { memo }), (options) => setMemo({ on: 'coding', id, text: memo }, options))) !== null,
    };
  }, [say, shown, text, textVersion, interviewId, coder, t, apply, applyNew, create, remove, resize, recode, setKey, setMemo]);
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
