// A sentence with stressed words: `<b>…</b>` in a text becomes bold. Nothing else is markup, and nothing in the names that go into a sentence is.

import { STRESS } from './stress.ts';

export function Rich({ text }: { readonly text: string }) {
  const parts = text.split(STRESS);
  return parts.map((part, index) => {
    const key = `${index}:${part}`;
    return index % 2 === 1 ? <b key={key}>{part}</b> : <span key={key}>{part}</span>;
  });
}
