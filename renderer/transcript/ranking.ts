// What the code picker offers for the words typed in it, best first. Pure.

import { cleanName, formatPath, MAX_DEPTH, type NameTrouble, nameTrouble, parsePath } from '../../src/domain/code.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { fold, foldWithOffsets } from './fold.ts';

/** What is known of a code here: its name as shown and the names above it from the theme down, its path in the project, its name in the other language. */
export type Candidate = {
  readonly id: number;
  readonly name: string;
  readonly parents: readonly string[];
  readonly path: string;
  readonly other: string;
};
export type Ranked<T extends Candidate> = { readonly code: T; readonly bold: readonly TextRange[] };

/**
 * The codes that fit `query`, best first: the whole name, its beginning, beginnings of its words in order, beginnings of words of its
 * path or of its name in the other language, first letters, a piece of a word, and where none of these fits a few letters of a word in order. Without regard to case and accents. Equal
 * ones stand as `recent` has them (latest first), then as in the codebook. `bold` are the typed parts in the name.
 */
export function rankCodes<T extends Candidate>(codes: readonly T[], query: string, recent: readonly number[] = []): Ranked<T>[] {
  const wanted = fold(cleanName(query));
  if (wanted === '') return codes.map((code) => ({ code, bold: [] }));
  const ranked: { code: T; bold: readonly TextRange[]; score: number; recency: number; place: number }[] = [];
  codes.forEach((code, place) => {
    const fit = fitOf(code, wanted);
    if (!fit) return;
    const used = recent.indexOf(code.id);
    ranked.push({ code, bold: fit.bold, score: fit.score, recency: used < 0 ? recent.length : used, place });
  });
  ranked.sort((a, b) => a.score - b.score || a.recency - b.recency || a.place - b.place);
  // Letters of a word in order fit by chance too: only where nothing else does.
  const better = ranked.filter(({ score }) => score < SKELETON);
  return (better.length > 0 ? better : ranked).map(({ code, bold }) => ({ code, bold }));
}

/** A code to be made: its path, and the existing code it will stand under (null: as a theme, or under codes that are made too). */
export type NewCode<T extends Candidate> = {
  readonly path: string;
  readonly name: string;
  readonly under: readonly string[];
  readonly parent: T | null;
};

/** Why typed words can't become a code: which of the names is at fault, and how. */
export type NewTrouble = { readonly trouble: NameTrouble | 'tooDeep'; readonly name: string };

/**
 * The code that typed words would make. `parent / child` makes it under the code that `parent` names, whole or in part. Null when nothing is
 * typed, when the code is already there, or when it can't be called so.
 */
export function newCodeFor<T extends Candidate>(codes: readonly T[], query: string): NewCode<T> | null {
  const code = typedCode(codes, query);
  if (!code || troubleOf(query, code)) return null;
  const { path, name, under } = code;
  const taken = codes.some((own) => sameName(own.path, path) || (sameName(own.name, name) && sameNames(own.parents, under)));
  return taken ? null : code;
}

/** Why typed words can't become a code; null when they can, or when nothing is typed. */
export function newCodeTrouble<T extends Candidate>(codes: readonly T[], query: string): NewTrouble | null {
  const code = typedCode(codes, query);
  return code && troubleOf(query, code);
}

function troubleOf(query: string, { under, name }: Pick<NewCode<Candidate>, 'under' | 'name'>): NewTrouble | null {
  for (const part of typedParts(query)) {
    const trouble = nameTrouble(part);
    if (trouble) return { trouble, name: part };
  }
  return under.length >= MAX_DEPTH ? { trouble: 'tooDeep', name } : null;
}

/** The names in what was typed. A slash at an end still waits for what comes beside it. */
function typedParts(query: string): string[] {
  return parsePath(query.replace(/^\s*(?:\/\s+)+|(?:\s+\/)+\s*$/gu, '')).filter((part) => part !== '');
}

function typedCode<T extends Candidate>(codes: readonly T[], query: string): NewCode<T> | null {
  const parts = typedParts(query);
  const name = parts.at(-1);
  if (name === undefined) return null;
  const typedParents = parts.slice(0, -1);
  const parent = typedParents.length > 0 ? parentFor(codes, typedParents) : null;
  const under = parent ? [...parent.parents, parent.name] : typedParents;
  const path = parent ? formatPath([parent.path, name]) : formatPath([...typedParents, name]);
  return { path, name, under, parent };
}

