// XML is walked with its namespaces: a prefix is a name for one only where it was said, and for nothing it is damage.

import { expect, it } from 'vitest';
import { walkXml } from '../../src/formats/xml.ts';

function walk(xml: string): string[] {
  const seen: string[] = [];
  walkXml(Buffer.from(xml), {
    open: ({ local, uri, attribute }) => seen.push(`<${local} ${uri} ${attribute('id') ?? '-'}`),
    close: (local, uri) => seen.push(`>${local} ${uri}`),
    text: (text) => seen.push(text),
  });
  return seen;
}

it('names belong to what their prefix stands for there', () => {
  expect(walk('<a xmlns="x" xmlns:p="y"><p:b p:id="1"><c xmlns="" xmlns:p="z"><p:d id="2"/></c><p:e/></p:b></a>')).toEqual([
    '<a x -',
    '<b y 1',
    '<c  -',
    '<d z 2',
    '>d z',
    '>c ',
    '<e y -',
    '>e y',
    '>b y',
    '>a x',
  ]);
});

it('an attribute is found by its name, not by the end of it', () => {
  expect(walk('<a xmlns:w="x" grid="1" w:paid="2"/>')[0]).toBe('<a  -');
  expect(walk('<a xmlns:w="x" grid="1" w:id="3"/>')[0]).toBe('<a  3');
});

it.each([
  ['a prefix that stands for nothing', '<p:a/>'],
  ['a prefix that stood for something elsewhere', '<a><b xmlns:p="x"/><p:c/></a>'],
  ['an end without a beginning', '<a></b></a>'],
  ['an attribute that is there twice', '<a b="1" b="2"/>'],
  ['an entity of its own', '<a>&lol;</a>'],
  ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY lol "lol">]><a/>'],
  ['elements in elements without end', '<a>'.repeat(300) + '</a>'.repeat(300)],
  ['no end', '<a>'],
])('%s is refused', (_what, xml) => {
  expect(() => walk(xml)).toThrow(expect.objectContaining({ code: 'refused' }));
});

it('a file full of new prefixes is read in one go', () => {
  const many = Array.from({ length: 20_000 }, (_, n) => `<p${n}:a xmlns:p${n}="x" xmlns:q="${n}"/>`).join('');
  expect(walk(`<a>${many}</a>`)).toHaveLength(40_002);
});
