// The project: one file, one study. What is in it, whether it is sound, and its own history of changes.

import { done, id, language, name, nothing, offset, operation, z } from './operation.ts';

export const historyEntry = z.strictObject({
  id,
  operation: z.string(),
  subject: z.string(),
  subjectEn: z.string().describe('the same with the English labels of codes; empty when that is no different'),
  interview: z.string().describe('the interview it was in; empty when it was not in one'),
  turn: z.int().nullable().describe('the number of the turn it was at, from 1'),
  coder: z.string(),
  at: z.string(),
  undone: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** in-use: another program has it open. not-writable: the file or its folder can't be written. */
const readOnlyWhy = z.enum(['in-use', 'not-writable']).nullable();

export const projectSummary = z.strictObject({
  name: z.string(),
  counts: z.strictObject({
    interviews: z.int(),
    sets: z.int(),
    codes: z.int(),
    themes: z.int(),
    codings: z.int(),
    coders: z.int(),
    memos: z.int(),
  }),
  savedAt: z.string().nullable().describe('when the last change was committed, ISO 8601 UTC'),
  readOnly: z.boolean(),
  readOnlyWhy,
  undo: historyEntry.nullable(),
  redo: historyEntry.nullable(),
});
export type ProjectSummary = z.infer<typeof projectSummary>;

const span = z.strictObject({ start: offset, end: offset });

export const projectOperations = {
  'project.get': operation('read', 'The project in numbers, and what undo and redo would do.', nothing, projectSummary),
  'project.rename': operation('change', 'Gives the project another name.', z.strictObject({ name }), done),
  'project.check': operation(
    'read',
    'Checks the file and every invariant: {"ok":true}, or each one that is broken.',
    nothing,
    z.union([
      z.strictObject({ ok: z.literal(true) }),
      z.strictObject({ ok: z.literal(false), broken: z.array(z.strictObject({ rule: z.string(), detail: z.string() })) }),
    ]),
  ),
  'history.list': operation(
    'read',
    'The changes made in this project, newest first; `before` goes on below an entry that was listed.',
    z.strictObject({ limit: z.int().positive().max(20_000).default(100), before: id.nullable().default(null) }),
    z.strictObject({ entries: z.array(historyEntry), total: z.int() }),
  ),
  'history.undo': operation('change', 'Takes the last change back.', nothing, z.strictObject({ entry: historyEntry.nullable() })),
  'history.redo': operation(
    'change',
    'Does the change again that was taken back last.',
    nothing,
    z.strictObject({ entry: historyEntry.nullable() }),
  ),
  'history.goTo': operation(
    'change',
    'Steps back or forward to just after an entry of the history (null: to before the first), all steps or none.',
    z.strictObject({ entryId: id.nullable() }),
    z.strictObject({ entry: historyEntry.nullable(), steps: z.int().describe('how many; below zero: back') }),
  ),
  'position.get': operation(
    'read',
    'Where the person was: what the window remembered under a key.',
    z.strictObject({ key: z.string().max(100) }),
    z.strictObject({ value: z.json().nullable() }),
  ),
  'position.set': operation(
    'remember',
    'Remembers where the person is; not part of the history.',
    z.strictObject({ key: z.string().max(100), value: z.json() }),
    done,
  ),
  'search.text': operation(
    'read',
    'Finds words in all transcripts, without regard to case and accents; a phrase between quotation marks; a star ends a beginning of a word.',
    z.strictObject({
      query: z.string().max(500),
      interviewId: id.nullable().default(null),
      limit: z.int().positive().max(20_000).default(200),
      around: z
        .boolean()
        .default(false)
        .describe('also where the sentence and the turn of each hit begin and end, and who speaks'),
    }),
    z.strictObject({
      total: z.int(),
      interviews: z.int(),
      hits: z.array(
        z.strictObject({
          interviewId: id,
          interview: z.string(),
          set: z.string(),
          turn: z.int().describe('the number of the turn it begins in, from 1'),
          start: z.int(),
          end: z.int(),
          before: z.string(),
          text: z.string(),
          after: z.string(),
          around: z
            .strictObject({
              textVersion: z.int(),
              sentence: span,
              turn: span,
              asks: z.boolean().describe('the interviewer says it'),
            })
            .optional(),
        }),
      ),
    }),
  ),
} as const;

const keyText = z.string().min(1).max(40);
/** What the person set, the same in every window. `keys`: the keys of a command by its name, where they are not as they come. */
const settings = {
  language,
  theme: z.enum(['system', 'light', 'dark']),
  textSize: z.int().min(15).max(21).describe('of what people said, in px'),
  face: z.enum(['serif', 'sans', 'clear']).describe('of what people said; clear: a face of this computer with letters far apart'),
  keys: z.record(z.string().max(60), z.array(keyText).max(4)),
};

export const workbenchOperations = {
  'workbench.get': operation(
    'workbench',
    'What the start screen shows: the language, the coder, where projects are kept, and the projects there.',
    nothing,
    z.strictObject({
      version: z.string(),
      settings: z.strictObject({ ...settings, coder: z.string() }),
      folder: z.string(),
      open: z
        .strictObject({
          name: z.string(),
          readOnly: z.boolean(),
          readOnlyWhy,
          sample: z.boolean(),
          opening: z.string().describe('says which project this is; a change sent with another one is refused'),
        })
        .nullable(),
      projects: z.array(
        z.strictObject({
          key: z.string(),
          name: z.string(),
          folder: z.string(),
          changedAt: z.string(),
          place: z.string().nullable(),
          missing: z.boolean().describe('it was opened here, and its file is not there now'),
          forgotten: z.boolean().describe('the person took it off the list of the start screen'),
        }),
      ),
      sampleInterviews: z.int(),
    }),
  ),
  'workbench.openSample': operation(
    'workbench',
    'Opens the copy of the sample project; `reset` throws the copy away and takes a fresh one.',
    z.strictObject({ reset: z.boolean().default(false) }),
    done,
  ),
  'workbench.create': operation(
    'workbench',
    'Makes an empty project in the projects folder and opens it.',
    z.strictObject({ name }),
    done,
  ),
  'workbench.open': operation(
    'workbench',
    'Opens a project the start screen listed, by its key.',
    z.strictObject({ key: z.string() }),
    done,
  ),
  'workbench.forget': operation(
    'workbench',
    'Takes a project off the list of the start screen. Its file stays as it is.',
    z.strictObject({ key: z.string() }),
    done,
  ),
  'workbench.close': operation('workbench', 'Closes the open project.', nothing, done),
  'workbench.settings': operation(
    'workbench',
    'Changes what the person set: language, theme, size and face of the text, keys, or the coder under whose name codings are made.',
    z.strictObject({ ...settings, coder: name }).partial(),
    done,
  ),
} as const;