/** The codes that `parent / child` may mean: those below the parent that fit `child`. */
export function rankBelow<T extends Candidate>(codes: readonly T[], query: string, recent: readonly number[] = []): Ranked<T>[] {
  const parts = query.split(/\s+\/\s*/u);
  if (parts.length < 2) return rankCodes(codes, query, recent);
  const parent = parentFor(codes, parts.slice(0, -1).map(cleanName));
  const below = parent
    ? codes.filter((code) => sameNames(code.parents.slice(0, parent.parents.length + 1), [...parent.parents, parent.name]))
    : [];
  return rankCodes(below, parts.at(-1) ?? '', recent);
}

/** Selected words as the name of a code: one line, never a path, not longer than a name may be. */
export function inVivoName(quote: string, longest: number): string {
  const name = cleanName(quote)
    .replace(/ \/ /g, '/')
    .replace(/^[\p{P}\s]+|[,.;:\s]+$/gu, '');
  if (name.length <= longest) return name;
  const cut = name.slice(0, longest);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd();
}

function parentFor<T extends Candidate>(codes: readonly T[], names: readonly string[]): T | null {
  const exact = codes.find((code) => sameNames([...code.parents, code.name], names));
  if (exact) return exact;
  const last = names.at(-1);
  if (names.length !== 1 || last === undefined || last === '') return null;
  return (
    codes.find((code) => sameName(code.name, last)) ??
    rankCodes(codes, last).find(({ code }) => fold(code.name).startsWith(fold(last)))?.code ??
    null
  );
}

const SKELETON = 6;

type Fit = { readonly score: number; readonly bold: readonly TextRange[] };

function fitOf(code: Candidate, wanted: string): Fit | null {
  const name = foldWithOffsets(code.name);
  const bold = (start: number, end: number): TextRange => ({
    start: name.from[start] ?? 0,
    end: name.from[end] ?? code.name.length,
  });
  if (name.text === wanted) return { score: 0, bold: [bold(0, wanted.length)] };
  if (name.text.startsWith(wanted)) return { score: 1, bold: [bold(0, wanted.length)] };
  const tokens = wanted.split(/[\s/]+/u).filter((token) => token !== '');
  const inName = matchWordStarts(name.text, tokens);
  if (inName) return { score: 2, bold: inName.map((at, i) => bold(at, at + (tokens[i]?.length ?? 0))) };
  if (matchWordStarts(`${fold(code.parents.join(' '))} ${name.text}`, tokens)) return { score: 3, bold: [] };
  if (code.other !== '' && matchWordStarts(fold(code.other), tokens)) return { score: 3, bold: [] };
  const letters = firstLetters(name.text);
  if (wanted.length > 1 && letters.text.startsWith(wanted))
    return { score: 4, bold: letters.at.slice(0, wanted.length).map((at) => bold(at, at + 1)) };
  const piece = name.text.indexOf(wanted);
  if (piece >= 0) return { score: 5, bold: [bold(piece, piece + wanted.length)] };
  const skeleton = matchSkeleton(name.text, wanted);
  return skeleton && { score: SKELETON + code.name.length / 1000, bold: skeleton.map((at) => bold(at, at + 1)) };
}

/** Where each token begins a word, in order; null when one doesn't. */
function matchWordStarts(text: string, tokens: readonly string[]): number[] | null {
  const found: number[] = [];
  let from = 0;
  for (const token of tokens) {
    let at = text.indexOf(token, from);
    while (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ' ')) at = text.indexOf(token, at + 1);
    if (at < 0) return null;
    found.push(at);
    from = at + token.length;
  }
  return found;
}

/** Two to four letters of one word, in order and beginning with its first: `vtp` for "vertaalapp". More is a word of its own. */
function matchSkeleton(text: string, wanted: string): number[] | null {
  if (!/^\p{L}{2,4}$/u.test(wanted)) return null;
  for (const word of text.matchAll(/\p{L}+/gu)) {
    const at: number[] = [];
    for (const letter of wanted) {
      const next = word[0].indexOf(letter, (at.at(-1) ?? -1) + 1);
      if (next < 0 || (at.length === 0 && next > 0)) break;
      at.push(next);
    }
    if (at.length === wanted.length) return at.map((offset) => word.index + offset);
  }
  return null;
}

function firstLetters(text: string): { readonly text: string; readonly at: number[] } {
  const at = [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map((match) => match.index);
  return { text: at.map((i) => text[i]).join(''), at };
}

function sameName(a: string, b: string): boolean {
  return cleanName(a).toLowerCase() === cleanName(b).toLowerCase();
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => sameName(name, b[i] ?? ''));
}
