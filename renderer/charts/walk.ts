// Walking the marks of a chart with the keyboard. Pure: places in, the next place out.

/** A mark has a row and a column; not every row has every column (a triangle has not). */
export type Place = { readonly row: number; readonly column: number };

export type Step = 'left' | 'right' | 'up' | 'down' | 'rowStart' | 'rowEnd' | 'first' | 'last';

/** The step that a key means in a chart, or null. */
export function stepOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): Step | null {
  if (altKey || shiftKey) return null;
  const far = ctrlKey || metaKey;
  if (key === 'Home') return far ? 'first' : 'rowStart';
  if (key === 'End') return far ? 'last' : 'rowEnd';
  if (far) return null;
  return ARROWS.get(key) ?? null;
}

const ARROWS: ReadonlyMap<string, Step> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

/** The mark one step on; the same one at the edge. In a row that is shorter the last mark is taken. Undefined without marks. */
export function walk<M extends Place>(marks: readonly M[], from: Place, step: Step): M | undefined {
  const own = marks.filter((mark) => mark.row === from.row).toSorted((a, b) => a.column - b.column);
  switch (step) {
    case 'left':
      return own.findLast((mark) => mark.column < from.column) ?? own[0];
    case 'right':
      return own.find((mark) => mark.column > from.column) ?? own.at(-1);
    case 'rowStart':
      return own[0];
    case 'rowEnd':
      return own.at(-1);
    case 'first':
      return marks[0];
    case 'last':
      return marks.at(-1);
    case 'up':
    case 'down':
      return inNextRow(marks, from, step === 'up' ? -1 : 1) ?? own.find((mark) => mark.column === from.column);
  }
}

function inNextRow<M extends Place>(marks: readonly M[], from: Place, way: 1 | -1): M | undefined {
  const rows = marks.map((mark) => mark.row).filter((row) => (row - from.row) * way > 0);
  if (rows.length === 0) return undefined;
  const row = way > 0 ? Math.min(...rows) : Math.max(...rows);
  const next = marks.filter((mark) => mark.row === row);
  return next.toSorted((a, b) => Math.abs(a.column - from.column) - Math.abs(b.column - from.column))[0];
}
