// One door for every transcript file: recognises the format by its content, not by its ending, unless it is told what the file is, and
// says in one sentence why a file can't be read.

import { DraadError } from '../domain/error.ts';
import {
  type Left,
  type PassedLabel,
  type ReadFile,
  type Speech,
  TRANSCRIPT_KINDS,
  type TranscriptFormat,
} from '../domain/interview.ts';
import type { LabelMend } from '../domain/speakers.ts';
import { type Comment, type DocumentContent, speechesOfDocument } from './document.ts';
import { readDocx } from './docx.ts';
import { decodeText } from './encoding.ts';
import { finish } from './finish.ts';
import { readJsonTranscript } from './json-transcript.ts';
import { keyOf, type LabelRules } from './labels.ts';
import { makerOf } from './maker.ts';
import { readNoScribeHtml } from './noscribe-html.ts';
import { readOdt } from './odt.ts';
import { readPdf } from './pdf.ts';
import { recogniseBinary, recogniseText, type TextKind } from './recognise.ts';
import { readRtf } from './rtf.ts';
import { readTextTranscript } from './text-file.ts';
import { readVttTranscript } from './vtt.ts';
import { readWhisperTsv } from './whisper-tsv.ts';

export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Of the labels that were not taken for a speaker, these many are told, the most frequent first. */
const MOST_PASSED = 30;

/** `as`: what the file is, whatever it looks like. `mends`: what the researcher said of labels. */
export type FileToRead = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly as?: TranscriptFormat | null;
  readonly mends?: readonly LabelMend[];
};

/** Reads what TRANSCRIPT_KINDS names. Throws `refused` with the reason for everything else. */
export async function readTranscript({ name, bytes, as = null, mends = [] }: FileToRead): Promise<ReadFile> {
  if (bytes.length === 0) throw refused('The file is empty');
  if (bytes.length > MAX_FILE_BYTES) throw refused(`The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB`);
  const passed = new Map<string, PassedLabel>();
  const rules: LabelRules = {
    said: new Map(mends.map((mend) => [keyOf(mend.label), mend.speaker])),
    passed: (label) => passed.set(keyOf(label.label), { ...label, line: label.line.slice(0, 200) }),
  };
  const { format, maker, speeches, comments = [], left = [] } = await readByContent(bytes, name, as, rules);
  const done = finish(speeches, comments, mends);
  if (done.transcript.turns.length === 0)
    throw refused(as === null ? 'The file has no text in it' : `The file has no text in it that can be read as ${as}`);
  const often = [...passed.values()].sort((a, b) => b.count - a.count).slice(0, MOST_PASSED);
  return { ...done, format, maker, passed: often, left };
}

type Content = {
  readonly format: TranscriptFormat;
  readonly maker: string | null;
  readonly speeches: readonly Speech[];
  readonly comments?: readonly Comment[];
  readonly left?: readonly Left[];
};

async function readByContent(bytes: Uint8Array, name: string, as: TranscriptFormat | null, rules: LabelRules): Promise<Content> {
  const binary = as === null ? await recogniseBinary(bytes) : isDocument(as) ? as : null;
  if (typeof binary === 'string') {
    const { blocks, comments, left } = await DOCUMENTS[binary](bytes, rules);
    return { format: binary, maker: null, speeches: speechesOfDocument(blocks, rules), comments, left };
  }
  if (binary) throw seems(binary.seems);
  const text = decodeText(bytes);
  if (text === null) throw refused('The file is not text, and not a kind of document that can be read');
  const kind = as === null ? recogniseText(text) : as === 'otr' ? 'json' : isDocument(as) ? 'text' : as;
  if (typeof kind !== 'string') throw seems(kind.seems);
  // Any text can be a talk, but what calls itself a table or a page and is none that we know would be an interview of nonsense.
  if (as === null && kind === 'text' && NO_TALK.test(name)) throw seems('a table or a page without a transcript in it');
  const content = readText(text, kind, rules);
  if (!content) throw seems('a JSON file without a transcript in it');
  return content;
}

type DocumentFormat = 'docx' | 'odt' | 'rtf' | 'pdf';

const DOCUMENTS: Readonly<
  Record<DocumentFormat, (bytes: Uint8Array, rules: LabelRules) => DocumentContent | Promise<DocumentContent>>
> = { docx: readDocx, odt: readOdt, rtf: readRtf, pdf: readPdf };

function isDocument(format: TranscriptFormat): format is DocumentFormat {
  return format in DOCUMENTS;
}

function readText(text: string, format: TextKind, rules: LabelRules): Content | null {
  switch (format) {
    case 'vtt':
    case 'srt':
    case 'sbv':
      return { format, maker: format === 'vtt' ? makerOf(text, 'vtt') : null, speeches: readVttTranscript(text, rules) };
    case 'noscribe':
      return { format, maker: 'noScribe', speeches: readNoScribeHtml(text) };
    case 'tsv':
      return { format, maker: 'Whisper', speeches: readWhisperTsv(text, rules) };
    case 'json': {
      const talk = readJsonTranscript(text, rules);
      return talk && { format: talk.maker === 'oTranscribe' ? 'otr' : 'json', ...talk };
    }
    case 'text':
      return { format, maker: makerOf(text, 'text'), speeches: readTextTranscript(text, rules) };
  }
}

const NO_TALK = /\.(tsv|json|otr|html?)$/i;

function seems(what: string): DraadError {
  return refused(`The file seems to be ${what}; ${TRANSCRIPT_KINDS} can be read`);
}

function refused(reason: string): DraadError {
  return new DraadError('refused', reason);
}
