// Draws the scene: stripes, their leaders and labels, lines under overlaps and line numbers. For the eye and the mouse; for the keyboard and
// screen readers there is the list of codings per turn, and the numbers on the density bars (density.tsx).

import { memo, type PointerEvent, type ReactNode } from 'react';
import type { Geometry } from './geometry.ts';
import { GAP, LANE_STEP, STRIPE_WIDTH, type Stripe } from './lanes.ts';
import type { Mark } from './model.ts';
import type { Scene } from './scene.ts';
import './stripes.css';

type Props = {
  readonly scene: Scene;
  readonly geometry: Geometry;
  readonly lanes: number;
  /** Who coded this interview. */
  readonly coders: ReadonlySet<string>;
  readonly litId: number | null;
  /** `top`: where on the sheet the mouse is. */
  readonly onHover: (id: number | null, top: number | null) => void;
  readonly onSelect: (id: number) => void;
};

/** With less, coders stand beside a label by their first letters: the name of the code comes first. Pointing says who it is. */
const ROOM_FOR_NAMES = 150;
/** With less, a name would be two or three letters: the stripes stand alone then, and pointing or the list of codings says which they are. */
const ROOM_FOR_LABELS = 48;
/** A stripe ends this far from the edge of its line, so that neighbours part. */
const INSET = 3;

export const Stripes = memo(function Stripes({ scene, geometry, lanes, coders, litId, onHover, onSelect }: Props) {
  const x0 = geometry.textRight + GAP;
  // Beside a density bar the labels stay clear of how many it stands for.
  const barX = barLeft(scene, geometry);
  const labelX = lanes < scene.most ? x0 + lanes * LANE_STEP + 9 : barX + 27;
  // In a narrow pane the speakers stand above the text, and the numbers close to it.
  const numberX = geometry.textLeft > 60 ? 28 : 24;
  const { marks } = scene;
  const room = geometry.width - labelX - 4;
  const labels = room < ROOM_FOR_LABELS && lanes > 0 ? [] : scene.labels;
  const over = (event: PointerEvent) =>
    onHover(codingOf(event.target), event.clientY - event.currentTarget.getBoundingClientRect().top + 18);
  const press = (event: { readonly target: EventTarget }) => {
    const id = codingOf(event.target);
    if (id !== null) onSelect(id);
  };
  return (
    <div className="beside" aria-hidden="true" onPointerOver={over} onPointerLeave={() => onHover(null, null)} onClick={press}>
      <svg className="stripes" aria-hidden="true" width={geometry.width} height={geometry.height}>
        {scene.lines.map((line) => (
          <path key={line.key} className={`depth-line c${line.hue}`} d={`M${line.x1} ${line.y}H${line.x2}`} />
        ))}
        {scene.numbers.map(({ line, y }) => (
          <text key={line} className="line-number num" x={numberX} y={y + 4}>
            {line}
          </text>
        ))}
        {scene.stripes.map((stripe) => (
          <StripeMark
            key={stripe.id}
            stripe={stripe}
            x={x0 + stripe.lane * LANE_STEP}
            mark={marks.get(stripe.id)}
            lit={stripe.id === litId}
          />
        ))}
        {scene.density.map((bar) => (
          <rect
            key={bar.ids[0]}
            className="density"
            x={barX}
            y={bar.top + INSET}
            width={STRIPE_WIDTH}
            height={bar.bottom - bar.top - 2 * INSET}
            rx={1}
          />
        ))}
        {labels.map((label) => {
          const hue = marks.get(label.id)?.colour.hue ?? 1;
          const from = x0 + label.lane * LANE_STEP + STRIPE_WIDTH + 1.5;
          return (
            <path
              key={label.id}
              className={`leader c${hue}`}
              d={`M${from} ${label.anchor}H${labelX - 9}L${labelX - 3} ${label.y}`}
            />
          );
        })}
      </svg>
      {labels.map((label) => {
        const mark = marks.get(label.id);
        return mark ? (
          <span
            key={label.id}
            data-coding={label.id}
            className={`label${label.id === litId ? ' lit' : ''}${mark.provisional ? ' provisional' : ''}`}
            style={{ left: labelX, top: label.y - 8, maxWidth: room }}
          >
            <span className="label-name">{mark.name}</span>
            {coders.size > 1 ? (
              <span className="label-coder">{room < ROOM_FOR_NAMES ? initialsOf(mark.coder, coders) : mark.coder}</span>
            ) : null}
            {mark.key ? <span className="label-key">★</span> : null}
          </span>
        ) : null;
      })}
    </div>
  );
});

/** Where density bars stand: after the lanes. */
export function barLeft({ most }: Pick<Scene, 'most'>, { textRight }: Pick<Geometry, 'textRight'>): number {
  return textRight + GAP + most * LANE_STEP;
}

function StripeMark({
  stripe,
  x,
  mark,
  lit,
}: {
  readonly stripe: Stripe;
  readonly x: number;
  readonly mark: Mark | undefined;
  readonly lit: boolean;
}): ReactNode {
  if (!mark) return null;
  const y = stripe.top + INSET;
  const height = stripe.bottom - stripe.top - 2 * INSET;
  return (
    <g
      data-coding={stripe.id}
      className={`stripe c${mark.colour.hue}${lit ? ' lit' : ''}${mark.provisional ? ' provisional' : ''}`}
    >
      <rect className="hit" x={x - 2} y={y} width={LANE_STEP} height={height} />
      {mark.colour.form === 'solid' ? <rect className="solid" x={x} y={y} width={STRIPE_WIDTH} height={height} rx={1} /> : null}
      {mark.colour.form === 'hollow' ? (
        <rect className="hollow" x={x + 0.75} y={y + 0.75} width={STRIPE_WIDTH - 1.5} height={height - 1.5} rx={1} />
      ) : null}
      {mark.colour.form === 'dashed' ? <path className="dashed" d={`M${x + STRIPE_WIDTH / 2} ${y}V${y + height}`} /> : null}
    </g>
  );
}

function codingOf(target: EventTarget): number | null {
  const id = target instanceof Element ? target.closest('[data-coding]')?.getAttribute('data-coding') : null;
  return id ? Number(id) : null;
}

/** The fewest first letters that tell a coder from the others. */
function initialsOf(name: string, among: ReadonlySet<string>): string {
  const letters = [...name];
  const others = [...among].filter((other) => other !== name);
  const enough = letters.findIndex((_, n) => !others.some((other) => other.startsWith(letters.slice(0, n + 1).join(''))));
  return letters.slice(0, Math.max(enough, 0) + 1).join('');
}
