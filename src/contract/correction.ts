// Correcting a transcript beyond its words: turns split, joined and given to another speaker; the speakers of the whole project; and the
// codings that lost their text by it.

import { done, id, name, nothing, offset, operation, z } from './operation.ts';

const text = { interviewId: id, textVersion: z.int() };
const turn = z.int().nonnegative().describe('the index of a turn, from 0');
const DAY_MS = 86_400_000;

export const speakerRow = z.strictObject({
  speaker: z.string().nullable().describe('the label as the turns have it; null: turns without one'),
  interviewIds: z.array(id),
  turns: z.int(),
  words: z.int(),
  participants: z.array(z.string()).describe('the participants that speak under this label'),
  asks: z.boolean().describe('the interviewer, as it is taken now'),
  said: z.boolean().describe('the researcher has said so; else it follows from labels and participants'),
});
export type SpeakerRow = z.infer<typeof speakerRow>;

const foundPlace = z.strictObject({
  start: offset,
  end: offset,
  turn: z.int(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
});

export const toCheckRow = z.strictObject({
  id,
  interviewId: id,
  interview: z.string(),
  at: offset.describe('where its text was'),
  turn: z.int(),
  codeId: id,
  code: z.string(),
  coder: z.string(),
  quote: z.string().describe('the text it was on'),
  found: z.array(foundPlace).describe('where that text stands now, the likeliest first'),
  sure: z
    .boolean()
    .describe(
      'the first of these is the place: it clearly has more of the old words around it than any other, or is long and the only one',
    ),
});
export type ToCheckRow = z.infer<typeof toCheckRow>;

export const correctionOperations = {
  'turn.split': operation(
    'change',
    'Splits turns at offsets inside them; white space around a split goes, the new turn has the same speaker and no time, and codings follow.',
    z.strictObject({ ...text, at: z.array(offset).min(1).max(100_000) }),
    z.strictObject({ textVersion: z.int(), turns: z.int() }),
  ),
  'turn.join': operation(
    'change',
    'Joins a turn to the next one; a space comes between them, and it keeps its own speaker and time.',
    z.strictObject({ ...text, turn }),
    z.strictObject({ textVersion: z.int(), turns: z.int() }),
  ),
  'turn.setSpeaker': operation(
    'change',
    'Gives turns another speaker, or none.',
    z.strictObject({ ...text, turns: z.array(turn).min(1).max(100_000), speaker: name.nullable() }),
    done,
  ),
  'turn.setTime': operation(
    'change',
    'Gives a turn another time from the start of the recording, or none.',
    z.strictObject({ ...text, turn, timeMs: z.int().nonnegative().max(DAY_MS).nullable() }),
    done,
  ),
  'speaker.list': operation(
    'read',
    'The speakers of the project by their labels: where and how much they speak, as which participants, and who asks the questions.',
    nothing,
    z.strictObject({ speakers: z.array(speakerRow) }),
  ),
  'speaker.rename': operation(
    'change',
    'Gives a speaker another label, in all interviews or in some; a label that is there already takes the turns in, and participants keep theirs.',
    z.strictObject({ from: z.string().max(1000).nullable(), to: name, interviewIds: z.array(id).max(100_000).optional() }),
    z.strictObject({ turns: z.int(), interviews: z.int(), participants: z.int() }),
  ),
  'speaker.setAsks': operation(
    'change',
    'Says whether a speaker asks the questions or answers them; null leaves it to labels and participants again.',
    z.strictObject({ speaker: name, asks: z.boolean().nullable() }),
    done,
  ),
  'toCheck.list': operation(
    'read',
    'The codings whose text was corrected away, each with its old quote and the places where that now stands.',
    z.strictObject({ interviewId: id.optional() }),
    z.strictObject({ codings: z.array(toCheckRow) }),
  ),
  'toCheck.restore': operation(
    'change',
    'Puts codings that lost their text back on their old quote, where it is sure which place that is; the others go on waiting.',
    z.strictObject({ ids: z.array(id).min(1).max(100_000) }),
    z.strictObject({ restored: z.array(id), left: z.array(id) }),
  ),
} as const;
