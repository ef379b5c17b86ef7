// A quote as it is read: the coded text, with as much around it as makes its sentence whole.

export type QuoteContext = { readonly before: string; readonly text: string; readonly after: string };

const SENTENCE_END = /[.!?…]['"’”)\]]*\s+/gu;
const ENDS_A_SENTENCE = /[.!?…]['"’”)\]]*$/u;
const BEGINS_A_SENTENCE = /^['"‘“([]*[\p{Lu}\p{N}]/u;

/**
 * Of the text around a quote (cut at words), only what its own sentence and paragraph hold; '' where the quote begins or ends a
 * sentence. Where the context breaks off inside a sentence, `…` says so.
 */
export function sentenceContext({ before, text, after }: QuoteContext): QuoteContext {
  return { before: lead(before), text, after: ENDS_A_SENTENCE.test(text) ? '' : trail(after) };
}

/** What stands in the same sentence before the quote. */
function lead(before: string): string {
  const paragraph = before.slice(before.lastIndexOf('\n') + 1);
  const last = [...paragraph.matchAll(SENTENCE_END)].at(-1);
  const words = last ? paragraph.slice(last.index + last[0].length) : paragraph.trimStart();
  return words === '' || last || BEGINS_A_SENTENCE.test(words) ? words : `… ${words}`;
}

/** What stands in the same sentence after the quote. */
function trail(after: string): string {
  const paragraph = (after.split('\n', 1)[0] ?? '').trimEnd();
  const end = /[.!?…]['"’”)\]]*(?=\s|$)/u.exec(paragraph);
  if (end) return paragraph.slice(0, end.index + end[0].length);
  return paragraph === '' ? '' : `${paragraph} …`;
}
