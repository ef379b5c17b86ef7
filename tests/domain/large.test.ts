// Very long interviews, and what people make of them: work that grows with the square of a text would not come to its end here.

import { expect, it } from 'vitest';
import { likeness } from '../../src/domain/likeness.ts';
import { aroundIn } from '../../src/domain/sentence.ts';
import { splitTurns } from '../../src/domain/turns.ts';

it('a turn without any punctuation is compared as a question', () => {
  const turn = 'ik weet het niet meer '.repeat(40_000);
  expect(likeness(turn, 'Weet u dat nog?')).toBeLessThan(0.8);
});

it('tens of thousands of turns are split at once', () => {
  const said = 'Ja dat is zo.';
  const turns = Array.from({ length: 60_000 }, (_, n) => {
    const start = n * (said.length + 1);
    return { start, end: start + said.length, speaker: 'A', timeMs: null };
  });
  const text = turns.map(() => said).join('\n');
  const split = splitTurns(
    { text, turns },
    turns.map((turn) => turn.start + 3),
  );
  expect(split?.turns).toHaveLength(120_000);
  expect(split?.text.slice(0, 28)).toBe('Ja\ndat is zo.\nJa\ndat is zo.\n');
});

it('thousands of places in one turn each get their sentence', () => {
  const said = 'Dat was zo, ja. En toen? '.repeat(4_000).trim();
  const turn = { start: 0, end: said.length };
  const around = aroundIn(said, [turn]);
  for (let n = 0; n < 4_000; n++) {
    const start = n * 25 + 12;
    expect(around({ start, end: start + 2 })).toEqual({ sentence: { start: n * 25, end: n * 25 + 15 }, turn });
  }
});
