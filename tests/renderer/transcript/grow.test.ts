// Growing and shrinking a selection, and moving its ends by a word.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { growRange, moveEnd, shrinkRange, snapToWord, turnAt, wordsIn } from '../../../renderer/transcript/grow.ts';
import { toTranscript } from '../../../src/domain/interview.ts';
import { sentencesIn } from '../../../src/domain/sentence.ts';
import { trimRange } from '../../../src/domain/text.ts';

const { text, turns } = toTranscript([
  { speaker: 'A', timeMs: null, text: 'Hoe ging dat?' },
  { speaker: 'B', timeMs: null, text: 'Ze kwam elke week. ‘Ga maar zitten,’ zei ze. En dan thee.' },
]);
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

describe('a selection', () => {
  test('grows from a place to its word, its sentence, its turn, and then stays', () => {
    const place = text.indexOf('week') + 2;
    const word = growRange(text, turns, { start: place, end: place });
    expect(word).toEqual(at('week'));
    const sentence = growRange(text, turns, word);
    expect(sentence).toEqual(at('Ze kwam elke week.'));
    const turn = growRange(text, turns, sentence);
    expect(turn).toEqual(turns[1] && { start: turns[1].start, end: turns[1].end });
    expect(growRange(text, turns, turn)).toEqual(turn);
  });

  test('shrinks back to where it came from', () => {
    const origin = text.indexOf('thee');
    const turn = { start: turns[1]!.start, end: turns[1]!.end };
    const sentence = shrinkRange(text, turns, turn, origin);
    expect(sentence).toEqual(at('En dan thee.'));
    expect(shrinkRange(text, turns, sentence, origin)).toEqual(at('thee'));
  });

  test('half a word grows to the whole word, over two turns to whole sentences', () => {
    expect(growRange(text, turns, { start: text.indexOf('kwam') + 1, end: text.indexOf('elke') + 2 })).toEqual(at('kwam elke'));
    const across = { start: text.indexOf('ging'), end: text.indexOf(' kwam') };
    expect(growRange(text, turns, across)).toEqual({ start: 0, end: text.indexOf('week.') + 5 });
  });

  const spoken = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'bé', ' ', '. ', '👩‍👧', 'ש', '\n', '?', 'e\u0301 '), maxLength: 30 }),
    { minLength: 1, maxLength: 5 },
  );
  const scene = fc.tuple(spoken, fc.nat(), fc.nat()).map(([said, a, b]) => {
    const transcript = toTranscript(said.map((piece) => ({ speaker: null, timeMs: null, text: piece })));
    const [start = 0, end = 0] = [a % (transcript.text.length + 1), b % (transcript.text.length + 1)].sort((x, y) => x - y);
    return { ...transcript, range: { start, end } };
  });

  test('growing never loses text, shrinking never takes text in, both end', () => {
    fc.assert(
      fc.property(scene, fc.nat(200), ({ text: said, turns: own, range }, origin) => {
        fc.pre(own.length > 0);
        let grown = range;
        for (let i = 0; i < 6; i++) {
          const next = growRange(said, own, grown);
          expect(next.start <= grown.start && next.end >= grown.end).toBe(true);
          grown = next;
        }
        expect(growRange(said, own, grown)).toEqual(grown);
        let shrunk = grown;
        for (let i = 0; i < 6; i++) {
          const next = shrinkRange(said, own, shrunk, origin);
          expect(next.start >= shrunk.start && next.end <= shrunk.end).toBe(true);
          shrunk = next;
        }
        expect(shrunk.start).toBe(shrunk.end);
      }),
    );
  });

  test('words and sentences lie inside, ascend and are never blank', () => {
    fc.assert(
      fc.property(scene, ({ text: said, turns: own }) => {
        for (const turn of own)
          for (const units of [wordsIn(said, turn), sentencesIn(said, turn)]) {
            let last = turn.start;
            for (const unit of units) {
              expect(unit.start >= last && unit.end <= turn.end).toBe(true);
              expect(said.slice(unit.start, unit.end).trim()).not.toBe('');
              last = unit.end;
            }
          }
      }),
    );
  });

  test('an end moves a word and never passes the other', () => {
    const quote = at('kwam elke');
    expect(moveEnd(text, turns, quote, 'start', -1)).toEqual(at('Ze kwam elke'));
    expect(moveEnd(text, turns, quote, 'start', 1)).toEqual(at('elke'));
    expect(moveEnd(text, turns, quote, 'end', 1)).toEqual(at('kwam elke week.'));
    expect(moveEnd(text, turns, quote, 'end', -1)).toEqual(at('kwam'));
    expect(moveEnd(text, turns, at('kwam'), 'end', -1)).toEqual(at('kwam'));
    fc.assert(
      fc.property(
        scene,
        fc.constantFrom('start' as const, 'end' as const),
        fc.constantFrom(1 as const, -1 as const),
        ({ text: said, turns: own, range }, end, step) => {
          const before = trimRange(said, range);
          fc.pre(before !== null);
          const after = moveEnd(said, own, before!, end, step);
          expect(after.start < after.end && after.start >= 0 && after.end <= said.length).toBe(true);
          expect(end === 'start' ? after.end : after.start).toBe(end === 'start' ? before!.end : before!.start);
        },
      ),
    );
  });
});

test('turnAt finds the turn of every offset', () => {
  turns.forEach((turn, index) => {
    for (let offset = turn.start; offset <= turn.end; offset++) expect(turnAt(turns, offset)).toBe(index);
  });
  expect(turnAt([], 3)).toBe(-1);
});

test('a place to split is at the edge of a word, with its punctuation', () => {
  const said = 'Ik sliep slecht. Heel slecht, ja.';
  const whole = [{ start: 0, end: said.length }];
  expect(snapToWord(said, whole, 4)).toBe(3); // sl|iep
  expect(snapToWord(said, whole, 7)).toBe(8); // slie|p
  expect(snapToWord(said, whole, 15)).toBe(16); // slecht|.
  expect(snapToWord(said, whole, 16)).toBe(16);
  expect(snapToWord(said, whole, 28)).toBe(29); // slecht|,
});
