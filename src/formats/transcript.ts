// One door for every transcript file: recognises the format by its content, not by its ending, and says in one sentence why a
// file can't be read.

import { DraadError } from '../domain/error.ts';
import { TRANSCRIPT_KINDS, type Transcript } from '../domain/interview.ts';
import { readDocx } from './docx.ts';
import { decodeText } from './encoding.ts';
import { readJsonTranscript } from './json-transcript.ts';
import { readNoScribeHtml } from './noscribe-html.ts';
import { readOdt } from './odt.ts';
import { recogniseBinary, recogniseText, type TextKind } from './recognise.ts';
import { readRtf } from './rtf.ts';
import { readTextTranscript } from './text-file.ts';
import { readVttTranscript } from './vtt.ts';
import { readWhisperTsv } from './whisper-tsv.ts';

export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Reads what TRANSCRIPT_KINDS names. Throws `refused` with the reason for everything else. */
export async function readTranscript(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Transcript> {
  const { bytes } = file;
  if (bytes.length === 0) throw refused('The file is empty');
  if (bytes.length > MAX_FILE_BYTES) throw refused(`The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB`);
  const transcript = await readByContent(bytes, file.name);
  if (transcript.turns.length === 0) throw refused('The file has no text in it');
  return transcript;
}

async function readByContent(bytes: Uint8Array, name: string): Promise<Transcript> {
  const binary = await recogniseBinary(bytes);
  if (binary === 'docx') return readDocx(bytes);
  if (binary === 'odt') return readOdt(bytes);
  if (binary === 'rtf') return readRtf(bytes);
  if (binary) throw seems(binary.seems);
  const text = decodeText(bytes);
  if (text === null) throw refused('The file is not text, and not a kind of document that can be read');
  const kind = recogniseText(text);
  if (typeof kind !== 'string') throw seems(kind.seems);
  // Any text can be a talk, but what calls itself a table or a page and is none that we know would be an interview of nonsense.
  if (kind === 'text' && NO_TALK.test(name)) throw seems('a table or a page without a transcript in it');
  const transcript = READERS[kind](text);
  if (!transcript) throw seems('a JSON file without a transcript in it');
  return transcript;
}

const READERS: Readonly<Record<TextKind, (text: string) => Transcript | null>> = {
  captions: readVttTranscript,
  noScribe: readNoScribeHtml,
  whisperTsv: readWhisperTsv,
  json: readJsonTranscript,
  text: readTextTranscript,
};

const NO_TALK = /\.(tsv|json|otr|html?)$/i;

function seems(what: string): DraadError {
  return refused(`The file seems to be ${what}; ${TRANSCRIPT_KINDS} can be read`);
}

function refused(reason: string): DraadError {
  return new DraadError('refused', reason);
}
