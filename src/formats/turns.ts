// Makes turns of lines of text, for every format that writes its speakers as plain words.

import type { Speech } from '../domain/interview.ts';
import { type Labelled, type LabelRules, labelledBy, NO_RULES, type Speakers, speakersIn } from './labels.ts';
import { MarkedLine, withoutMarks } from './marks.ts';
import { overlapsIn } from './noscribe.ts';
import { cutAtTimes, takeEndStamp, takeTime } from './times.ts';

/** A line of text; `opensParagraph` when a blank line or the format itself sets it apart from the line before. */
export type Line = { readonly kind: 'line'; readonly text: string; readonly opensParagraph: boolean };

/** What a file holds, in order: lines still to be understood, and speech whose speaker the format itself names. */
export type Block = Line | { readonly kind: 'speech'; readonly speech: Speech };

/**
 * The speech in these blocks. A line with a label begins a turn, a line without one continues it. A time at the start of a line
 * or between marks inside it begins a turn too, of whoever was speaking, so that no anchor is lost. In a file without labels each paragraph is a turn.
 */
export function speechesOf(blocks: readonly Block[], rules: LabelRules = NO_RULES): Speech[] {
  const speakers = speakersIn(
    blocks.flatMap((block) => (block.kind === 'line' ? [withoutMarks(block.text)] : [])),
    rules,
  );
  const turns = new OpenTurns();
  for (const block of blocks) {
    if (block.kind === 'speech') {
      turns.begin(block.speech.speaker, block.speech.timeMs, block.speech.text);
      turns.close();
      continue;
    }
    const line = new MarkedLine(block.text);
    const { endMs, rest: text } = takeEndStamp(line.plain.trim());
    const labelled = labelledBy(text, speakers);
    if (labelled) beginTurns(turns, labelled, speakers, line);
    else goOn(turns, text, block.opensParagraph, line);
    turns.keep(line.rest());
    turns.endedAt(endMs);
  }
  return turns.speeches();
}

// Who speaks through someone else gets a turn of their own, and the first goes on after it.
function beginTurns(turns: OpenTurns, { label, timeMs, rest }: Labelled, speakers: Speakers, line: MarkedLine): void {
  for (const [index, part] of overlapsIn(label, rest, speakers).entries()) {
    const [said = '', ...later] = cutAtTimes(part.text);
    turns.begin(part.speaker, index === 0 ? timeMs : null, line.mark(said.trim()));
    for (const piece of later) turns.goOn(piece.trim(), false, line);
  }
}

function goOn(turns: OpenTurns, text: string, opensParagraph: boolean, line: MarkedLine): void {
  for (const [index, piece] of cutAtTimes(text).entries()) turns.goOn(piece.trim(), opensParagraph && index === 0, line);
}

type Draft = { readonly speaker: string | null; timeMs: number | null; readonly lines: string[] };

class OpenTurns {
  readonly #drafts: Draft[] = [];
  #open: Draft | null = null;
  // A time on a line of its own: the next turn begins there.
  #announced: number | null = null;
  // When the last turn ended, by its end stamp: the next begins there when it says nothing else.
  #ended: number | null = null;
  // Marks before the first words of all.
  #kept = '';

  begin(speaker: string | null, timeMs: number | null, text: string): void {
    this.#open = { speaker, timeMs: timeMs ?? this.#announced ?? this.#ended, lines: [this.#kept + text] };
    this.#kept = '';
    this.#announced = null;
    this.#ended = null;
    this.#drafts.push(this.#open);
  }

  /** A line without a label. */
  goOn(text: string, opensParagraph: boolean, line: MarkedLine): void {
    const { timeMs, rest } = takeTime(text);
    if (rest === '') {
      if (timeMs !== null) this.#announce(timeMs);
    } else if (this.#isTimed(timeMs) || !this.#open || (this.#open.speaker === null && opensParagraph)) {
      this.begin(this.#open?.speaker ?? null, timeMs, line.mark(rest));
    } else {
      this.#open.lines.push(line.mark(rest));
    }
  }

  /** Marks whose own words are no text, such as those on a label: they go to the words nearest to them. */
  keep(marks: string): void {
    if (marks === '') return;
    const lines = this.#open?.lines;
    if (lines) lines.push(`${lines.pop() ?? ''}${marks}`);
    else this.#kept += marks;
  }

  #isTimed(timeMs: number | null): boolean {
    return (timeMs ?? this.#announced ?? this.#ended) !== null;
  }

  /** What follows is nobody's until a label says so. */
  close(): void {
    this.#open = null;
  }

  endedAt(timeMs: number | null): void {
    this.#ended = timeMs ?? this.#ended;
  }

  speeches(): Speech[] {
    return this.#drafts.map(({ speaker, timeMs, lines }) => ({ speaker, timeMs, text: tidy(lines.join('\n')) }));
  }

  // Below a label that has said nothing yet, the time is of that turn.
  #announce(timeMs: number): void {
    const silent = this.#open?.lines.every((line) => withoutMarks(line) === '') ?? false;
    if (this.#open && silent && this.#open.timeMs === null) this.#open.timeMs = timeMs;
    else this.#announced = timeMs;
  }
}

const LONG_GAP = /[ \u00a0]{50,}/g;

// A tab is layout, and so is a gap as wide as a page; a million blanks in a row is an attack.
function tidy(text: string): string {
  return text.replaceAll('\t', ' ').replace(LONG_GAP, ' ');
}
