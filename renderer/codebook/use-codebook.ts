// The codebook as the screens need it: codes in reading order, found by id, named in the language of the window.

import { useMemo } from 'react';
import type { CodeRow } from '../../src/contract/code.ts';
import { useRead } from '../client/index.ts';
import { type Language, useTexts } from '../i18n/index.ts';

export type Codebook = {
  /** In reading order: parents before children, by position. */
  readonly codes: readonly CodeRow[];
  readonly byId: ReadonlyMap<number, CodeRow>;
  readonly themes: readonly CodeRow[];
  readonly childrenOf: (parentId: number | null) => readonly CodeRow[];
  /** The name to show: the English label in an English window when there is one. */
  readonly label: (code: CodeRow) => string;
  /** The labels above a code, theme first. */
  readonly parentLabels: (code: CodeRow) => readonly string[];
  /** False until the codebook has been read. */
  readonly ready: boolean;
};

const NO_CODES: readonly CodeRow[] = [];

export function useCodebook(): Codebook {
  const { language } = useTexts();
  const { data } = useRead('code.list', {});
  const codes = data?.codes ?? NO_CODES;
  const ready = data !== undefined;
  return useMemo(() => createCodebook(codes, language, ready), [codes, language, ready]);
}

export function createCodebook(codes: readonly CodeRow[], language: Language, ready: boolean): Codebook {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const children = Map.groupBy(codes, (code) => code.parentId);
  const label = (code: CodeRow) => labelOf(code, language);
  return {
    codes,
    byId,
    themes: children.get(null) ?? NO_CODES,
    childrenOf: (parentId) => children.get(parentId) ?? NO_CODES,
    label,
    parentLabels: (code) => ancestorsOf(code, byId).map(label),
    ready,
  };
}

export function labelOf(code: Pick<CodeRow, 'name' | 'labelEn'>, language: Language): string {
  return language === 'en' && code.labelEn !== '' ? code.labelEn : code.name;
}

/** From the theme down. */
export function ancestorsOf(code: CodeRow, byId: ReadonlyMap<number, CodeRow>): CodeRow[] {
  const parent = code.parentId === null ? undefined : byId.get(code.parentId);
  return parent ? [...ancestorsOf(parent, byId), parent] : [];
}
