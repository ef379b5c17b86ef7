// The Markdown of memos: what is typed comes back as it was, whatever signs it has, and any text is a memo.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanMemo,
  linksOf,
  type MemoBlock,
  type MemoRun,
  parseLink,
  parseMemo,
  plainMemo,
  printMemo,
  toTarget,
} from '../../src/domain/memo.ts';

const plain = (text: string): MemoRun => ({ text, bold: false, italic: false, link: null });
const bold = (text: string): MemoRun => ({ ...plain(text), bold: true });
const italic = (text: string): MemoRun => ({ ...plain(text), italic: true });
const link = (text: string, to: string): MemoRun => ({ ...plain(text), link: to });
const wordsOf = (blocks: readonly MemoBlock[]) => blocks.map((block) => block.runs.map((run) => run.text).join('')).join('\n');

describe('a line is a block', () => {
  it.each<[string, MemoBlock]>([
    ['Moe, zegt ze.', { kind: 'paragraph', runs: [plain('Moe, zegt ze.')] }],
    ['', { kind: 'paragraph', runs: [] }],
    ['# Slaap', { kind: 'heading', level: 1, runs: [plain('Slaap')] }],
    ['### Slaap *kort*', { kind: 'heading', level: 3, runs: [plain('Slaap '), italic('kort')] }],
    ['#### Slaap', { kind: 'paragraph', runs: [plain('#### Slaap')] }],
    ['#slaap', { kind: 'paragraph', runs: [plain('#slaap')] }],
    ['- melk', { kind: 'item', number: null, depth: 0, runs: [plain('melk')] }],
    ['* melk', { kind: 'item', number: null, depth: 0, runs: [plain('melk')] }],
    ['7. melk', { kind: 'item', number: 7, depth: 0, runs: [plain('melk')] }],
    ['-melk', { kind: 'paragraph', runs: [plain('-melk')] }],
    ['een **twee** drie', { kind: 'paragraph', runs: [plain('een '), bold('twee'), plain(' drie')] }],
    ['on**der**zoek', { kind: 'paragraph', runs: [plain('on'), bold('der'), plain('zoek')] }],
    ['***beide***', { kind: 'paragraph', runs: [{ ...bold('beide'), italic: true }] }],
    ['**a***b*', { kind: 'paragraph', runs: [bold('a'), italic('b')] }],
    ['zie [hier](code:5).', { kind: 'paragraph', runs: [plain('zie '), link('hier', 'code:5'), plain('.')] }],
    [
      '[**vet** en](quote:12)',
      { kind: 'paragraph', runs: [{ ...link('vet', 'quote:12'), bold: true }, link(' en', 'quote:12')] },
    ],
    ['[a\\]b](https://a.nl/x)', { kind: 'paragraph', runs: [link('a]b', 'https://a.nl/x')] }],
  ])('%s', (text, block) => {
    expect(parseMemo(text)).toEqual([block]);
  });

  it.each([
    '5 * 3 = 15',
    'a ** b **',
    '**niet af',
    '*** ***',
    '****',
    '[geen](javascript:1)',
    '[geen](code:0)',
    '[](code:5)',
    '[a](code:5',
    'a]b[',
    '\\',
    'c:\\map\\',
    '1.melk',
  ])('%s is text', (text) => {
    expect(wordsOf(parseMemo(text))).toBe(text);
    expect(parseMemo(text)[0]?.runs.every((run) => !run.bold && !run.italic && run.link === null)).toBe(true);
    expect(wordsOf(parseMemo(printMemo(parseMemo(text))))).toBe(text);
  });

  it('an item lies at most one level below the one before it', () => {
    const depths = parseMemo('    - a\n        - b\n  1. c\ntekst\n  - d').map((block) =>
      block.kind === 'item' ? block.depth : -1,
    );
    expect(depths).toEqual([0, 1, 1, -1, 0]);
  });

  it('what lies below an empty first item comes up and is counted on', () => {
    const item = (number: number | null, depth: number, text: string): MemoBlock => ({
      kind: 'item',
      number,
      depth,
      runs: text === '' ? [] : [plain(text)],
    });
    expect(printMemo([item(null, 0, ''), item(1, 1, 'a'), item(1, 0, 'b')])).toBe('1. a\n2. b');
  });

  it('numbers stay as they were typed', () => {
    expect(printMemo(parseMemo('3. drie\n4. vier\n  - a\n5. vijf\n9. negen'))).toBe(
      '3. drie\n4. vier\n  - a\n5. vijf\n9\\. negen',
    );
  });

  it('without marks for lists and finding', () => {
    expect(plainMemo('# Slaap\n- **kort**\n  2. zie [hier](code:5)')).toBe('Slaap\n– kort\n  2. zie hier');
  });
});

