// Interviews, the sets they belong to and the people in them.

import { cleanName, MAX_NAME } from '../domain/code.ts';
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

const importAnswer = z.strictObject({
  imported: z.array(z.strictObject({ interview: z.string(), file: z.string(), turns: z.int(), words: z.int() })),
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
    'Reads one file without keeping it: turns, speakers and words, or why it is refused.',
    z.strictObject({ file: interviewFile }),
    z.strictObject({
      file: z.string(),
      turns: z.int(),
      words: z.int(),
      speakers: z.array(z.string()),
      times: z.boolean(),
      present: z.string().nullable(),
      refused: z.string().nullable(),
    }),
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
