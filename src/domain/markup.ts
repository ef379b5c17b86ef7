// HTML and SVG as a tree of plain values: charts and reports make nodes, never strings. Writing them out safely is src/formats/html.ts.

export type AttributeValue = string | number | true;

export type MarkupElement = {
  readonly tag: string;
  readonly attrs: Readonly<Record<string, AttributeValue>>;
  readonly children: readonly MarkupNode[];
};

/** The text of a style sheet; the only way to get a `style` element. */
export type StyleSheet = { readonly css: string };

export type MarkupNode = string | MarkupElement | StyleSheet;

/** What a caller may hand in: what is left out (null, undefined, false) is not drawn, lists are flattened. */
export type Attributes = Readonly<Record<string, AttributeValue | false | null | undefined>>;
export type Child = MarkupNode | number | false | null | undefined | readonly Child[];

/** An HTML element. */
export function h(tag: string, attrs: Attributes | null, ...children: readonly Child[]): MarkupElement {
  return { tag, attrs: keepAttributes(attrs ?? {}, (value) => value), children: keepChildren(children) };
}

/** An SVG element: numbers are rounded to a hundredth of a unit, which no eye sees and which keeps files small and stable. */
export function svg(tag: string, attrs: Attributes | null, ...children: readonly Child[]): MarkupElement {
  return { tag, attrs: keepAttributes(attrs ?? {}, roundNumber), children: keepChildren(children) };
}

/** A `style` element. Refuses (RangeError) text that could end it or that fetches something. */
export function css(text: string): StyleSheet {
  if (!isStyleText(text)) throw new RangeError('A style sheet can not hold "</", "<!", "@import" or a url() that is not data.');
  return { css: text };
}

/** True when a text stays inside its `style` element and asks for nothing from elsewhere. */
export function isStyleText(text: string): boolean {
  return !/<[/!]|@import|url\(\s*(?!["']?(?:data:|#))/i.test(text);
}

/** All text below a node, in order; style sheets have none. */
export function textOf(node: MarkupNode): string {
  if (typeof node === 'string') return node;
  return 'css' in node ? '' : node.children.map(textOf).join('');
}

function keepAttributes(attrs: Attributes, change: (value: AttributeValue) => AttributeValue): Record<string, AttributeValue> {
  const kept: [string, AttributeValue][] = [];
  for (const [name, value] of Object.entries(attrs)) {
    if (value !== null && value !== undefined && value !== false) kept.push([name, change(value)]);
  }
  return Object.fromEntries(kept);
}

function keepChildren(children: readonly Child[]): MarkupNode[] {
  return children.flatMap((child): MarkupNode[] => {
    if (child === null || child === undefined || child === false) return [];
    if (typeof child === 'number') return [String(child)];
    return isList(child) ? keepChildren(child) : [child];
  });
}

function isList(child: Child): child is readonly Child[] {
  return Array.isArray(child);
}

function roundNumber(value: AttributeValue): AttributeValue {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
