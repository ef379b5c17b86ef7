// The rows of the code picker: what fits, what was just used, all codes, and the code that would be made. Pure.

import { type Colour, cleanName } from '../../src/domain/code.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { type Candidate, type NewCode, newCodeFor, newCodeTrouble, rankBelow } from './ranking.ts';

/** `pin`: the digit that applies it. */
export type PickerCode = Candidate & { readonly colour: Colour; readonly pin: number | null };

export type Choice =
  | {
      readonly kind: 'code';
      readonly section: 'found' | 'recent' | 'all';
      readonly code: PickerCode;
      readonly bold: readonly TextRange[];
    }
  | { readonly kind: 'new'; readonly code: NewCode<PickerCode> };

const RECENT = 6;
const RECENT_BESIDE_FOUND = 3;
const FOUND = 60;

/**
 * The rows for what is typed. Nothing typed: what was used last, then the whole codebook. Something typed: what fits, a few used last
 * below it, and the new code; with mode `new` the new code comes first.
 */
export function choicesFor(
  codes: readonly PickerCode[],
  query: string,
  recent: readonly number[],
  mode: 'apply' | 'recode' | 'new',
): Choice[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const used = recent.flatMap((id) => byId.get(id) ?? []);
  if (cleanName(query) === '') {
    if (mode === 'new') return [];
    const lately = used.slice(0, RECENT);
    return [
      ...lately.map((code) => plain(code, 'recent')),
      ...codes.filter((code) => !lately.includes(code)).map((code) => plain(code, lately.length > 0 ? 'all' : 'found')),
    ];
  }
  const found = rankBelow(codes, query, recent).slice(0, FOUND);
  const beside = used.filter((code) => !found.some((row) => row.code.id === code.id)).slice(0, RECENT_BESIDE_FOUND);
  const made = newCodeFor(codes, query);
  const rows: Choice[] = found.map(({ code, bold }) => ({ kind: 'code', section: 'found', code, bold }));
  const fresh: Choice[] = made ? [{ kind: 'new', code: made }] : [];
  // A slash says that a sub-code is meant: then what was used elsewhere is no help.
  const lately = query.includes('/') || mode === 'new' ? [] : beside.map((code) => plain(code, 'recent'));
  // What fits nothing is a new name: then Enter must not take a code that merely was used last.
  // A name that can't be given: Enter must not take another code instead.
  if ((rows.length === 0 || mode === 'new') && newCodeTrouble(codes, query)) return [];
  if (rows.length === 0 && mode !== 'new') return [...fresh, ...lately];
  return mode === 'new' ? [...fresh, ...rows] : [...rows, ...lately, ...fresh];
}

/** How many of the rows a digit picks while nothing is typed: those used last. None where a code's own name begins with a digit. */
export function numbered(choices: readonly Choice[], query: string): number {
  if (query !== '') return 0;
  const codes = choices.filter((choice) => choice.kind === 'code');
  if (codes.some(({ code }) => /^\d/.test(code.name))) return 0;
  return codes.filter(({ section }) => section === 'recent').length;
}

function plain(code: PickerCode, section: 'found' | 'recent' | 'all'): Choice {
  return { kind: 'code', section, code, bold: [] };
}
