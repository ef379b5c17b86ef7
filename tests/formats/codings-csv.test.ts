import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanName } from '../../src/domain/code.ts';
import { type CodingRow, readCodings, writeCodings } from '../../src/formats/codings-csv.ts';

const HEADER = 'interview,start,end,code,coder,quote\n';
const refusal = (reason: string) => expect.objectContaining({ code: 'refused', message: expect.stringContaining(reason) });

test('a coding is a range, a path and a coder; the quote may be absent', () => {
  expect(readCodings(`${HEADER}dh-01,0,14,Thema / code,anna,"Ja, hoor\r\nnee"\ndh-01, 5 ,9,Thema,bas,\n`).entries).toEqual([
    { line: 2, interview: 'dh-01', start: 0, end: 14, path: ['Thema', 'code'], coder: 'anna', quote: 'Ja, hoor\nnee' },
    { line: 4, interview: 'dh-01', start: 5, end: 9, path: ['Thema'], coder: 'bas', quote: null },
  ]);
  expect(readCodings('coder;code;end;start;interview\na;T;2;1;x').entries[0]).toMatchObject({ start: 1, end: 2, quote: null });
});

test.each([
  ['a negative start', `${HEADER}a,-1,2,T,c,`, 'Line 2: the start'],
  ['a broken number', `${HEADER}a,1,2,T,c,\na,1.5,2,T,c,`, 'Line 3: the start'],
  ['a number with an exponent', `${HEADER}a,1,1e3,T,c,`, 'Line 2: the end'],
  ['a number beyond counting', `${HEADER}a,1,99999999999999999,T,c,`, 'Line 2: the end'],
  ['an empty range', `${HEADER}a,2,2,T,c,`, 'Line 2: the end 2 is not after the start 2'],
  ['no interview', `${HEADER} ,1,2,T,c,`, 'Line 2: the interview is empty'],
  ['no coder', `${HEADER}a,1,2,T, ,`, 'Line 2: the coder is empty'],
  ['no code', `${HEADER}a,1,2,,c,`, 'Line 2: the code has an empty name'],
])('%s is refused with its line, and the others are read', (_what, text, said) => {
  const [, line, reason] = /^Line (\d+): (.*)$/.exec(said) ?? [];
  const good = `${text}\ngoed,0,1,T,c,`;
  const { entries, refused } = readCodings(good);
  expect(refused).toEqual([{ line: Number(line), reason: expect.stringContaining(reason ?? '') }]);
  expect(entries.at(-1)?.interview).toBe('goed');
});

test('a column too few refuses the file', () => {
  expect(() => readCodings('interview,start,end,code\na,1,2,T')).toThrowError(refusal('Line 1: the column coder is missing'));
});

test('codings come back as they went out', () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map(cleanName)
    .filter((found) => found !== '' && !/(?:^| )\/(?: |$)/.test(found));
  const quote = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .map((text) => text.replaceAll('\r', ''))
    .filter((text) => text !== '');
  const coding: fc.Arbitrary<CodingRow> = fc
    .record({
      interview: name,
      start: fc.nat(1e6),
      size: fc.integer({ min: 1, max: 1e4 }),
      code: name,
      coder: name,
      quote: fc.option(quote),
    })
    .map(({ size, ...row }) => ({ ...row, end: row.start + size }));
  fc.assert(
    fc.property(fc.array(coding, { maxLength: 10 }), fc.constantFrom('nl', 'en'), (rows, language) => {
      const { entries: back } = readCodings(writeCodings(rows, language));
      expect(back.map(({ line: _line, path, ...row }) => ({ ...row, code: path.join(' / ') }))).toEqual(rows);
    }),
  );
});
