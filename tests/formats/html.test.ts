// @vitest-environment jsdom

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { css, h, type MarkupElement, type MarkupNode, svg, textOf } from '../../src/domain/markup.ts';
import { toHtml, toSvgFile } from '../../src/formats/html.ts';

test('text and attributes are escaped, void elements have no end', () => {
  expect(
    toHtml(h('p', { class: 'a"b', title: '<&>', hidden: true, id: null }, 'a < b & c', h('br', {}), false, ['d', 2, null])),
  ).toBe('<p class="a&quot;b" title="&lt;&amp;&gt;" hidden>a &lt; b &amp; c<br>d2</p>');
});

test('a page gets its doctype and keeps its style sheet and policy as they are', () => {
  const page = h(
    'html',
    { lang: 'nl' },
    h(
      'head',
      {},
      h('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'" }),
      css('a > b { color: red }'),
    ),
  );
  expect(toHtml(page)).toBe(
    '<!doctype html>\n<html lang="nl"><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><style>a > b { color: red }</style></head></html>',
  );
});

test('a chart is the same inside a page and, with its namespace, as a file', () => {
  const chart = svg('svg', { viewBox: '0 0 10 10' }, svg('title', {}, 'A & B'), svg('rect', { x: 1 / 3, width: 0.005 }));
  expect(toHtml(chart)).toBe('<svg viewBox="0 0 10 10"><title>A &amp; B</title><rect x="0.33" width="0.01"></rect></svg>');
  const file = new DOMParser().parseFromString(toSvgFile(chart), 'image/svg+xml').documentElement;
  expect(file.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(file.textContent).toBe('A & B');
});

const raw = (tag: string, attrs: Record<string, string>, ...children: MarkupNode[]): MarkupElement => ({ tag, attrs, children });

test.each<[string, MarkupNode]>([
  ['a script', h('script', {}, 'alert(1)')],
  ['a script in capitals', h('SCRIPT', {})],
  ['a style element not made by css()', h('style', {}, 'a{}')],
  ['a style sheet that ends its element', { css: '</style><script>' }],
  ['a frame', h('iframe', { src: '#' })],
  ['a form', h('form', {})],
  ['a base', h('base', { href: '#' })],
  ['foreign content in a chart', svg('foreignObject', {})],
  ['an animation of a link', svg('animate', { attributeName: 'href', values: 'javascript:alert(1)' })],
  ['a handler', h('p', { onclick: 'alert(1)' })],
  ['a handler in capitals', h('p', { ONLOAD: 'alert(1)' })],
  ['a script as a link', h('a', { href: 'javascript:alert(1)' })],
  ['a script as a link, in disguise', h('a', { href: ' \tJaVa\nscr\u0000ipt:alert(1)' })],
  ['a page as a link', h('a', { href: 'data:text/html,<script>' })],
  ['another scheme', h('a', { href: 'vbscript:x' })],
  ['a script as a chart link', svg('a', { 'xlink:href': 'javascript:alert(1)' })],
  ['a picture from elsewhere', h('img', { src: 'https://voorbeeld.example/p.png' })],
  ['a style sheet from elsewhere', h('link', { rel: 'stylesheet', href: 'stijl.css' })],
  ['a style that fetches', h('p', { style: 'background:url(https://voorbeeld.example)' })],
  ['a refresh', h('meta', { 'http-equiv': 'refresh', content: '0' })],
  ['a name that breaks out', raw('p onclick=alert(1)', {})],
  ['an attribute that breaks out', raw('p', { 'a onclick=alert(1) b': 'x' })],
  ['text in a void element', h('br', {}, 'x')],
])('%s is refused', (_what, node) => {
  expect(() => toHtml(h('div', {}, node))).toThrowError(expect.objectContaining({ name: 'DraadError', code: 'internal' }));
});

test.each([['#plek'], ['https://voorbeeld.example/a?b=c:d'], ['mailto:a@voorbeeld.example'], ['codes.csv'], ['map/a:b.csv']])(
  'a link to %s is allowed',
  (href) => {
    expect(toHtml(h('a', { href }))).toContain(`href="${href}"`);
  },
);

test('pictures inside the file are allowed, and css() refuses at once what could end or fetch', () => {
  expect(toHtml(h('img', { src: 'data:image/png;base64,AAAA', alt: '' }))).toContain('data:image');
  expect(() => css('a{}</style>')).toThrow(RangeError);
  expect(() => css('@import "a.css"')).toThrow(RangeError);
  expect(() => css('a{background:url( "https://voorbeeld.example")}')).toThrow(RangeError);
  expect(css("a{src:url('data:font/woff2;base64,AA')}").css).toContain('data:font');
});

test('a browser reads back exactly the text and attributes that were given', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('</p>', '<!--', ']]>', '&amp;', '"', "'", '\n', '<script>alert(1)</script>', '\u00a0'),
  );
  const node = fc.letrec<{ node: MarkupNode }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text.map((value): MarkupNode => value),
      fc
        .record({
          tag: fc.constantFrom('div', 'span', 'section', 'pre', 'textarea'),
          title: text,
          children: fc.array(tie('node'), { maxLength: 3 }),
        })
        .map(({ tag, title, children }) =>
          tag === 'textarea' ? h(tag, { title }, children.map(textOf).join('')) : h(tag, { title }, ...children),
        ),
    ),
  })).node;
  const seen = (element: Element): unknown => [
    element.localName,
    element.getAttribute('title'),
    ...Array.from(element.childNodes, (child) => (child.nodeType === 1 ? seen(child as Element) : child.textContent)),
  ];
  const meant = (element: MarkupElement): unknown => [
    element.tag,
    element.attrs.title ?? null,
    ...joinText(element.children).map((child) => (typeof child === 'string' ? child : meant(child))),
  ];
  fc.assert(
    fc.property(fc.array(node, { maxLength: 3 }), (children) => {
      const root = h('div', {}, ...children);
      const page = new DOMParser().parseFromString(toHtml(root), 'text/html');
      expect(page.body.firstElementChild && seen(page.body.firstElementChild)).toEqual(meant(root));
    }),
    { numRuns: 200 },
  );
});

/** A browser makes one text of texts that touch, and none of an empty one. */
function joinText(children: readonly MarkupNode[]): (string | MarkupElement)[] {
  const joined: (string | MarkupElement)[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child !== 'string') {
      if ('tag' in child) joined.push(child);
    } else if (typeof last === 'string') joined[joined.length - 1] = last + child;
    else if (child !== '') joined.push(child);
  }
  return joined;
}
