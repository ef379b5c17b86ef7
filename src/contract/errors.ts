// One table from what went wrong to what a door says about it: an HTTP status, and the exit code of a command.

import type { ErrorCode } from '../domain/error.ts';

export const httpStatus = {
  'invalid-input': 400,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  'in-use': 423,
  'not-a-project': 422,
  cancelled: 499,
  'no-space': 507,
  'not-writable': 403,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;

/** 2 is wrong use, 4 is not done. (0 is done; 3, some files refused and the others imported, is no error.) */
export const exitCode = {
  'invalid-input': 2,
  'not-found': 4,
  conflict: 4,
  refused: 4,
  'in-use': 4,
  'not-a-project': 4,
  cancelled: 4,
  'no-space': 4,
  'not-writable': 4,
  internal: 4,
} as const satisfies Record<ErrorCode, number>;
