// One invented interview: a conversation of two, in turns of sentences, as text and as the file it would come in.

import { toTranscript } from '../../../src/domain/interview.ts';
import type { TextRange } from '../../../src/domain/text.ts';
import type { Random } from './random.ts';

export type Talk = {
  /** The text as the program will store it. */
  readonly text: string;
  /** What the participant says, sentence by sentence; sentences of one turn have its number in common. */
  readonly sentences: readonly (TextRange & { readonly turn: number })[];
  /** As a text file with a label before each turn. */
  readonly file: string;
  readonly words: number;
};

export const INTERVIEWER = 'Interviewer';

/** A talk of about `words` words (never fewer). `word` draws the next word. */
export function makeTalk(words: number, participant: string, word: () => string, random: Random): Talk {
  const turns: { speaker: string; sentences: string[] }[] = [];
  let said = 0;
  while (said < words) {
    const asks = turns.length % 2 === 0;
    const sentences = Array.from({ length: asks ? random.whole(1, 2) : random.whole(1, 9) }, () => {
      const length = asks ? random.whole(4, 12) : random.whole(3, 24);
      said += length;
      return makeSentence(length, asks, word, random);
    });
    turns.push({ speaker: asks ? INTERVIEWER : participant, sentences });
  }
  const speeches = turns.map(({ speaker, sentences }) => ({ speaker, timeMs: null, text: sentences.join(' ') }));
  const transcript = toTranscript(speeches);
  return {
    text: transcript.text,
    sentences: turns.flatMap(({ speaker, sentences }, turn) =>
      speaker === participant ? placeSentences(sentences, turn, transcript.turns[turn]?.start ?? 0) : [],
    ),
    file: `${speeches.map(({ speaker, text }) => `${speaker}: ${text}`).join('\n\n')}\n`,
    words: said,
  };
}

function makeSentence(length: number, question: boolean, word: () => string, random: Random): string {
  let sentence = '';
  for (let n = 0; n < length; n++) {
    const next = word();
    const comma = n < length - 1 && random.chance(0.06) ? ',' : '';
    sentence += n === 0 ? next.charAt(0).toUpperCase() + next.slice(1) + comma : ` ${next}${comma}`;
  }
  return sentence + (question ? '?' : random.chance(0.06) ? ' …' : '.');
}

function placeSentences(sentences: readonly string[], turn: number, start: number): Talk['sentences'] {
  let at = start;
  return sentences.map((sentence) => {
    const place = { turn, start: at, end: at + sentence.length };
    at += sentence.length + 1;
    return place;
  });
}
