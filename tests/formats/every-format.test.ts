// What holds for every format: what was written as a file comes back the same, and no bytes make a reader do anything but read or
// refuse.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DraadError } from '../../src/domain/error.ts';
import { readTranscript } from '../../src/formats/transcript.ts';
import { turnsIn } from '../helpers/turns.ts';
import { asTurns, type Said, WRITERS } from '../helpers/write-transcripts.ts';

// Words as they are spoken, with what files stumble over: accents, an emoji, a half sentence, a clock, signs of markup.
const word = fc.constantFrom(
  'ja',
  'nee',
  'één',
  'cafe\u0301',
  '👩‍👧',
  'om',
  '14:30',
  '<lacht>',
  'A&B',
  '€5',
  '“zo”',
  '(…)',
  '{of}',
  'a\\b',
  '3%',
  'zei:',
);
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Nou ${words.join(' ')}.`);

/** Two people by turns, each at least twice, at rising times. */
function talk(step: number): fc.Arbitrary<Said[]> {
  return fc.array(fc.tuple(text, fc.integer({ min: 1, max: 5_000 })), { minLength: 4, maxLength: 12 }).map((said) => {
    let timeMs = 0;
    return said.map(([words, pause], index) => {
      timeMs += pause * Math.max(step, 100);
      return { speaker: index % 2 === 0 ? 'S00' : 'S01', timeMs, text: words };
    });
  });
}

test.each(WRITERS)('$name comes back as it was written', async ({ step, write }) => {
  await fc.assert(
    fc.asyncProperty(talk(step), async (said) => {
      const content = await write(said);
      expect(await turnsIn(content)).toEqual(asTurns(said));
    }),
    { numRuns: 30 },
  );
});

describe('whatever is done to a file, it is read or refused', () => {
  const junk = fc.constantFrom(
    '',
    '{',
    '}',
    '[',
    '"',
    '<',
    '>',
    '\\',
    "\\'",
    '\\u-1 ',
    '\\bin',
    '//',
    '#',
    '\0',
    ':',
    '\t',
    '-->',
    '1e999',
    '9'.repeat(40),
    '&#xffffff;',
    '\n\n',
    '{\\*',
    '<a name="ts_1_2_',
    '\xff',
  );

  test.each(WRITERS)('$name', async ({ step, write }) => {
    const whole = fc.tuple(
      talk(step),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), junk, fc.nat(20)), { minLength: 1, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(whole, async ([said, damage]) => {
        const content = await write(said);
        let file =
          typeof content === 'string' ? Buffer.from(content).toString('latin1') : Buffer.from(content).toString('latin1');
        for (const [where, what, length] of damage) {
          const at = Math.floor(where * file.length);
          // A long one is a file that was cut off there.
          file = length > 18 ? file.slice(0, at) : file.slice(0, at) + what + file.slice(at + length);
        }
        await expectSound(Buffer.from(file, 'latin1'));
      }),
      { numRuns: 60 },
    );
  });

  async function expectSound(bytes: Uint8Array): Promise<void> {
    try {
      const { text: whole, turns } = (await readTranscript({ name: 'a', bytes })).transcript;
      let at = 0;
      for (const { start, end, timeMs } of turns) {
        expect(start >= at && end > start && end <= whole.length).toBe(true);
        expect(timeMs === null || (Number.isSafeInteger(timeMs) && timeMs >= 0)).toBe(true);
        at = end;
      }
    } catch (error) {
      if (!(error instanceof DraadError)) throw error;
      expect(error).toMatchObject({ code: 'refused', message: expect.stringMatching(/^[A-Z].*[^.]$/) });
    }
  }
});

test('files made to keep a reader busy are done in one go', async () => {
  const long = 200_000;
  for (const content of [
    `{"text":"${'<span class=\\"timestamp\\" data-timestamp=\\"1\\">'.repeat(long / 40)}","media":""}`,
    `{"text":"${'<'.repeat(long)}","media":""}`,
    `{"text":"<a ${'x=\\"'.repeat(long / 4)}>","media":""}`,
    `{"segments":[${'{"start":1,"text":"a"},'.repeat(long / 20)}{}]}`,
    `{"a":${'NaN,'.repeat(long)}`,
    `<html>${'<a '.repeat(long)}`,
    `<html><a name="ts_1_2_S01">${'//S02:'.repeat(long / 6)}`,
    `S01: ${'//S01: '.repeat(long / 7)}\nS01: x`,
    `S01: ${'[00:01] '.repeat(long / 8)}\nS01: x`,
    `S01: ${'#00:00:01-0#'.repeat(long / 12)}\nS01: x`,
    `start\tend\ttext\n${'1\t2\t[S]: a\n'.repeat(long / 10)}`,
    `WEBVTT\n\n${'00:01.000 --> 00:02.000\na\n'.repeat(long / 25)}`,
    `{\\rtf1 ${"\\'e9\\b".repeat(long / 6)}}`,
    `{\\rtf1 ${'{\\*'.repeat(900)}${'\\u1'.repeat(long / 3)}${'}'.repeat(901)}`,
    `{\\rtf1 ${'\\cell\\row'.repeat(long / 9)}}`,
  ]) {
    await turnsIn(content).catch((error: unknown) => expect(error).toMatchObject({ code: 'refused' }));
  }
});
