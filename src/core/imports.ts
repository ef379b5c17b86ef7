// Transcripts coming in: what would come of a file, and reading files into a set, with what the researcher said of their labels and with
// the comments beside their text as memos.

import { createHash } from 'node:crypto';
import type { Output, Parsed } from '../contract/index.ts';
import { nameKey } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { freeName, nameFromFile, type ReadFile, TRANSCRIPT_KINDS, type Transcript } from '../domain/interview.ts';
import { askingLabels, type LabelMend } from '../domain/speakers.ts';
import { countWithin, floorToGrapheme, wordStarts } from '../domain/text.ts';
import type { FileToRead } from '../formats/transcript.ts';
import type { ReadableDb } from '../store/database.ts';
import { ensureSet, getInterviewNameByHash, insertInterview, listInterviewNameKeys } from '../store/interviews.ts';
import { countSpeakers, listLabelMends, listSpeakerMarks, replaceLabelMends, setSpeakerMark } from '../store/speakers.ts';
import { keepComments } from './comments.ts';
import type { Call, ChangeCall, ReadCall } from './session.ts';

/** How much of a transcript a preview shows: turns, and UTF-16 units of each. */
const SHOWN_TURNS = 40;
const SHOWN_TEXT = 600;

export async function previewFile(
  call: ReadCall,
  { file, as, mends }: Parsed<'interview.preview'>,
): Promise<Output<'interview.preview'>> {
  const said = mends ?? rememberedMends(call.db);
  const source = toSource(file, as, said);
  const present = getInterviewNameByHash(call.db, hashOf(source.bytes));
  const read = await tryRead(call, source);
  if (typeof read === 'string') return { ...NOTHING, file: file.name, present, refused: read };
  const { format, maker, transcript, passed, comments, left } = read;
  const { turns, text } = transcript;
  const starts = wordStarts(text);
  const asking = new Set(askingIn(call.db, transcript, said));
  return {
    file: file.name,
    format,
    maker,
    turns: turns.length,
    words: starts.length,
    speakers: [...Map.groupBy(turns, (turn) => turn.speaker)].flatMap(([label, own]) =>
      label === null
        ? []
        : [
            {
              label,
              turns: own.length,
              words: own.reduce((sum, turn) => sum + countWithin(starts, turn), 0),
              asks: asking.has(label),
            },
          ],
    ),
    passed: [...passed],
    times: turns.filter((turn) => turn.timeMs !== null).length,
    questions: countQuestions(transcript, asking),
    comments: comments.length,
    left: [...left],
    start: turns.slice(0, SHOWN_TURNS).map(({ start, end, speaker, timeMs }) => ({
      speaker,
      timeMs,
      text: text.slice(start, floorToGrapheme(text, Math.min(end, start + SHOWN_TEXT))),
    })),
    present,
    refused: null,
  };
}

const NOTHING: Omit<Output<'interview.preview'>, 'file'> = {
  format: null,
  maker: null,
  turns: 0,
  words: 0,
  speakers: [],
  passed: [],
  times: 0,
  questions: 0,
  comments: 0,
  left: [],
  start: [],
  present: null,
  refused: null,
};

/** What was said of labels at earlier imports, and of who asks the questions. */
export function rememberedMends(db: ReadableDb): LabelMend[] {
  const marks = new Map(listSpeakerMarks(db).map((mark) => [nameKey(mark.label), mark]));
  const mends = listLabelMends(db).map((mend): LabelMend => {
    const key = nameKey(mend.as ?? mend.label);
    return { ...mend, asks: mend.speaker ? (marks.get(key)?.asks ?? null) : null };
  });
  const told = new Set(mends.map((mend) => nameKey(mend.label)));
  const others = [...marks]
    .filter(([key]) => !told.has(key))
    .map(([, { label, asks }]) => ({ label, speaker: true, as: null, asks }));
  return [...mends, ...others];
}

/** The labels of who asks, by what is said of labels now and what the project knows of them. */
function askingIn(db: ReadableDb, { turns }: Transcript, mends: readonly LabelMend[]): string[] {
  const marks = new Map(listSpeakerMarks(db).map(({ label, asks }) => [nameKey(label), asks]));
  for (const { label, as, asks } of mends) if (asks !== null) marks.set(nameKey(as ?? label), asks);
  return askingLabels(
    turns.map((turn) => turn.speaker),
    [],
    marks,
  );
}