const signs = fc.constantFrom(
  '*',
  '**',
  '\\',
  '[',
  ']',
  '(',
  ')',
  '# ',
  '- ',
  '1. ',
  ' ',
  '\t',
  'a',
  'é',
  '👩‍👧',
  'code:5',
  '\u00a0',
  '+ ',
  '_',
);
const words = fc.oneof(
  fc.array(signs, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replace(/[\r\n\0]/g, '')),
);
const run: fc.Arbitrary<MemoRun> = fc.record({
  text: words,
  bold: fc.boolean(),
  italic: fc.boolean(),
  link: fc.option(fc.constantFrom('code:5', 'quote:12', 'participant:2', 'https://voorbeeld.nl/a?b=c'), { freq: 4 }),
});
const runs = fc.array(run, { maxLength: 6 });
const block: fc.Arbitrary<MemoBlock> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({ kind: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 2 as const, 3 as const), runs }),
  fc.record({
    kind: fc.constant('item' as const),
    number: fc.option(fc.nat(120)),
    depth: fc.nat(6),
    runs,
  }),
);

describe('any memo', () => {
  it('that is printed reads back with every word, mark and link of it', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const text = printMemo(blocks);
        const back = parseMemo(text);
        expect(wordsOf(back).trim()).toBe(wordsOf(blocks).trim());
        expect(printMemo(back)).toBe(text);
        // White space at the ends is cut off when it is stored; what is left means the same.
        expect(wordsOf(parseMemo(cleanMemo(text))).trim()).toBe(wordsOf(blocks).trim());
        expect(marksOf(back)).toEqual(marksOf(blocks));
      }),
      { numRuns: 3000 },
    );
  });

  it('of any text is stable from the first time it is written, and loses no word', () => {
    const text = fc
      .array(fc.oneof(signs, fc.constant('\n'), fc.string({ maxLength: 4 })), { maxLength: 40 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const memo = cleanMemo(given);
        const once = printMemo(parseMemo(memo));
        expect(printMemo(parseMemo(once))).toBe(once);
        expect(wordsOf(parseMemo(once)).trim()).toBe(wordsOf(parseMemo(memo)).trim());
      }),
      { numRuns: 3000 },
    );
  });

  it('of very many signs is read and written within seconds', () => {
    for (const part of ['*a', '[a', '[', '\\', '**', '[a](code:5)', '* ', '[a\\']) {
      const text = part.repeat(200_000 / part.length);
      const start = performance.now();
      expect(printMemo(parseMemo(text)).length).toBeGreaterThan(0);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});

/** Every letter with what it wears, without white space, whose marks do not show. */
function marksOf(blocks: readonly MemoBlock[]): string[] {
  const all = blocks.flatMap((one) =>
    one.runs.flatMap((own) =>
      own.text
        .split(/\s+/u)
        .join('')
        .split('')
        .map((unit) => `${unit}${own.bold ? 'b' : ''}${own.italic ? 'i' : ''}${own.link ?? ''}`),
    ),
  );
  return all;
}

describe('a link', () => {
  it('is told once, in the order of the text', () => {
    expect(linksOf(parseMemo('[a](code:5) [b](quote:1)\n- [c](code:5) [d](https://a.nl)'))).toEqual([
      { kind: 'code', id: 5 },
      { kind: 'quote', id: 1 },
      { kind: 'web', url: 'https://a.nl' },
    ]);
  });

  it('leads to something in the project or on the web, and nowhere else', () => {
    expect(parseLink('quote:12')).toEqual({ kind: 'quote', id: 12 });
    expect(parseLink('https://a.nl')).toEqual({ kind: 'web', url: 'https://a.nl' });
    for (const no of ['javascript:alert(1)', 'file:///etc', 'code:', 'code:-1', 'memo:3', 'https://a b', ''])
      expect(parseLink(no)).toBeNull();
  });

  it('pasted from elsewhere is written so that it can be read back', () => {
    expect(toTarget(' https://a.nl/x_(y) z ')).toBe('https://a.nl/x_%28y%29%20z');
    expect(toTarget('javascript:alert(1)')).toBeNull();
    expect(toTarget('#kop')).toBeNull();
  });
});
