// Writes invented talk as the files that people come with, so that what a reader gives can be laid beside what went in.

import type { Speech } from '../../src/domain/interview.ts';
import { table as docxTable, docxWithBody, escapeXml, makeDocx } from './docx.ts';
import { makeOdt, odtTable, odtWithBody } from './odt.ts';
import { makeRtf, rtfTable, rtfWithBody } from './rtf.ts';

/** Speech whose speaker and time (ms) are known. */
export type Said = { readonly speaker: string; readonly timeMs: number; readonly text: string };

export type Writer = {
  readonly name: string;
  /** The times that the format can say are whole multiples of this many ms. */
  readonly step: number;
  readonly write: (talk: readonly Said[]) => Promise<Uint8Array> | Uint8Array | string;
};

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** `00:01:23`, with `.340` when asked. */
function clock(ms: number, point = ''): string {
  const whole = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`;
  return point === '' ? whole : `${whole}${point}${String(ms % 1000).padStart(3, '0')}`;
}

const f4 = (ms: number): string => `#${clock(ms)}-${Math.floor((ms % 1000) / 100)}#`;
const cue = (said: Said, point: string): string => `${clock(said.timeMs, point)} --> ${clock(said.timeMs + 500, point)}`;
const json = (value: unknown): string => JSON.stringify(value);
const rows = (talk: readonly Said[]): string[][] => talk.map((said) => [clock(said.timeMs), said.speaker, said.text]);
const labelled = (said: Said): string => `[${clock(said.timeMs)}] ${said.speaker}: ${said.text}`;
const segment = (said: Said): object => ({ start: said.timeMs / 1000, end: said.timeMs / 1000 + 0.5, text: ` ${said.text}` });

export const WRITERS: readonly Writer[] = [
  {
    name: 'Teams VTT',
    step: 1,
    write: (talk) =>
      `WEBVTT\n\n${talk.map((said) => `${cue(said, '.')}\n<v ${said.speaker}>${escapeXml(said.text)}</v>`).join('\n\n')}`,
  },
  {
    name: 'Zoom VTT',
    step: 1,
    write: (talk) =>
      `WEBVTT\n\n${talk.map((said, n) => `${n + 1}\n${cue(said, '.')}\n${said.speaker}: ${escapeXml(said.text)}`).join('\n\n')}`,
  },
  {
    name: 'SRT',
    step: 1,
    write: (talk) =>
      talk.map((said, n) => `${n + 1}\r\n${cue(said, ',')}\r\n${said.speaker}: ${escapeXml(said.text)}`).join('\r\n\r\n'),
  },
  {
    name: 'noScribe TXT',
    step: 1000,
    write: (talk) => talk.map((said) => `${said.speaker} [${clock(said.timeMs)}]: ${said.text}`).join('\n\n'),
  },
  {
    name: 'noScribe HTML',
    step: 1,
    write: (talk) =>
      `<!DOCTYPE HTML>\n<html><body>${talk.map((said) => `<p><a name="ts_${said.timeMs}_${said.timeMs + 500}_${said.speaker}" >${said.speaker}: ${escapeXml(said.text)}</a></p>`).join('\n')}</body></html>`,
  },
  {
    name: 'Amberscript TXT',
    step: 1000,
    write: (talk) => talk.map((said) => `${clock(said.timeMs)}\n${said.speaker}:\n${said.text}\n`).join('\n'),
  },
  {
    name: 'Amberscript JSON',
    step: 1,
    write: (talk) =>
      json({
        speakers: [...new Set(talk.map((said) => said.speaker))].map((name) => ({ spkid: `spk ${name}`, name })),
        segments: talk.map((said) => ({
          speaker: `spk ${said.speaker}`,
          words: said.text.split(' ').map((text) => ({ text, start: said.timeMs / 1000 })),
        })),
      }),
  },
  {
    name: 'oTranscribe',
    step: 1,
    write: (talk) =>
      json({
        text: talk
          .map(
            (said) =>
              `<p><span class="timestamp" contenteditable="false" data-timestamp="${said.timeMs / 1000}">${clock(said.timeMs)}</span>${said.speaker}: ${escapeXml(said.text)}</p>`,
          )
          .join(''),
        media: '',
        'media-time': 0,
      }),
  },
  { name: 'f4', step: 100, write: (talk) => talk.map((said) => `${f4(said.timeMs)} ${said.speaker}: ${said.text}`).join('\r\n') },
  {
    name: 'Otter',
    step: 1000,
    write: (talk) => talk.map((said) => `${said.speaker}  ${clock(said.timeMs)}\n${said.text}\n`).join('\n'),
  },
  {
    name: 'WhisperX JSON',
    step: 1,
    write: (talk) => json({ segments: talk.map((said) => ({ ...segment(said), speaker: said.speaker })) }),
  },
  {
    name: 'whisper.cpp JSON',
    step: 1,
    write: (talk) =>
      json({
        transcription: talk.map((said) => ({
          offsets: { from: said.timeMs, to: said.timeMs + 500 },
          text: ` ${said.text}`,
          speaker: said.speaker,
        })),
      }),
  },
  {
    name: 'WhisperX TSV',
    step: 1,
    write: (talk) =>
      `start\tend\ttext\n${talk.map((said) => `${said.timeMs}\t${said.timeMs + 500}\t[${said.speaker}]: ${said.text}`).join('\n')}\n`,
  },
  { name: 'docx', step: 1000, write: (talk) => makeDocx(talk.map(labelled)) },
  { name: 'docx with a table', step: 1000, write: (talk) => docxWithBody(docxTable(rows(talk))) },
  { name: 'odt', step: 1000, write: (talk) => makeOdt(talk.map(labelled)) },
  { name: 'odt with a table', step: 1000, write: (talk) => odtWithBody(odtTable(rows(talk))) },
  { name: 'rtf', step: 1000, write: (talk) => makeRtf(talk.map(labelled)) },
  { name: 'rtf with a table', step: 1000, write: (talk) => rtfWithBody(rtfTable(rows(talk))) },
];

/** The talk as a reader should give it: nothing joined, nothing lost. */
export function asTurns(talk: readonly Speech[]): string[] {
  return talk.map((said) => `${said.speaker}@${said.timeMs}|${said.text}`);
}
