// How wide a text will be, without a browser: advance widths of Inter, rounded up, so that labels never run into each other. The
// fonts Inter falls back to are narrower.

// Hundredths of an em at weight 400, from the space to the tilde. All digits count as the widest: charts use tabular figures.
const FIRST = 0x20;
const ASCII = [
  29, 29, 47, 64, 65, 99, 65, 30, 37, 37, 51, 67, 29, 46, 29, 36, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 29, 31, 67, 67, 67, 52,
  97, 69, 66, 73, 73, 61, 59, 75, 75, 27, 58, 68, 57, 91, 76, 77, 64, 77, 65, 65, 65, 75, 69, 99, 69, 68, 63, 37, 36, 37, 48, 46,
  33, 57, 62, 58, 62, 59, 37, 62, 60, 25, 25, 55, 25, 88, 60, 60, 62, 62, 38, 53, 33, 60, 57, 82, 55, 57, 56, 43, 34, 43, 67,
];
const OTHERS: Readonly<Record<string, number>> = {
  '–': 50,
  '—': 100,
  '‘': 27,
  '’': 27,
  '“': 44,
  '”': 44,
  '…': 87,
  '·': 29,
  '×': 67,
  '€': 67,
};
const UNKNOWN = 66;
// Han, kana, hangul and emoji fill a square.
const WIDE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u;
const COMBINING = /[\p{Mark}\p{Cf}]/u;

export type TextStyle = { readonly size: number; readonly weight: number };

/** The width in px of a text in one line. */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  let hundredths = 0;
  for (const sign of text.normalize('NFD')) hundredths += signWidth(sign);
  // Semibold (600) is about a twentieth wider than regular.
  return (hundredths / 100) * size * (1 + ((weight - 400) / 200) * 0.05);
}

/** The text, cut and ended with `…` where it would be wider than `width` px. Never cuts inside a grapheme. */
export function fitText(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('nl').segment(text)) {
    if (textWidth(`${kept}${segment}…`, style) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** The text in at most `lines` lines of `width` px, broken at spaces; the last line is cut where the rest does not fit. */
export function wrapText(text: string, width: number, style: TextStyle, lines: number): string[] {
  const wrapped: string[] = [];
  let rest = text.trim();
  while (wrapped.length < lines - 1 && textWidth(rest, style) > width) {
    const words = rest.split(' ');
    let kept = words.length;
    while (kept > 0 && textWidth(words.slice(0, kept).join(' '), style) > width) kept--;
    if (kept === 0) break;
    wrapped.push(words.slice(0, kept).join(' '));
    rest = words.slice(kept).join(' ');
  }
  return [...wrapped, fitText(rest, width, style)];
}

function signWidth(sign: string): number {
  if (COMBINING.test(sign)) return 0;
  const known = ASCII[(sign.codePointAt(0) ?? 0) - FIRST] ?? OTHERS[sign];
  return known ?? (WIDE.test(sign) ? 110 : UNKNOWN);
}
