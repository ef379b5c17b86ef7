// Deepgram's answer: utterances when they were asked for, else paragraphs, else words, per channel of the recording.

import type { Speech } from '../domain/interview.ts';
import { type JsonObject, objectOf, objectsIn, textOf } from './json.ts';
import { joinPieces } from './pieces.ts';
import { fromSeconds } from './times.ts';

/** The speech in the `results` of Deepgram; null when there is none. */
export function readDeepgram(results: JsonObject): Speech[] | null {
  const utterances = objectsIn(results.utterances);
  if (utterances.length > 0) return inOrder(utterances.flatMap((said) => speechOf(said, said.transcript, said.channel)));
  const channels = objectsIn(results.channels);
  const perChannel = channels.map((channel, index) => channelOf(channel, channels.length > 1 ? index : null));
  return perChannel.length > 0 ? inOrder(perChannel.flat()) : null;
}

function channelOf(channel: JsonObject, number: number | null): Speech[] {
  const best = objectsIn(channel.alternatives)[0] ?? {};
  const paragraphs = objectsIn(objectOf(best.paragraphs).paragraphs);
  if (paragraphs.length > 0) return paragraphs.flatMap((paragraph) => speechOf(paragraph, sentencesOf(paragraph), number));
  const words = objectsIn(best.words).flatMap((word) => speechOf(word, word.punctuated_word ?? word.word, number));
  if (words.length > 0) return joinPieces(words.map((word) => ({ ...word, endMs: null, named: word.speaker !== null })));
  return speechOf({}, best.transcript, number);
}

function sentencesOf(paragraph: JsonObject): string {
  return objectsIn(paragraph.sentences)
    .flatMap((sentence) => textOf(sentence.text) ?? [])
    .join(' ');
}

function speechOf(said: JsonObject, words: unknown, channel: unknown): Speech[] {
  const text = textOf(words);
  return text === null ? [] : [{ speaker: whoSpeaks(said.speaker, channel), timeMs: fromSeconds(said.start), text }];
}

// The speakers are counted in each channel; in the first, or the only one, the number of the channel says nothing.
function whoSpeaks(speaker: unknown, channel: unknown): string | null {
  const inChannel = typeof channel === 'number' && channel > 0 ? `Channel ${channel}` : null;
  if (typeof speaker !== 'number' || !Number.isSafeInteger(speaker)) return inChannel ?? (channel === 0 ? 'Channel 0' : null);
  return inChannel === null ? `Speaker ${speaker}` : `Speaker ${speaker} (${inChannel})`;
}

function inOrder(speeches: readonly Speech[]): Speech[] {
  return speeches.toSorted((a, b) => (a.timeMs ?? 0) - (b.timeMs ?? 0));
}
