// What the transcript screen works on: one text with its turns, and the codings on it with the name and look of their code.

import type { CodeRow } from '../../src/contract/code.ts';
import type { CodingRow } from '../../src/contract/coding.ts';
import type { InterviewText } from '../../src/contract/interview.ts';
import type { Colour } from '../../src/domain/code.ts';
import type { Turn } from '../../src/domain/interview.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { changedPart } from '../client/index.ts';
import { passOnFacts } from './page-facts.ts';
import { placeIn } from './place-in.ts';
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

/**
 * `before`: the page as it was; what did not change stays the same object, and so does the page when nothing did. One coding more on a page
 * of thousands costs that one coding.
 */
export function toPage(
  interview: InterviewText,
  codings: readonly CodingRow[],
  codes: CodeNames,
  before: Page | null = null,
): Page {
  const source = before ? sources.get(before) : undefined;
  const looks = looksOf(codes, source?.looks);
  const marks =
    (source?.looks === looks && source.interview === interview && before && patched(before, source, codings, looks)) ||
    allMarks(codings, looks);
  const page = {
    interviewId: interview.id,
    name: interview.name,
    textVersion: interview.textVersion,
    text: interview.text,
    turns: interview.turns,
    asking: interview.asking,
    ...marks,
  };
  const shown = before && isSame(before, page) ? before : page;
  sources.set(shown, { interview, codings, looks });
  return shown;
}

type Look = Pick<Mark, 'name' | 'parents' | 'colour'>;
type Looks = ReadonlyMap<number, Look>;
type Marks = Pick<Page, 'marks' | 'toCheck'>;
type Source = { readonly interview: InterviewText; readonly codings: readonly CodingRow[]; readonly looks: Looks };

/** What a page was made of. */
const sources = new WeakMap<Page, Source>();

/** How each code looks; the same object as before when all look as they did. */
function looksOf(codes: CodeNames, before: Looks | undefined): Looks {
  const looks = new Map<number, Look>();
  for (const [id, code] of codes.byId)
    looks.set(id, { name: codes.label(code), parents: codes.parentLabels(code), colour: code.wears });
  const same = before?.size === looks.size && [...looks].every(([id, look]) => looksSame(before.get(id), look));
  return before && same ? before : looks;
}

function allMarks(codings: readonly CodingRow[], looks: Looks): Marks {
  const all = codings.flatMap((coding) => toMark(coding, looks) ?? []);
  return { marks: all.filter((mark) => !mark.toBeChecked).sort(inOrder), toCheck: all.filter((mark) => mark.toBeChecked) };
}

/** The marks of a page with only what came and went put in; null when too much is other than it was. */
function patched(before: Page, source: Source, codings: readonly CodingRow[], looks: Looks): Marks | null {
  const change = changeOf(source.codings, codings);
  if (!change || [...change.came, ...change.went].some((row) => row.toBeChecked)) return null;
  if (change.came.length + change.went.length === 0) return { marks: before.marks, toCheck: before.toCheck };
  const gone = new Set(change.went.map((row) => row.id));
  const marks = gone.size > 0 ? before.marks.filter((mark) => !gone.has(mark.id)) : [...before.marks];
  const came = change.came.flatMap((row) => toMark(row, looks) ?? []);
  for (const mark of came) marks.splice(placeIn(marks, mark, inOrder), 0, mark);
  passOnFacts(before.marks, marks, came, gone.size > 0 ? before.marks.filter((mark) => gone.has(mark.id)) : []);
  return { marks, toCheck: before.toCheck };
}

const MOST_CHANGES = 50;

/** The rows that came and that went, when these are few. */
function changeOf(before: readonly CodingRow[], after: readonly CodingRow[]) {
  const { old, now } = changedPart(before, after);
  const [was, is] = [new Set(old), new Set(now)];
  const came = now.filter((row) => !was.has(row));
  const went = old.filter((row) => !is.has(row));
  return came.length + went.length > MOST_CHANGES ? null : { came, went };
}

/** Outermost first; of the same range as the core lists them, and what is on its way last. */
function inOrder(a: Mark, b: Mark): number {
  return (
    outermostFirst(a, b) ||
    Number(a.provisional) - Number(b.provisional) ||
    a.codeId - b.codeId ||
    Math.abs(a.id) - Math.abs(b.id)
  );
}

/** A row that is still the same object, with a code that looks the same, is still the same mark. */
const made = new WeakMap<CodingRow, { readonly look: Look; readonly mark: Mark }>();

function toMark(coding: CodingRow, looks: Looks): Mark | null {
  const look = looks.get(coding.codeId);
  if (!look) return null;
  const known = made.get(coding);
  if (known && (known.look === look || looksSame(known.look, look))) return known.mark;
  const mark = { ...coding, ...look, provisional: isProvisional(coding.id) };
  made.set(coding, { look, mark });
  return mark;
}

function looksSame(a: Look | undefined, b: Look): boolean {
  return (
    a !== undefined &&
    a.name === b.name &&
    a.colour.hue === b.colour.hue &&
    a.colour.form === b.colour.form &&
    a.parents.length === b.parents.length &&
    a.parents.every((parent, at) => parent === b.parents[at])
  );
}

function isSame(a: Page, b: Page): boolean {
  const sameList = (one: readonly Mark[], other: readonly Mark[]) =>
    one === other || (one.length === other.length && one.every((mark, at) => mark === other[at]));
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
