import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../src/formats/csv.ts';

const refusal = (reason: string) => ({ code: 'refused', message: expect.stringContaining(reason) });

test.each([
  ['comma', 'a,b\n1,2\n'],
  ['semicolon', 'a;b\r\n1;2'],
  ['tab', 'a\tb\r1\t2\r'],
  ['a mark, spaces and capitals in the header', '\ufeff A ; b\n1;2'],
  ['other columns with other signs in their names', 'a;"b";"x, y, z"\n1;2;3'],
])('the delimiter and columns are recognised: %s', (_what, text) => {
  const [row] = readCsv(Buffer.from(text), ['a', 'b']);
  expect(row).toMatchObject({ line: 2, cells: { a: '1', b: '2' } });
});

test('blank lines above the header are no header', () => {
  expect(readCsv('\r\n\r\na;b\r\n1;2', ['a'])).toEqual([{ line: 4, cells: { a: '1' }, others: { b: '2' } }]);
});

test('bytes of older spreadsheets are read too', () => {
  expect(readCsv(Buffer.from('naam;plaats\nZoë;Den Haag\n', 'latin1'), ['naam'])[0]?.cells.naam).toBe('Zoë');
  expect(readCsv(Buffer.from('\ufeffnaam\tplaats\nZoë\tDen Haag\n', 'utf16le'), ['naam'])[0]?.cells.naam).toBe('Zoë');
});

test('quotation marks, line breaks in cells, and the line of each row', () => {
  const rows = readCsv('a,b\r\n"x\r\ny","zij zei ""ja"""\r\n\r\n,\r\nmoeder zei "nee",2\n"","p\nq\nr"\n5,6', ['a', 'b']);
  expect(rows.map(({ line, cells }) => [line, cells.a, cells.b])).toEqual([
    [2, 'x\r\ny', 'zij zei "ja"'],
    [6, 'moeder zei "nee"', '2'],
    [7, '', 'p\nq\nr'],
    [10, '5', '6'],
  ]);
});

test('optional columns may be absent, others come by their own name', () => {
  const [row] = readCsv('Rol,A,__proto__\nvader,1,x', ['a'], ['c']);
  expect(row?.cells).toEqual({ a: '1', c: '' });
  expect(Object.entries(row?.others ?? {})).toEqual([
    ['Rol', 'vader'],
    ['__proto__', 'x'],
  ]);
});

test('a trailing column without a name is no column, unless it holds text', () => {
  expect(readCsv('a;b;\n1;2;\n', ['a', 'b'])[0]?.others).toEqual({});
  expect(() => readCsv('a;b;\n1;2;3\n', ['a', 'b'])).toThrowError(expect.objectContaining(refusal('Line 2')));
});

test.each([
  ['nothing', '', 'empty'],
  ['a missing column', 'a,c\n1,2', 'Line 1: the column b is missing'],
  ['a column that is there twice', 'a,b, A\n1,2,3', 'Line 1: the column a is there twice'],
  ['a row that is too short', 'a,b\n1,2\n3\n', 'Line 3: there are 1 cells where the header has 2'],
  ['a row that is too long', 'a,b\n"1\n2",2\n3,4,5\n', 'Line 4: there are 3 cells'],
  ['a quotation mark never closed', 'a,b\n1,2\n"3,4\n5,6', 'Line 3: a quotation mark'],
  ['text after a closed quotation mark', 'a,b\n"1"x,2', 'Line 2: there is text after'],
])('%s is refused with its place', (_what, text, reason) => {
  expect(() => readCsv(text, ['a', 'b'])).toThrowError(expect.objectContaining(refusal(reason)));
});

test('bytes that are no text are refused', () => {
  expect(() => readCsv(Buffer.from('PK\x03\x04\0\0\0\0', 'latin1'), ['a'])).toThrowError(
    expect.objectContaining(refusal('not text')),
  );
});

test('Dutch and English dialect', () => {
  const rows = [['een;twee, drie', -1.5, null] as const, ['=1+1', 1e6, '-4'] as const];
  expect(writeCsv(['a', 'b', 'c'], rows, 'nl')).toBe('\ufeffa;b;c\r\n"een;twee, drie";-1,5;\r\n\'=1+1;1000000;\'-4\r\n');
  expect(writeCsv(['a', 'b', 'c'], rows, 'en')).toBe('\ufeffa,b,c\r\n"een;twee, drie",-1.5,\r\n\'=1+1,1000000,\'-4\r\n');
});

test('no text cell can be run by a spreadsheet, and numbers stay numbers', () => {
  const written = writeCsv(['a'], [['=1'], ['+1'], ['-1'], ['@a'], ['\t=1'], ['\r=1'], ['\n=1'], [-1]], 'en');
  const cells = written
    .slice(1)
    .split(/\r\n(?=["'-])/)
    .map((cell) => cell.trim().replace(/^"/, ''));
  expect(cells.slice(1, -1).every((cell) => cell.startsWith("'"))).toBe(true);
  expect(cells.at(-1)).toBe('-1');
});

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom("'", '=', '-', '+', '@', '\t', '\r', '\n', '"', ';', ',', ' ', 'a', '\ufeff', '\u2028'), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
);

test('whatever is written comes back, from text and from bytes', () => {
  const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 12 });
  fc.assert(
    fc.property(table, fc.constantFrom('nl', 'en'), (rows, language) => {
      const written = writeCsv(['a', 'b', 'c'], rows, language);
      const expected = rows.filter((row) => row.some((text) => text.trim() !== ''));
      for (const source of [written, Buffer.from(written)]) {
        expect(readCsv(source, ['a', 'b', 'c']).map(({ cells }) => [cells.a, cells.b, cells.c])).toEqual(expected);
      }
    }),
    { numRuns: 500 },
  );
});

test('names of columns come back too', () => {
  fc.assert(
    fc.property(
      cell.map((name) => name.trim()).filter((name) => name !== '' && name.toLowerCase() !== 'a'),
      (name) => {
        expect(Object.keys(readCsv(writeCsv(['a', name], [['1', '2']], 'nl'), ['a'])[0]?.others ?? {})).toEqual([name]);
      },
    ),
  );
});

test('random bytes are read or refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        readCsv(Buffer.concat([Buffer.from('a,b\n'), bytes]), ['a', 'b']);
      } catch (error) {
        expect(error).toMatchObject({ name: 'DraadError', code: 'refused' });
      }
    }),
    { numRuns: 500 },
  );
});
