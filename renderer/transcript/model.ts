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

export function toPage(interview: InterviewText, codings: readonly CodingRow[], codes: CodeNames): Page {
  const all = codings.flatMap((coding) => {
    const code = codes.byId.get(coding.codeId);
    return code ? [toMark(coding, code, codes)] : [];
  });
  return {
    interviewId: interview.id,
    name: interview.name,
    textVersion: interview.textVersion,
    text: interview.text,
    turns: interview.turns,
    asking: interview.asking,
    marks: all.filter((mark) => !mark.toBeChecked).sort(outermostFirst),
    toCheck: all.filter((mark) => mark.toBeChecked),
  };
}

function toMark(coding: CodingRow, code: CodeRow, codes: CodeNames): Mark {
  return {
    ...coding,
    name: codes.label(code),
    parents: codes.parentLabels(code),
    colour: code.wears,
    provisional: isProvisional(coding.id),
  };
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
