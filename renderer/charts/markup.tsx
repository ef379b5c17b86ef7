// Draws a tree of markup, as charts make it, with React. The tree is plain values from our own code: nothing in it is parsed.

import { createElement, Fragment, memo, type ReactNode } from 'react';
import type { AttributeValue, MarkupElement, MarkupNode } from '../../src/domain/markup.ts';

/** What is added to an element of the chart, such as a name for the focus. */
export type Adorn = (element: MarkupElement) => Readonly<Record<string, AttributeValue>> | null;

export const Markup = memo(function Markup({ node, adorn }: { readonly node: MarkupNode; readonly adorn?: Adorn }): ReactNode {
  return draw(node, adorn, 0);
});

function draw(node: MarkupNode, adorn: Adorn | undefined, key: number): ReactNode {
  if (typeof node === 'string') return node;
  // Style sheets are for files of their own; the window has its tokens.
  if ('css' in node) return null;
  const attrs = { ...node.attrs, ...adorn?.(node) };
  const props = Object.fromEntries(Object.entries(attrs).map(([name, value]) => [reactName(name), value]));
  const children = node.children.map((child, at) => <Fragment key={keyOf(child, at)}>{draw(child, adorn, at)}</Fragment>);
  return createElement(node.tag, { ...props, key }, ...(children.length > 0 ? [children] : []));
}

/** A mark keeps its element, and with it the focus, when marks before it come or go. */
function keyOf(node: MarkupNode, at: number): string {
  if (typeof node === 'string' || 'css' in node) return `${at}`;
  const { attrs } = node;
  const mark = attrs['data-code'] ?? attrs['data-a'];
  return mark === undefined ? `${at}` : `${mark}\n${attrs['data-b'] ?? ''}\n${attrs['data-group'] ?? ''}`;
}

/** React's own spelling of an attribute; `aria-…` and `data-…` stay as they are. */
export function reactName(name: string): string {
  if (name === 'class') return 'className';
  if (name === 'tabindex') return 'tabIndex';
  if (name.startsWith('aria-') || name.startsWith('data-')) return name;
  return name.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
