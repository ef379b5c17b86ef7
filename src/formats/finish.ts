// From speech to a transcript: what the researcher said of labels is done, and the comments get their places in the text.

import { cleanText, type FileComment, type Speech, type Transcript, toTranscript } from '../domain/interview.ts';
import { sentencesIn } from '../domain/sentence.ts';
import type { LabelMend } from '../domain/speakers.ts';
import type { TextRange } from '../domain/text.ts';
import { type Comment, marksAround } from './document.ts';
import { keyOf } from './labels.ts';
import { rangeBetween, takeMarks } from './marks.ts';

/** The transcript of this speech. A comment on a point, or on no words, is on the sentence there. */
export function finish(
  speeches: readonly Speech[],
  comments: readonly Comment[],
  mends: readonly LabelMend[],
): { readonly transcript: Transcript; readonly comments: readonly FileComment[] } {
  const said = mended(speeches, mends).map((speech) => ({ speech, ...takeMarks(speech.text, cleanText) }));
  const transcript = toTranscript(said.map(({ speech, text }) => ({ ...speech, text })));
  const places = new Map<number, number>();
  let turn = 0;
  for (const { text, places: inSpeech } of said) {
    const start = transcript.turns[turn]?.start ?? transcript.text.length;
    for (const [mark, at] of inSpeech) places.set(mark, start + at);
    if (text !== '') turn++;
  }
  return { transcript, comments: comments.map((comment) => placed(comment, places, transcript)) };
}

function mended(speeches: readonly Speech[], mends: readonly LabelMend[]): readonly Speech[] {
  if (mends.length === 0) return speeches;
  const byKey = new Map(mends.map((mend) => [keyOf(mend.label), mend]));
  return speeches.map((speech) => {
    const mend = speech.speaker === null ? undefined : byKey.get(keyOf(speech.speaker));
    if (!mend || speech.speaker === null) return speech;
    // What is no speaker stays where it was written: before the words.
    if (!mend.speaker) return { ...speech, speaker: null, text: `${speech.speaker}: ${speech.text}` };
    return { ...speech, speaker: mend.as ?? speech.speaker };
  });
}

function placed({ number, author, at, text }: Comment, places: ReadonlyMap<number, number>, transcript: Transcript): FileComment {
  const [startMark, endMark] = marksAround(number);
  const start = places.get(startMark) ?? places.get(endMark);
  const end = places.get(endMark) ?? start;
  const range =
    start === undefined || end === undefined
      ? null
      : (rangeBetween(transcript.text, start, end) ?? sentenceAt(transcript, start));
  return { range, author, at, text };
}

/** The sentence that a place is in or right behind; the next one where it is before all. */
function sentenceAt({ text, turns }: Transcript, at: number): TextRange | null {
  const turn = turns.find((each) => each.end >= at) ?? turns.at(-1);
  if (!turn) return null;
  const sentences = sentencesIn(text, turn);
  return sentences.findLast((sentence) => sentence.start < at) ?? sentences[0] ?? null;
}
