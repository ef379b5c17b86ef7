// Guide questions: where the same question was put in every interview, and what was answered.

import { id, offset, operation, z } from './operation.ts';

export const questionOperations = {
  'question.answers': operation(
    'read',
    'Where an interviewer’s question was put in all interviews, as far as its words tell, and the answers: best first.',
    z.strictObject({ interviewId: id, turn: z.int().nonnegative().describe('an interviewer’s turn, from 0') }),
    z.strictObject({
      question: z.string(),
      candidates: z.array(
        z.strictObject({
          interviewId: id,
          interview: z.string(),
          set: z.string(),
          textVersion: z.int(),
          turn: z.int().nonnegative().describe('the turn of the question, from 0'),
          question: z.string(),
          likeness: z.number().min(0).max(1),
          suggested: z.boolean().describe('the best of its interview, and alike enough'),
          start: offset.describe('the answer: the turns of others until the interviewer speaks again'),
          end: offset,
          words: z.int().nonnegative(),
          answer: z.string().describe('how the answer begins'),
        }),
      ),
      without: z.array(z.string()).describe('the interviews where nothing like it was found'),
    }),
  ),
} as const;
