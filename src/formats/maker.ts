// Which program wrote a text, by the marks that only it sets. To be told to the person; nothing is read differently for it.

const SAMPLE = 20_000;

const VTT: readonly (readonly [RegExp, string])[] = [
  [/<v S\d\d>|^NOTE\s[^\n]*noScribe/im, 'noScribe'],
  [/^Kind: captions/m, 'YouTube'],
  [/<v [^>]+>/, 'Teams'],
  [/-->[^\n]*\n[^\n:<>]{1,63}: /, 'Zoom'],
];

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/#\d\d:\d\d:\d\d-\d#/, 'f4 / MAXQDA'],
  [/#\d{1,2}:\d\d:\d\d#/, 'ATLAS.ti'],
  [/^S\d\d(?: \[\d\d:\d\d:\d\d\])?:/m, 'noScribe'],
  [/^\d\d:\d\d:\d\d\r?\n(?:Spreker|Speaker) \d+:/m, 'Amberscript'],
  [/^\S[^\n:]{0,60} {2}\d{1,2}:\d\d(?::\d\d)?[ \t]*$/m, 'Otter'],
];

/** The program that wrote a WebVTT file or a plain text; null when nothing shows it. */
export function makerOf(text: string, kind: 'vtt' | 'text'): string | null {
  const sample = text.slice(0, SAMPLE);
  return (kind === 'vtt' ? VTT : PLAIN).find(([pattern]) => pattern.test(sample))?.[1] ?? null;
}
