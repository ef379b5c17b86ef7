// Times as they stand beside a turn.

/** `18:04`, from an hour on `1:02:03`; null without a time. */
export function clockOf(timeMs: number | null): string | null {
  if (timeMs === null) return null;
  const seconds = Math.floor(timeMs / 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}
