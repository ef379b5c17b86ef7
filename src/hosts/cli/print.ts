// Tables and bars for a terminal.

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of `width` cells, filled for a share of 0 to 1. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const full = '█'.repeat(Math.floor(eighths / 8));
  return (full + (EIGHTHS[eighths % 8] ?? '')).padEnd(width);
}

/** Rows under a header, columns aligned; the columns in `right` to the right. */
export function alignTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string[] {
  const widths = header.map((title, n) => Math.max(width(title), ...rows.map((row) => width(row[n] ?? ''))));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, n) =>
        right.includes(n) ? ' '.repeat((widths[n] ?? 0) - width(cell)) + cell : cell + ' '.repeat((widths[n] ?? 0) - width(cell)),
      )
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((w) => '─'.repeat(w)).join('  '), ...rows.map(line)];
}

function width(text: string): number {
  return [...text].length;
}
