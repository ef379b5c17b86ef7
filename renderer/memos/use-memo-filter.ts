// By what the memos are narrowed; remembered per project. An empty field does not narrow.

import { useMemo } from 'react';
import type { Input } from '../../src/contract/index.ts';
import type { MemoRow } from '../../src/contract/memo.ts';
import { usePosition } from '../client/index.ts';

export const MEMO_KINDS = [
  'journal',
  'project',
  'interview',
  'coding',
  'code',
  'participant',
] as const satisfies readonly MemoRow['on'][];

/** `journal`: only the journal, by day. */
export type Mode = 'all' | 'journal';
export type FilterFields = {
  readonly on: string;
  readonly coder: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
};
export type MemoFilter = {
  readonly fields: FilterFields;
  readonly narrowed: boolean;
  readonly input: Input<'memo.list'>;
  readonly change: (fields: Partial<FilterFields>) => void;
  readonly clear: () => void;
};

const NONE: FilterFields = { on: '', coder: '', text: '', from: '', to: '' };
const DAY = /^\d{4}-\d\d-\d\d$/;

export function useMemoFilter(mode: Mode): MemoFilter {
  const [fields, set] = usePosition('memos.filter', NONE);
  return useMemo(() => {
    const { coder, text, from, to } = fields;
    const kinds = MEMO_KINDS.filter((kind) => kind === (mode === 'journal' ? 'journal' : fields.on));
    return {
      fields,
      narrowed: Object.entries(fields).some(([name, value]) => value !== '' && (mode === 'all' || name !== 'on')),
      input: {
        ...(kinds.length > 0 && { on: [...kinds] }),
        ...(coder !== '' && { coder }),
        ...(text.trim() !== '' && { text: text.trim().slice(0, 1000) }),
        ...(DAY.test(from) && { from }),
        ...(DAY.test(to) && { to }),
      },
      change: (some) => set({ ...fields, ...some }),
      clear: () => set(NONE),
    };
  }, [fields, set, mode]);
}
