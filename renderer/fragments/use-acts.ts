// What is done with the chosen fragments, or with the one the focus is on: each is one step, which undo takes back whole.

import { useCallback, useMemo } from 'react';
import { fetchRead, showTrouble } from '../client/client.ts';
import { useChange, useClient } from '../client/index.ts';
import { useTexts } from '../i18n/index.ts';
import type { Chosen } from './chosen.ts';
import type { ListInput } from './use-head.ts';

/** What a picked code is: one of the codebook, or one to be made. */
export type PickedCode = { readonly codeId: number } | { readonly path: string };

export type BulkActs = {
  readonly code: (fragments: readonly Chosen[], picked: PickedCode) => Promise<void>;
  readonly recode: (fragments: readonly Chosen[], from: number, picked: PickedCode) => Promise<void>;
  readonly remove: (fragments: readonly Chosen[], codeId: number) => Promise<void>;
  /** All become key quotes; when all are, none stays one. */
  readonly star: (fragments: readonly Chosen[]) => Promise<void>;
  readonly note: (fragments: readonly Chosen[], text: string) => Promise<boolean>;
  /** With their sources, on the clipboard; all of the list without fragments. */
  readonly copy: (input: ListInput, fragments: readonly Chosen[] | null, heading: string) => Promise<void>;
  readonly say: (text: string) => void;
};

export function useBulkActs(): BulkActs {
  const client = useClient();
  const { t, language } = useTexts();
  const apply = useChange('coding.applyMany').run;
  const recode = useChange('coding.recode').run;
  const recodeNew = useChange('coding.recodeNew').run;
  const remove = useChange('coding.remove').run;
  const setKey = useChange('coding.setKey').run;
  const note = useChange('quote.note').run;
  const say = useCallback((text: string) => client.notice.set({ kind: 'text', text }), [client]);
  return useMemo(
    () => ({
      say,
      code: async (fragments, picked) => {
        const ranges = fragments
          .filter(({ start, end }) => start < end)
          .map(({ interviewId, textVersion, start, end }) => ({ interviewId, textVersion, start, end }));
        if (ranges.length === 0) return say(t('fragments.notCodable'));
        await apply({ ranges, ...('path' in picked ? { path: picked.path } : { codeIds: [picked.codeId] }) });
      },
      recode: async (fragments, from, picked) => {
        const ids = codingsOf(fragments, from);
        if ('path' in picked) await recodeNew({ ids, path: picked.path });
        else await recode({ ids, codeId: picked.codeId });
      },
      remove: async (fragments, codeId) => {
        await remove({ ids: codingsOf(fragments, codeId) });
      },
      star: async (fragments) => {
        const key = !fragments.every((fragment) => fragment.key);
        await setKey({ ids: fragments.flatMap(({ codings }) => codings.map((coding) => coding.id)), key });
      },
      note: async (fragments, text) => {
        const codingIds = fragments.flatMap(({ codings }) => (codings.find((coding) => coding.asked) ?? codings[0])?.id ?? []);
        return (await note({ codingIds, text })) !== null;
      },
      copy: async ({ context: _, ...scope }, fragments, heading) => {
        const only = fragments?.flatMap(({ codings }) => codings[0]?.id ?? []);
        try {
          const { content, fragments: count } = await fetchRead(client, 'quote.export', {
            ...scope,
            ...(only ? { only } : {}),
            format: 'text',
            language,
            heading,
          });
          const text = content.trimEnd();
          await (client.bridge.copy ? client.bridge.copy({ text }) : navigator.clipboard.writeText(text));
          say(t('fragments.copied', { count }));
        } catch (error) {
          showTrouble(client, { code: 'no-space', message: error instanceof Error ? error.message : t('fragments.copyFailed') });
        }
      },
    }),
    [client, t, language, say, apply, recode, recodeNew, remove, setKey, note],
  );
}

function codingsOf(fragments: readonly Chosen[], codeId: number): number[] {
  return fragments.flatMap(({ codings }) => codings.filter((coding) => coding.codeId === codeId).map((coding) => coding.id));
}

/** The codes on these fragments with how many of them have each, those that were asked for first. */
export function codesOn(
  fragments: readonly Chosen[],
): { readonly codeId: number; readonly times: number; readonly asked: boolean }[] {
  const found = new Map<number, { times: number; asked: boolean }>();
  for (const { codings } of fragments) {
    for (const codeId of new Set(codings.map((coding) => coding.codeId))) {
      const own = found.get(codeId) ?? { times: 0, asked: false };
      own.times += 1;
      own.asked ||= codings.some((coding) => coding.codeId === codeId && coding.asked);
      found.set(codeId, own);
    }
  }
  return [...found]
    .map(([codeId, own]) => ({ codeId, ...own }))
    .sort((a, b) => Number(b.asked) - Number(a.asked) || b.times - a.times);
}
