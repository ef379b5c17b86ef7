// Memos: what a researcher notes on the project, an interview, a code or a coding.

import { done, id, nothing, operation, z } from './operation.ts';

export const memoOperations = {
  'memo.set': operation(
    'change',
    'Writes the memo on the project, an interview, a code or a coding; an empty text removes it.',
    z.strictObject({
      on: z.enum(['project', 'interview', 'code', 'coding']),
      id: id.nullable().default(null),
      text: z.string().max(100_000),
    }),
    done,
  ),
  'memo.list': operation(
    'read',
    'All memos, newest first, with what they are on.',
    nothing,
    z.strictObject({
      memos: z.array(
        z.strictObject({
          id,
          on: z.enum(['project', 'interview', 'code', 'coding']),
          targetId: id.nullable(),
          subject: z.string(),
          text: z.string(),
          coder: z.string(),
          at: z.string(),
        }),
      ),
    }),
  ),
} as const;
