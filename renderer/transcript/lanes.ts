// Where stripes and their labels stand beside the text: lanes by interval partition on line boxes, labels pushed down when their place is
// taken, and a density bar for what does not fit. Pure; all lengths in CSS pixels of the sheet.

/** A coding's place: from the top of its first line to the bottom of its last. */
export type LineBox = { readonly id: number; readonly top: number; readonly bottom: number };
export type Stripe = LineBox & { readonly lane: number };
/** Codings that got no lane of their own, as one bar. */
export type Density = { readonly top: number; readonly bottom: number; readonly ids: readonly number[] };
export type Lanes = {
  readonly stripes: readonly Stripe[];
  readonly density: readonly Density[];
  /** How many lanes are in use, the density bar's not counted. */
  readonly lanes: number;
};

export const MAX_LANES = 12;
/** From the text to the first lane, and from the last lane to the labels. */
export const GAP = 18;
export const LANE_STEP = 9;
export const STRIPE_WIDTH = 5;
export const LABEL_STEP = 17;

/**
 * Gives every box the first lane that is free on all its lines. Boxes in one lane never share a pixel; from lane `max` on they are
 * gathered in density bars that don't overlap each other. No box is dropped.
 */
export function layLanes(boxes: readonly LineBox[], max = MAX_LANES): Lanes {
  const sorted = [...boxes].sort((a, b) => a.top - b.top || b.bottom - a.bottom || a.id - b.id);
  const ends: number[] = [];
  const stripes: Stripe[] = [];
  const crowded: LineBox[] = [];
  for (const box of sorted) {
    const free = ends.findIndex((end) => end <= box.top);
    const lane = free < 0 ? ends.length : free;
    if (lane >= max) {
      crowded.push(box);
      continue;
    }
    ends[lane] = box.bottom;
    stripes.push({ ...box, lane });
  }
  return { stripes, density: gather(crowded), lanes: ends.length };
}

export type Label = { readonly id: number; readonly lane: number; readonly anchor: number; readonly y: number };

/**
 * One label per stripe, at the middle of its first visible line (`lineHeight` tall, never above `from`), at least LABEL_STEP below the one before.
 * `anchor` is where the leader leaves the stripe, `y` the middle of the label.
 */
export function placeLabels(stripes: readonly Stripe[], lineHeight: number, from = Number.NEGATIVE_INFINITY): Label[] {
  const labels: Label[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const visible = stripes
    .map((stripe) => ({ stripe, top: firstVisibleLine(stripe, lineHeight, from) }))
    .sort((a, b) => a.top - b.top || a.stripe.lane - b.stripe.lane);
  for (const { stripe, top } of visible) {
    const wished = top + lineHeight / 2 - 3;
    const y = Math.max(wished, last + LABEL_STEP);
    last = y;
    labels.push({ id: stripe.id, lane: stripe.lane, anchor: Math.min(wished, stripe.bottom - 4), y });
  }
  return labels;
}

function firstVisibleLine(stripe: Stripe, lineHeight: number, from: number): number {
  return stripe.top >= from || stripe.bottom - lineHeight <= from ? stripe.top : from;
}

function gather(boxes: readonly LineBox[]): Density[] {
  const bars: { top: number; bottom: number; ids: number[] }[] = [];
  for (const box of boxes) {
    const last = bars.at(-1);
    if (last && box.top < last.bottom) {
      last.bottom = Math.max(last.bottom, box.bottom);
      last.ids.push(box.id);
    } else bars.push({ top: box.top, bottom: box.bottom, ids: [box.id] });
  }
  return bars;
}
