// @vitest-environment jsdom
// The page's selection as offsets and back, in rows of one text node and in the editor's many.

import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { offsetWithin, placeWithin, readSelection, toOffset, toPlace } from '../../../renderer/transcript/offsets.ts';
import { toTranscript } from '../../../src/domain/interview.ts';
import { floorToGrapheme } from '../../../src/domain/text.ts';

const unit = fc.constantFrom('a', 'é', 'e\u0301', '👩‍👧', '𝄞', 'ש', 'ל', ' ', '\n', '\ud83d');
const spoken = fc.string({ unit, minLength: 1, maxLength: 20 });

/** A turn's element: text cut in pieces at random places, line breaks as `br`, as the editor writes it; or one node, as rows do. */
function turnElement(index: number, text: string, cuts: readonly number[] | null): HTMLElement {
  const element = document.createElement('p');
  element.dataset.turn = String(index);
  if (cuts === null) {
    element.append(text);
    return element;
  }
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) element.append(document.createElement('br'));
    let at = 0;
    for (const cut of [...cuts.filter((c) => c < line.length), line.length].sort((a, b) => a - b)) {
      if (cut === at) continue;
      const span = document.createElement('span');
      span.append(line.slice(at, cut));
      element.append(span);
      at = cut;
    }
  }
  const managed = document.createElement('br');
  managed.dataset.lexicalManagedLinebreak = 'true';
  element.append(managed);
  return element;
}

function page(said: readonly string[], cuts: readonly number[] | null) {
  const transcript = toTranscript(said.map((text) => ({ speaker: 'A', timeMs: null, text })));
  const root = document.createElement('div');
  transcript.turns.forEach((turn, i) => {
    const row = document.createElement('div');
    const who = document.createElement('div');
    who.append(`Spreker ${i}`);
    row.append(who, turnElement(i, transcript.text.slice(turn.start, turn.end), cuts));
    root.append(row);
  });
  document.body.replaceChildren(root);
  return { ...transcript, root };
}

beforeEach(() => document.body.replaceChildren());

const cuts = fc.option(fc.array(fc.nat(19), { maxLength: 4 }), { nil: null });

describe('offsets', () => {
  test('a place and its offset are each other’s way back', () => {
    fc.assert(
      fc.property(spoken, cuts, (text, at) => {
        const element = turnElement(0, text, at);
        for (let offset = 0; offset <= text.length; offset++)
          expect(offsetWithin(element, placeWithin(element, offset))).toBe(offset);
      }),
    );
  });

  test('a selection over any turns reads as the text between its ends, forwards and backwards, never inside a grapheme', () => {
    fc.assert(
      fc.property(fc.array(spoken, { minLength: 1, maxLength: 4 }), cuts, fc.nat(), fc.nat(), (said, at, a, b) => {
        const { root, text, turns } = page(said, at);
        fc.pre(turns.length > 0);
        const places = turns.flatMap((turn, i) =>
          Array.from({ length: turn.end - turn.start + 1 }, (_, k) => ({ turn: i, offset: turn.start + k })),
        );
        const [from, to] = [places[a % places.length]!, places[b % places.length]!];
        const anchor = toPlace(root, turns, from.turn, from.offset)!;
        const focus = toPlace(root, turns, to.turn, to.offset)!;
        const selection = document.getSelection()!;
        selection.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
        expect(readSelection(root, text, turns, selection)).toEqual({
          anchor: floorToGrapheme(text, from.offset),
          focus: floorToGrapheme(text, to.offset),
        });
      }),
      { numRuns: 300 },
    );
  });

  test('a place outside the text counts as the border of the nearest turn', () => {
    const { root, text, turns } = page(['Eerste.', 'Tweede.'], null);
    const who = root.querySelectorAll('div > div > div')[1]!.firstChild!;
    expect(toOffset(root, text, turns, { node: who, offset: 3 }, 'start')).toBe(turns[1]!.start);
    expect(toOffset(root, text, turns, { node: who, offset: 3 }, 'end')).toBe(turns[0]!.end);
    expect(toOffset(root, text, turns, { node: root, offset: 0 }, 'end')).toBe(0);
    expect(toOffset(root, text, turns, { node: root, offset: 2 }, 'start')).toBe(turns[1]!.end);
    expect(toOffset(document.createElement('div'), text, turns, { node: root, offset: 0 }, 'start')).toBeNull();
  });

  test('a selection somewhere else is none of ours', () => {
    const { root, text, turns } = page(['Eerste.'], null);
    const other = document.createElement('p');
    other.append('elders');
    document.body.append(other);
    document.getSelection()!.setBaseAndExtent(other.firstChild!, 0, other.firstChild!, 2);
    expect(readSelection(root, text, turns, document.getSelection())).toBeNull();
  });
});
