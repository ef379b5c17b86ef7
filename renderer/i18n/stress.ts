// Where stressed words begin and end in a sentence. In our own texts they are written `<b>…</b>`; before names of people and codes go into
// them these become two signs that nobody types, so that a code may be called `<b>` too.

const [BEGIN, END] = ['\uE000', '\uE001'];

export const STRESS = new RegExp(`[${BEGIN}${END}]`);

/** The texts with those signs instead of tags. */
export function withStress<T>(texts: T): T {
  return JSON.parse(JSON.stringify(texts).replaceAll('<b>', BEGIN).replaceAll('</b>', END));
}
