// Interviews, the sets they belong to and the people in them.

import { cleanName, MAX_NAME } from '../domain/code.ts';
import { LEFT_KINDS, TRANSCRIPT_FORMATS } from '../domain/interview.ts';
import { date, done, id, name, nothing, offset, operation, z } from './operation.ts';

const optionalText = z.string().transform(cleanName).pipe(z.string().max(MAX_NAME));
export const interviewFile = z.strictObject({
  name: z.string().min(1).max(500),
  base64: z.string().describe('the bytes of the file in base64'),
});

export const interviewRow = z.strictObject({
  id,
  name: z.string(),
  setId: id,
  set: z.string(),
  city: z.string(),
  date: z.string(),
  collector: z.string(),
  file: z.string(),
  turns: z.int(),
  words: z.int(),
  codings: z.int(),
  codedTurns: z.int().describe('turns that a coding touches'),
  toCheck: z.int().describe('codings whose text was corrected away'),
  participants: z.array(
    z.strictObject({ id, name: z.string(), speaker: z.string(), attributes: z.record(z.string(), z.string()) }),
  ),
});
export type InterviewRow = z.infer<typeof interviewRow>;

export const interviewText = z.strictObject({
  id,
  name: z.string(),
  textVersion: z.int(),
  text: z.string(),
  turns: z.array(z.strictObject({ start: offset, end: offset, speaker: z.string().nullable(), timeMs: z.int().nullable() })),
  asking: z.array(z.string()).describe('the speakers who ask the questions'),
});
export type InterviewText = z.infer<typeof interviewText>;

const label = z.string().trim().min(1).max(1000);
/** What the researcher says of a label, for all files of an import. */
export const labelMend = z.strictObject({
  label,
  speaker: z.boolean().describe('false: what looks like a label is text'),
  as: name.nullable().default(null).describe('the label it is one with'),
  asks: z.boolean().nullable().default(null).describe('whether it asks the questions; null: nothing said'),
});
export type LabelMend = z.infer<typeof labelMend>;

const reading = {
  as: z.enum(TRANSCRIPT_FORMATS).nullable().default(null).describe('what the file is, whatever it looks like'),
  mends: z
    .array(labelMend)
    .max(2000)
    .nullable()
    .default(null)
    .describe('what is said of labels; null: what was said at the last import'),
};

export const filePreview = z.strictObject({
  file: z.string(),
  format: z.enum(TRANSCRIPT_FORMATS).nullable().describe('null when it is refused'),
  maker: z.string().nullable().describe('the program that wrote it, when it shows'),
  turns: z.int(),
  words: z.int(),
  speakers: z.array(z.strictObject({ label: z.string(), turns: z.int(), words: z.int(), asks: z.boolean() })),
  passed: z
    .array(z.strictObject({ label: z.string(), count: z.int(), line: z.string() }))
    .describe('what looks like a label and was not taken for a speaker, with the first line of it'),
  times: z.int().describe('turns with a time'),
  questions: z.int().describe('sentences that end in a question mark, of who asks; of everybody when nobody is known to ask'),
  comments: z.int().describe('comments beside the text, which come along as memos'),
  left: z.array(z.strictObject({ kind: z.enum(LEFT_KINDS), count: z.int() })).describe('what does not come along'),
  start: z
    .array(z.strictObject({ speaker: z.string().nullable(), timeMs: z.int().nullable(), text: z.string() }))
    .describe('how the transcript begins'),
  present: z.string().nullable().describe('the interview that has this file already'),
  refused: z.string().nullable(),
});
export type FilePreview = z.infer<typeof filePreview>;

const importAnswer = z.strictObject({
  imported: z.array(
    z.strictObject({ interview: z.string(), file: z.string(), turns: z.int(), words: z.int(), comments: z.int() }),
  ),
  present: z.array(z.strictObject({ interview: z.string(), file: z.string() })),
  refused: z.array(z.strictObject({ file: z.string(), reason: z.string() })),
});
export type ImportAnswer = z.infer<typeof importAnswer>;

export const interviewOperations = {
  'interviewSet.list': operation(
    'read',
    'The interview sets in the order they were made.',
    nothing,
    z.strictObject({ sets: z.array(z.strictObject({ id, name: z.string(), interviews: z.int() })) }),
  ),
  'interviewSet.rename': operation('change', 'Gives an interview set another name.', z.strictObject({ id, name }), done),
  'interviewSet.delete': operation(
    'change',
    'Removes an interview set that has no interviews left.',
    z.strictObject({ id }),
    done,
  ),
  'interview.list': operation(
    'read',
    'All interviews with set, participants and how far they are coded.',
    nothing,
    z.strictObject({ interviews: z.array(interviewRow) }),
  ),
  'interview.get': operation(
    'read',
    'One transcript: the text that offsets count in, and its turns.',
    z.strictObject({ id }),
    interviewText,
  ),
  'interview.preview': operation(
    'read',
    'Reads one file without keeping it: its format, speakers, times and questions and how it begins, or why it is refused.',
    z.strictObject({ file: interviewFile, ...reading }),
    filePreview,
  ),
  'interview.mends': operation(
    'read',
    'What was said of speakers\u2019 labels before, with which the next import begins.',
    nothing,
    z.strictObject({ mends: z.array(labelMend) }),
  ),
  'interview.import': operation(
    'change',
    'Reads files into an interview set, all in one step; a file that is already there or can’t be read is named, the others go in.',
    z.strictObject({
      files: z.array(interviewFile).max(2000),
      set: name,
      city: optionalText.default(''),
      date: z.union([date, z.literal('')]).default(''),
      collector: optionalText.default(''),
      ...reading,
      commentCode: name.default('Comment').describe('the code under which comments beside the text become memos'),
    }),
    importAnswer,
  ),
  'interview.update': operation(
    'change',
    'Changes the name, set, city, date or collector of an interview.',
    z.strictObject({
      id,
      name: name.optional(),
      set: name.optional(),
      city: optionalText.optional(),
      date: z.union([date, z.literal('')]).optional(),
      collector: optionalText.optional(),
    }),
    done,
  ),
  'interview.delete': operation('change', 'Removes an interview with its codings and memos.', z.strictObject({ id }), done),
  'interview.correct': operation(
    'change',
    'Corrects the text of a transcript; codings follow, and one whose text is gone is kept apart as "to be checked".',
    z.strictObject({
      id,
      textVersion: z.int(),
      splices: z
        .array(z.strictObject({ at: offset, del: offset, ins: z.string().max(5_000_000) }))
        .min(1)
        .describe('ascending, in offsets of the text before'),
    }),
    z.strictObject({ textVersion: z.int(), toBeChecked: z.int() }),
  ),
  'participant.list': operation(
    'read',
    'The participants with their attributes, and the attributes in use.',
    nothing,
    z.strictObject({
      attributes: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
      participants: z.array(
        z.strictObject({ id, name: z.string(), interviews: z.array(z.string()), attributes: z.record(z.string(), z.string()) }),
      ),
    }),
  ),
  'participant.import': operation(
    'change',
    'Reads a participants sheet (CSV: interview, participant, optional speaker, then one column per attribute).',
    z.strictObject({ csv: z.string().max(20_000_000) }),
    z.strictObject({
      participants: z.int(),
      attributes: z.array(z.string()),
      refused: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
    }),
  ),
  'participant.update': operation(
    'change',
    'Changes the pseudonym or the attributes of a participant; an empty value removes the attribute.',
    z.strictObject({ id, name: name.optional(), attributes: z.record(name, optionalText).optional() }),
    done,
  ),
} as const;
