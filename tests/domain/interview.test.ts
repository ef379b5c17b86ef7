// A transcript of spoken pieces, the text as it is stored, and the names of interviews.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/domain/code.ts';
import { cleanText, freeName, nameFromFile, type Speech, toTranscript } from '../../src/domain/interview.ts';
import { runs } from '../helpers/runs.ts';
import { brokenTexts } from '../helpers/texts.ts';

const speech = fc.record({
  speaker: fc.option(fc.constantFrom('Anouk', 'Interviewer')),
  timeMs: fc.option(fc.nat(9_000_000)),
  text: brokenTexts(20),
});

describe('a transcript', () => {
  it('holds each spoken piece as a turn, in order, one line break apart, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(speech, { maxLength: 8 }), (speeches) => {
        const { text, turns } = toTranscript(speeches);
        const said = speeches.map((own: Speech) => ({ ...own, text: cleanText(own.text) })).filter((own) => own.text !== '');
        expect(
          turns.map((turn) => ({ speaker: turn.speaker, timeMs: turn.timeMs, text: text.slice(turn.start, turn.end) })),
        ).toEqual(said);
        expect(text).toBe(said.map((own) => own.text).join('\n'));
        for (const [at, turn] of turns.entries()) expect(turn.start).toBe(at === 0 ? 0 : turns[at - 1]!.end + 1);
      }),
      { numRuns: runs(300) },
    );
  });

  it('of nothing is empty', () => {
    expect(toTranscript([{ speaker: 'Anouk', timeMs: 0, text: ' \r\n\0 ' }])).toEqual({ text: '', turns: [] });
  });
});

describe('text as it is stored', () => {
  it('has LF only, no NUL, no lone surrogate, no space at a line’s end, and does not change when cleaned again', () => {
    expect(cleanText(' ja \r\nnee\u00a0\t\rmisschien\u2028weet\0 niet\ud83d ')).toBe('ja\nnee\nmisschien\nweet niet\ufffd');
    fc.assert(
      fc.property(brokenTexts(), (given) => {
        const text = cleanText(given);
        expect(cleanText(text)).toBe(text);
        expect(/[\r\0\u2028\u2029]|[ \t\u00a0](?:\n|$)/.test(text)).toBe(false);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.trim());
        // Nothing that can be read is lost.
        expect(text.replace(/\s/g, '')).toBe(given.toWellFormed().replaceAll('\0', '').replace(/\s/g, ''));
      }),
      { numRuns: runs(500) },
    );
  });

  it('is made in a time that grows with its length, not with its square', () => {
    const time = (length: number): number => {
      const text = `a${' '.repeat(length)}b`;
      const begin = performance.now();
      for (let n = 0; n < 5; n++) expect(cleanText(text)).toHaveLength(text.length);
      return performance.now() - begin;
    };
    time(2_000);
    expect(time(20_000)).toBeLessThan(50 * Math.max(time(2_000), 0.2));
  });
});

describe('the name of an interview', () => {
  it.each([
    ['DH-01.docx', 'DH-01'],
    ['den-haag/DH-01.txt', 'DH-01'],
    ['C:\\map\\DH-01.vtt', 'DH-01'],
    ['gesprek 2.1 (nieuw).txt', 'gesprek 2.1 (nieuw)'],
    ['zonder', 'zonder'],
    ['.txt', '.txt'],
  ])('of %s is %s', (file, name) => expect(nameFromFile(file)).toBe(name));

  it('gets a number when it is taken, for people: without case, spaces or composition', () => {
    const taken = new Set(['dh-01', 'dh-01 (2)', nameKey('Zoë')]);
    expect(freeName('DH-01', taken)).toBe('DH-01 (3)');
    expect(freeName('DH-02', taken)).toBe('DH-02');
    expect(freeName('Zoe\u0308', taken)).toBe('Zoe\u0308 (2)');
  });
});
