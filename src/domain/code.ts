// A code is a label with a definition, when (not) to use it and an example; codes form a tree. A top-level code is a theme.
// Outside the project a code is written as its path, `Thema / code`.

export type Form = 'solid' | 'hollow' | 'dashed';

/** The look of a theme: one of ten hues and a form, so it is told apart without colour too. Codes wear their theme's. */
export type Colour = { readonly hue: number; readonly form: Form };

export type Code = {
  readonly id: number;
  readonly parentId: number | null;
  readonly position: number;
  readonly name: string;
  readonly labelEn: string;
  readonly definition: string;
  readonly definitionEn: string;
  readonly use: string;
  readonly not: string;
  readonly example: string;
  readonly colour: Colour | null;
  /** Rises when its meaning changes (see code-change.ts); from 1. */
  readonly version: number;
};

export const HUES = 10;
export const FORMS = ['solid', 'hollow', 'dashed'] as const satisfies readonly Form[];
export const MAX_NAME = 200;
export const MAX_DEPTH = 10;

const PATH_SEPARATOR = ' / ';

/** The parts of a path. A slash is only a separator with white space on both sides, so `en/of` stays one name. */
export function parsePath(path: string): string[] {
  return path.split(/\s+\/\s+/u).map(cleanName);
}

export function formatPath(names: readonly string[]): string {
  return names.join(PATH_SEPARATOR);
}

/** A name as it is stored: one line, single spaces, composed (NFC); empty when there is nothing to see in it. */
export function cleanName(name: string): string {
  const clean = name.toWellFormed().replaceAll('\0', '').normalize('NFC').replace(/\s+/gu, ' ').trim();
  return SEEN.test(clean) ? clean : '';
}

/** A sign that is not just white space, or one that only steers others (joining, direction). */
const SEEN = /[^\p{Cc}\p{Cf}\p{Z}]/u;

/** True for a name that in a path could not be told from a path: with a separator in it, or with a slash at an end. */
export function readsAsPath(name: string): boolean {
  return /(?:^|\s)\/(?:\s|$)/u.test(name);
}

/** Why a code can't be called so; null when it can. Whether the name is taken is another question. */
export type NameTrouble = 'blank' | 'tooLong' | 'path';

export function nameTrouble(given: string): NameTrouble | null {
  const name = cleanName(given);
  if (name === '') return 'blank';
  if (name.length > MAX_NAME) return 'tooLong';
  return readsAsPath(name) ? 'path' : null;
}

/** What makes two names the same for people: without case. */
export function nameKey(name: string): string {
  return cleanName(name).toLowerCase();
}

/** Every code in reading order (parents before children, by position), with its path, depth (0 = theme) and theme. */
export type PlacedCode = Code & {
  readonly path: string;
  readonly depth: number;
  readonly themeId: number;
  readonly wears: Colour;
};

export function placeCodes(codes: readonly Code[]): PlacedCode[] {
  const children = Map.groupBy(codes, (code) => code.parentId);
  const placed: PlacedCode[] = [];
  const visit = (parent: PlacedCode | null): void => {
    const siblings = [...(children.get(parent?.id ?? null) ?? [])].sort((a, b) => a.position - b.position || a.id - b.id);
    for (const code of siblings) {
      const own: PlacedCode = {
        ...code,
        path: parent ? formatPath([parent.path, code.name]) : code.name,
        depth: parent ? parent.depth + 1 : 0,
        themeId: parent?.themeId ?? code.id,
        wears: parent?.wears ?? code.colour ?? defaultColour(placed.filter((c) => c.depth === 0).length),
      };
      placed.push(own);
      visit(own);
    }
  };
  visit(null);
  return placed;
}

/** The look of the n-th theme (from 0) that has none of its own. */
export function defaultColour(n: number): Colour {
  return { hue: (n % HUES) + 1, form: FORMS[n % FORMS.length] ?? 'solid' };
}

/** A look that none of these themes wears: first another hue, then another form of one. With all of them worn, they come round again. */
export function freeLook(worn: readonly Colour[]): Colour {
  const looks = Array.from({ length: HUES * FORMS.length }, (_, n) => defaultColour(n));
  const fresh = looks.slice(0, HUES).find(({ hue }) => worn.every((colour) => colour.hue !== hue));
  const other = looks.find(({ hue, form }) => worn.every((colour) => colour.hue !== hue || colour.form !== form));
  return fresh ?? other ?? defaultColour(worn.length);
}

/** The ids of a code and of all codes below it. */
export function subtreeIds(codes: readonly Pick<Code, 'id' | 'parentId'>[], id: number): Set<number> {
  const children = Map.groupBy(codes, (code) => code.parentId);
  const ids = new Set<number>();
  const queue = [id];
  while (queue.length > 0) {
    const next = queue.pop() as number;
    if (ids.has(next)) continue;
    ids.add(next);
    for (const child of children.get(next) ?? []) queue.push(child.id);
  }
  return ids;
}

/** `t1 solid` and back: how a theme's look is written in a codebook file. Null when it can't be read. */
export function parseColour(text: string): Colour | null {
  const match = /^t(\d{1,2}) (solid|hollow|dashed)$/.exec(text.trim());
  const hue = Number(match?.[1]);
  return match && hue >= 1 && hue <= HUES ? { hue, form: match[2] as Form } : null;
}

export function formatColour(colour: Colour | null): string {
  return colour ? `t${colour.hue} ${colour.form}` : '';
}
