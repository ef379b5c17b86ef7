// What the transcript screen works on: one text with its turns, and the codings on it with the name and look of their code.

import type { CodeRow } from '../../src/contract/code.ts';
import type { CodingRow } from '../../src/contract/coding.ts';
import type { InterviewText } from '../../src/contract/interview.ts';
import type { Colour } from '../../src/domain/code.ts';
import type { Turn } from '../../src/domain/interview.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { outermostFirst } from './segments.ts';

/** A coding as it is shown. `provisional`: on its way to the project. */
export type Mark = CodingRow & {
  readonly name: string;
  readonly parents: readonly string[];
  readonly colour: Colour;
  readonly provisional: boolean;
};

export type Page = {
  readonly interviewId: number;
  readonly name: string;
  readonly textVersion: number;
  readonly text: string;
  readonly turns: readonly Turn[];
  /** The speakers who ask the questions. */
  readonly asking: readonly string[];
  /** From the start of the text, outermost first. Those without text are in `toCheck`. */
  readonly marks: readonly Mark[];
  readonly toCheck: readonly Mark[];
};

export type CodeNames = {
  readonly byId: ReadonlyMap<number, CodeRow>;
  readonly label: (code: CodeRow) => string;
  readonly parentLabels: (code: CodeRow) => readonly string[];
};

/** Codings made here but not yet answered for have ids below zero. */
function isProvisional(id: number): boolean {
  return id < 0;
}

/** `before`: the page as it was; what did not change stays the same object, and so does the page when nothing did. */
export function toPage(
  interview: InterviewText,
  codings: readonly CodingRow[],
  codes: CodeNames,
  before: Page | null = null,
): Page {
  const looks = new Map<number, Look | null>();
  const lookOf = (codeId: number): Look | null => {
    const known = looks.get(codeId);
    if (known !== undefined) return known;
    const code = codes.byId.get(codeId);
    const look = code ? { name: codes.label(code), parents: codes.parentLabels(code), colour: code.wears } : null;
    looks.set(codeId, look);
    return look;
  };
  const all = codings.flatMap((coding) => {
    const look = lookOf(coding.codeId);
    return look ? [toMark(coding, look)] : [];
  });
  const page = {
    interviewId: interview.id,
    name: interview.name,
    textVersion: interview.textVersion,
    text: interview.text,
    turns: interview.turns,
    asking: interview.asking,
    marks: all.filter((mark) => !mark.toBeChecked).sort(outermostFirst),
    toCheck: all.filter((mark) => mark.toBeChecked),
  };
  return before && isSame(before, page) ? before : page;
}

type Look = Pick<Mark, 'name' | 'parents' | 'colour'>;

/** A row that is still the same object, with a code that looks the same, is still the same mark. */
const made = new WeakMap<CodingRow, Mark>();

function toMark(coding: CodingRow, look: Look): Mark {
  const known = made.get(coding);
  if (known && looksSame(known, look)) return known;
  const mark = { ...coding, ...look, provisional: isProvisional(coding.id) };
  made.set(coding, mark);
  return mark;
}

function looksSame(a: Look, b: Look): boolean {
  return (
    a.name === b.name &&
    a.colour.hue === b.colour.hue &&
    a.colour.form === b.colour.form &&
    a.parents.length === b.parents.length &&
    a.parents.every((parent, at) => parent === b.parents[at])
  );
}

function isSame(a: Page, b: Page): boolean {
  const sameList = (one: readonly Mark[], other: readonly Mark[]) =>
    one.length === other.length && one.every((mark, at) => mark === other[at]);
  return (
    a.interviewId === b.interviewId &&
    a.name === b.name &&
    a.textVersion === b.textVersion &&
    a.text === b.text &&
    a.turns === b.turns &&
    sameList(a.marks, b.marks) &&
    sameList(a.toCheck, b.toCheck)
  );
}

/** The text of one turn. */
export function turnText(page: Pick<Page, 'text' | 'turns'>, turn: number): string {
  const own = page.turns[turn];
  return own ? page.text.slice(own.start, own.end) : '';
}

/** Where the person is: `anchor` is where the selection began, `focus` where it ends; equal for a bare place. */
export type Spot = { readonly anchor: number; readonly focus: number };

export function rangeOf(spot: Spot): TextRange {
  return { start: Math.min(spot.anchor, spot.focus), end: Math.max(spot.anchor, spot.focus) };
}
