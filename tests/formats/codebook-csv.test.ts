import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Code, cleanName, formatPath } from '../../src/domain/code.ts';
import { cleanText } from '../../src/domain/interview.ts';
import { readCodebook, writeCodebook } from '../../src/formats/codebook-csv.ts';

const refusal = (reason: string) => expect.objectContaining({ code: 'refused', message: expect.stringContaining(reason) });

test('the codebook of the sample project is read whole', () => {
  const entries = readCodebook(readFileSync(new URL('../../fixtures/codebook.csv', import.meta.url)));
  const themes = entries.filter((entry) => entry.path.length === 1);
  expect(themes).toHaveLength(10);
  expect(entries.length).toBeGreaterThan(40);
  expect(
    themes.every(
      (theme) => theme.colour !== null && theme.labelEn !== '' && theme.definition !== '' && theme.definitionEn !== '',
    ),
  ).toBe(true);
  expect(entries[0]).toMatchObject({
    line: 2,
    path: ['Vertrouwen in de hulpverlener'],
    labelEn: 'Trust in professionals',
    colour: { hue: 1, form: 'solid' },
  });
});

test('only the column code is needed', () => {
  expect(readCodebook('Code\nA\n"A /  b/c"\n')).toEqual([
    { line: 2, path: ['A'], labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '', colour: null },
    { line: 3, path: ['A', 'b/c'], labelEn: '', definition: '', definitionEn: '', use: '', not: '', example: '', colour: null },
  ]);
});

test.each([
  ['no column code', 'naam\nA', 'Line 1: the column code is missing'],
  ['a line without a code', 'code,use\nA,x\n,y', 'Line 3: the code has an empty name'],
  ['an empty part', 'code\nA / / B', 'Line 2: the code has an empty name'],
  ['a separator in front', 'code\n/ B', 'Line 2: the code has an empty name'],
  ['a separator behind', 'code\nB /', 'Line 2: the code has an empty name'],
  ['11 levels', `code\n${Array.from({ length: 11 }, (_, n) => n).join(' / ')}`, 'Line 2: the code is 11 levels deep'],
  ['a name of 201 characters', `code\nA / ${'x'.repeat(201)}`, 'Line 2: a name is 201 characters long'],
  ['a code that is there twice', 'code\nA\nB\n a', 'Line 4: the code a is on line 2 too'],
  ['an unknown colour', 'code,colour\nA,t11 solid', 'Line 2: the colour'],
])('%s is refused with its line', (_what, text, reason) => {
  expect(() => readCodebook(text)).toThrowError(refusal(reason));
});

test('10 levels and 200 characters are allowed', () => {
  const path = Array.from({ length: 10 }, () => 'x'.repeat(200));
  expect(readCodebook(`code\n${formatPath(path)}`)[0]?.path).toEqual(path);
});

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const name = text.map(cleanName).filter((found) => found !== '' && !/(?:^| )\/(?: |$)/.test(found));

test('a codebook comes back as it went out', () => {
  const code = fc.record({
    name,
    parent: fc.nat(),
    labelEn: text.map(cleanName),
    definition: text.map(cleanText),
    definitionEn: text.map(cleanText),
    use: text.map(cleanText),
    not: text.map(cleanText),
    example: text.map(cleanText),
    colour: fc.option(fc.record({ hue: fc.integer({ min: 1, max: 10 }), form: fc.constantFrom('solid', 'hollow', 'dashed') })),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(code, { maxLength: 9, selector: (one) => one.name.toLowerCase() }),
      fc.constantFrom('nl', 'en'),
      (list, language) => {
        const codes = list.map(
          ({ parent, ...texts }, n): Code => ({
            ...texts,
            id: n + 1,
            position: n,
            version: 1,
            parentId: n === 0 || parent % 3 === 0 ? null : (parent % n) + 1,
          }),
        );
        const back = readCodebook(writeCodebook(codes, language));
        expect(new Set(back.map((entry) => entry.path.at(-1)))).toEqual(new Set(codes.map((one) => one.name)));
        for (const entry of back) {
          const original = codes.find((one) => one.name === entry.path.at(-1));
          const parent = codes.find((one) => one.id === original?.parentId);
          const { labelEn, definition, definitionEn, use, not, example, colour } = entry;
          expect(original).toMatchObject({ labelEn, definition, definitionEn, use, not, example, colour });
          expect(entry.path.at(-2)).toBe(parent?.name);
        }
      },
    ),
  );
});
