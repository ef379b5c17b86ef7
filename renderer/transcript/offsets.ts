// Between the page and the text: a place in the page's nodes as an offset in the stored text, and back. Works for reading rows and for
// the editor: both put a turn's text, and nothing else, in the element with `data-turn` (its index); a `br` stands for one line break.

import { floorToGrapheme, type TextRange } from '../../src/domain/text.ts';

export type Place = { readonly node: Node; readonly offset: number };

/** The element that holds a turn's text, when the node is in one. */
export function turnElementOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-turn]') ?? null;
}

export function turnOf(element: HTMLElement): number {
  return Number(element.dataset.turn);
}

/** The offset inside a turn's text of a place in its nodes. */
export function offsetWithin(element: HTMLElement, place: Place): number {
  const stop = place.node.nodeType === Node.TEXT_NODE ? null : (place.node.childNodes[place.offset] ?? null);
  let length = 0;
  for (const leaf of leavesOf(element)) {
    if (leaf === place.node) return length + Math.min(place.offset, lengthOf(leaf));
    if (stop ? leaf === stop || stop.contains(leaf) : isAfter(leaf, place.node)) return length;
    length += lengthOf(leaf);
  }
  return length;
}

/** The place of an offset inside a turn's text. At the border of two text nodes the end of the first. */
export function placeWithin(element: HTMLElement, offset: number): Place {
  let left = Math.max(0, offset);
  let end: Place = { node: element, offset: 0 };
  for (const leaf of leavesOf(element)) {
    if (leaf.nodeType === Node.TEXT_NODE && left <= lengthOf(leaf)) return { node: leaf, offset: left };
    if (leaf.nodeType !== Node.TEXT_NODE && left === 0) return beside(leaf, 0);
    left -= lengthOf(leaf);
    end = leaf.nodeType === Node.TEXT_NODE ? { node: leaf, offset: lengthOf(leaf) } : beside(leaf, 1);
  }
  return end;
}

/**
 * The offset in the stored text of a place in the page; never inside a grapheme. A place outside the text (a speaker, a gap) counts as the
 * border of the nearest turn: the next turn's start with bias `start`, the end of the one before with bias `end`. Null without turns.
 */
export function toOffset(
  root: ParentNode,
  text: string,
  turns: readonly TextRange[],
  place: Place,
  bias: 'start' | 'end',
): number | null {
  const element = turnElementOf(place.node);
  if (element) {
    const turn = turns[turnOf(element)];
    return turn ? floorToGrapheme(text, Math.min(turn.start + offsetWithin(element, place), turn.end)) : null;
  }
  const elements = [...root.querySelectorAll<HTMLElement>('[data-turn]')];
  const next = elements.findIndex((candidate) => comesAfter(candidate, place));
  const before = elements.at(next < 0 ? -1 : next - 1);
  const after = next < 0 ? undefined : elements[next];
  if (bias === 'start' && after) return turns[turnOf(after)]?.start ?? null;
  if (before && !(next === 0)) return turns[turnOf(before)]?.end ?? null;
  return after ? (turns[turnOf(after)]?.start ?? null) : null;
}

/** The page's selection as offsets: where it began and where it ends now; null when it is not in this text. */
export function readSelection(
  root: HTMLElement,
  text: string,
  turns: readonly TextRange[],
  selection: Selection | null,
): { anchor: number; focus: number } | null {
  if (!selection?.anchorNode || !selection.focusNode || !root.contains(selection.anchorNode)) return null;
  const anchorPlace = { node: selection.anchorNode, offset: selection.anchorOffset };
  const focusPlace = { node: selection.focusNode, offset: selection.focusOffset };
  const forward = comparePlaces(anchorPlace, focusPlace) <= 0;
  const anchor = toOffset(root, text, turns, anchorPlace, forward ? 'start' : 'end');
  const focus = root.contains(selection.focusNode) ? toOffset(root, text, turns, focusPlace, forward ? 'end' : 'start') : anchor;
  return anchor === null || focus === null ? null : { anchor, focus };
}

/** The place of an offset of the stored text; null when its turn is not on the page (virtual rows). */
export function toPlace(root: ParentNode, turns: readonly TextRange[], turn: number, offset: number): Place | null {
  const element = root.querySelector<HTMLElement>(`[data-turn="${turn}"]`);
  const own = turns[turn];
  return element && own ? placeWithin(element, offset - own.start) : null;
}

function* leavesOf(element: HTMLElement): Generator<Node> {
  // A turn's text is nearly always one text node; a walker costs ten times as much.
  if (element.childNodes.length === 1 && element.firstChild?.nodeType === Node.TEXT_NODE) {
    yield element.firstChild;
    return;
  }
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE || isLineBreak(node)) yield node;
  }
}

/** A `br` that the editor puts in only to keep an empty last line open is no text. */
function isLineBreak(node: Node): boolean {
  return node instanceof HTMLElement && node.tagName === 'BR' && !node.dataset.lexicalManagedLinebreak;
}

function lengthOf(leaf: Node): number {
  return leaf.nodeType === Node.TEXT_NODE ? (leaf.nodeValue?.length ?? 0) : 1;
}

function beside(leaf: Node, side: 0 | 1): Place {
  const parent = leaf.parentNode;
  return parent ? { node: parent, offset: [...parent.childNodes].indexOf(leaf as ChildNode) + side } : { node: leaf, offset: 0 };
}

function isAfter(leaf: Node, node: Node): boolean {
  return !node.contains(leaf) && (node.compareDocumentPosition(leaf) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function comesAfter(element: Element, place: Place): boolean {
  return comparePlaces(place, { node: element, offset: 0 }) < 0;
}

function comparePlaces(a: Place, b: Place): number {
  if (a.node === b.node) return a.offset - b.offset;
  const range = document.createRange();
  range.setStart(a.node, a.offset);
  return range.comparePoint(b.node, b.offset) > 0 ? -1 : 1;
}