function countQuestions({ text, turns }: Transcript, asking: ReadonlySet<string>): number {
  const asked = asking.size === 0 ? turns : turns.filter(({ speaker }) => speaker !== null && asking.has(speaker));
  return asked.reduce((sum, turn) => sum + (text.slice(turn.start, turn.end).match(/\?(?=["'”’)\]]*(?:\s|$))/g)?.length ?? 0), 0);
}

type Answer = Output<'interview.import'>;

export async function importInterviews(call: ChangeCall, input: Parsed<'interview.import'>): Promise<Answer> {
  const answer: { [K in keyof Answer]: Answer[K][number][] } = { imported: [], present: [], refused: [] };
  const { db } = call;
  const mends = input.mends ?? rememberedMends(db);
  const taken = listInterviewNameKeys(db);
  for (const [index, file] of input.files.entries()) {
    call.signal?.throwIfAborted();
    call.progress({ done: index, total: input.files.length, note: file.name });
    const source = toSource(file, input.as, mends);
    const sha256 = hashOf(source.bytes);
    const present = getInterviewNameByHash(db, sha256);
    if (present !== null) {
      answer.present.push({ interview: present, file: file.name });
      continue;
    }
    const read = await tryRead(call, source);
    if (typeof read === 'string') {
      answer.refused.push({ file: file.name, reason: read });
      continue;
    }
    answer.imported.push(keep(call, input, file.name, sha256, read, taken));
  }
  if (input.mends !== null) keepMends(call, input.mends);
  call.progress({ done: input.files.length, total: input.files.length, note: '' });
  call.about(answer.imported.length === 1 ? (answer.imported[0]?.interview ?? '') : `${answer.imported.length} · ${input.set}`);
  return answer;
}

/** Puts what was read into the project, under a name that is free. */
function keep(
  call: ChangeCall,
  { set, city, date, collector, commentCode }: Parsed<'interview.import'>,
  file: string,
  sha256: string,
  { transcript, comments }: ReadFile,
  taken: Set<string>,
): Answer['imported'][number] {
  const { db } = call;
  const name = freeName(nameFromFile(file), taken);
  taken.add(nameKey(name));
  const words = wordStarts(transcript.text).length;
  const about = { name, city, date, collector, file, sha256, words, transcript };
  const id = insertInterview(db, { ...about, setId: ensureSet(db, set), textVersion: call.effects.newTextVersion() });
  keepComments(call, id, transcript.text, comments, commentCode);
  return { interview: name, file, turns: transcript.turns.length, words, comments: comments.length };
}

/** The next import begins with these. Who asks is said only of who is there. */
function keepMends({ db }: ChangeCall, mends: readonly LabelMend[]): void {
  replaceLabelMends(db, mends);
  const speakers = new Map(
    countSpeakers(db).flatMap(({ speaker }) => (speaker === null ? [] : [[nameKey(speaker), speaker] as const])),
  );
  for (const { label, as, speaker, asks } of mends) {
    const there = speakers.get(nameKey(as ?? label));
    if (speaker && asks !== null && there !== undefined) setSpeakerMark(db, there, asks);
  }
}

// Text that is clearly no talk: a codebook or codings dropped among the transcripts would become an interview of nonsense.
const OTHER_KINDS = /\.(csv|xml|draad)$/i;

/** What the file holds, or why it is refused. Errors: `cancelled`. */
async function tryRead(call: Call, file: FileToRead): Promise<ReadFile | string> {
  if (file.as === null && OTHER_KINDS.test(file.name)) return `This is not a transcript: ${TRANSCRIPT_KINDS} can be read`;
  try {
    return await call.effects.readTranscript(file, call.signal);
  } catch (error) {
    if (error instanceof DraadError && error.code === 'refused') return error.message;
    throw error;
  }
}

function toSource(file: { name: string; base64: string }, as: FileToRead['as'], mends: readonly LabelMend[]): FileToRead {
  return { name: file.name, bytes: new Uint8Array(Buffer.from(file.base64, 'base64')), as: as ?? null, mends };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
