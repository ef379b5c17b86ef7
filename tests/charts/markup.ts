// Looking things up in a drawing.

import type { MarkupElement, MarkupNode } from '../../src/domain/markup.ts';

/** Every element of a drawing, in order. */
export function elements(node: MarkupNode): MarkupElement[] {
  if (typeof node === 'string' || 'css' in node) return [];
  return [node, ...node.children.flatMap(elements)];
}

export function byClass(node: MarkupNode, name: string): MarkupElement[] {
  return elements(node).filter((element) =>
    String(element.attrs.class ?? '')
      .split(' ')
      .includes(name),
  );
}

export function byTag(node: MarkupNode, tag: string): MarkupElement[] {
  return elements(node).filter((element) => element.tag === tag);
}
