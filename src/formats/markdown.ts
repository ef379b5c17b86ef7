// Text that goes out as Markdown: what people said or typed must come out as it is, never as a heading, a list, a link or HTML.

/** Inside a line. */
export function harmless(text: string): string {
  return text.replace(/[\\*_`[\]<>#|~&]/g, '\\$&');
}

/** The beginning of a line that is harmless inside: no item of a list, no rule, and no underlining that makes a heading of the line before. */
export function harmlessStart(line: string): string {
  return line.trimStart().replace(/^(?=[-+](?:\s|$)|-{2,}\s*$|=+\s*$)|^\d{1,9}(?=[.)](?:\s|$))/, '$&\\');
}

/** A text of any number of lines. */
export function harmlessText(text: string): string {
  return text
    .split('\n')
    .map((line) => harmlessStart(harmless(line)))
    .join('\n');
}
