// Text inside Markdown: whatever a line begins with, it stays a line of text.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMemo } from '../../src/domain/memo.ts';
import { harmlessText } from '../../src/formats/markdown.ts';
import { exportMemos } from '../../src/formats/memos-export.ts';
import { exportQuotes, type QuoteLine } from '../../src/formats/quotes.ts';

const said = '- ja\n1. nee\n---\nNou\n===\n# kop\n    ver\n&lt;b&gt; <b>';
const safe = '\\- ja\n1\\. nee\n\\---\nNou\n\\===\n\\# kop\nver\n\\&lt;b\\&gt; \\<b\\>';

/** What CommonMark reads as the beginning of a block: heading, rule, list, quote, code, HTML, or what underlines a heading. */
const BLOCK =
  /^(?: {0,3}(?:#{1,6}(?:\s|$)|([-*_])\s*(?:\1\s*){2,}$|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$)|>|```|~~~|<|=+\s*$|-+\s*$)| {4}|\t)/;

it('no line of what was said begins a block', () => {
  expect(harmlessText(said)).toBe(safe);
  const sign = fc.constantFrom(
    '-',
    '+',
    '*',
    '_',
    '=',
    '#',
    '>',
    '`',
    '~',
    '<',
    '1',
    '23',
    '.',
    ')',
    ' ',
    '\t',
    'a',
    '\n',
    '&',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
      for (const line of harmlessText(signs.join('')).split('\n')) expect(line).not.toMatch(BLOCK);
    }),
  );
});

it('nor in fragments or memos that go out', () => {
  const blank = { interview: 'A', set: '', city: '', date: '', turn: 1, start: 0, end: 9, speaker: '', participants: [] };
  const line: QuoteLine = { ...blank, text: said, codes: [], coders: [], key: false, memo: false };
  const quoted = safe.split('\n').map((part) => `> ${part}`);
  const fragments = exportQuotes([line], { format: 'markdown', language: 'en', heading: '- 1\n---', attributes: [] });
  expect(fragments.split('\n')).toEqual(['\\- 1', '\\---', '', ...quoted, '>', '> — A, turn 1', '']);

  const memo = { subject: '', interview: 'A', code: 'x', quote: said, coder: 'Noor', day: '2026-03-19' };
  const blocks = parseMemo('- \\- geen lijst in een lijst\n\\---\n1) geen lijst');
  const filter = { interview: '', code: '' };
  const file = exportMemos(
    { project: 'P', language: 'en', filter, memos: [{ ...memo, on: 'coding', blocks }], targets: [] },
    'md',
  );
  expect(file).toContain(quoted.join('\n'));
  expect(file).toContain('- \\- geen lijst in een lijst\n\n\\---\n\n1\\) geen lijst\n');
});
