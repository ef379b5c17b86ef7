// Text without case and accents, for finding and filtering, with the way back to the offsets of the text as it is.

import { ceilToGrapheme, type TextRange } from '../../src/domain/text.ts';

/** `text` folded; `from[i]` is the UTF-16 offset in the original that folded unit `i` comes from, `from[length]` its length. */
export type Folded = { readonly text: string; readonly from: Int32Array };

/** One string, lower case, without accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function foldWithOffsets(text: string): Folded {
  const from: number[] = [];
  let folded = '';
  let offset = 0;
  for (const character of text) {
    const unit = foldCharacter(character);
    for (let i = 0; i < unit.length; i++) from.push(offset);
    folded += unit;
    offset += character.length;
  }
  from.push(text.length);
  return { text: folded, from: Int32Array.from(from) };
}

/**
 * Where `query` stands in the text, without regard to case and accents; white space in the query matches any white space.
 * Ranges ascend and don't overlap.
 */
export function findAll(folded: Folded, original: string, query: string): TextRange[] {
  const wanted = fold(query).trim();
  if (wanted === '') return [];
  const pattern = new RegExp(wanted.split(/\s+/u).map(RegExp.escape).join('\\s+'), 'gu');
  const found: TextRange[] = [];
  for (const match of folded.text.matchAll(pattern)) {
    const start = folded.from[match.index] ?? 0;
    // The units of an accent fold away, so the next unit's place may lie beyond this match's own grapheme, never before it.
    const end = ceilToGrapheme(original, lastUnitEnd(folded, match.index + match[0].length, original));
    if (end > start) found.push({ start, end });
  }
  return found;
}

function lastUnitEnd(folded: Folded, unit: number, original: string): number {
  const last = folded.from[unit - 1] ?? 0;
  return last + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
}

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length === 1 && code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character;
  return fold(character);
}
