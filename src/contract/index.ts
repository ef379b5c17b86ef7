// The table of contents of Rode Draad: everything that can be asked from outside, by whichever door.

import type { ErrorCode } from '../domain/error.ts';
import { analysisOperations } from './analysis.ts';
import { codeOperations } from './code.ts';
import { codingOperations } from './coding.ts';
import { correctionOperations } from './correction.ts';
import { interviewOperations } from './interview.ts';
import { memoOperations } from './memo.ts';
import type { z } from './operation.ts';
import { projectOperations, workbenchOperations } from './project.ts';
import { questionOperations } from './question.ts';
import { quoteOperations } from './quote.ts';

export const contract = {
  ...workbenchOperations,
  ...projectOperations,
  ...interviewOperations,
  ...correctionOperations,
  ...codeOperations,
  ...codingOperations,
  ...memoOperations,
  ...questionOperations,
  ...quoteOperations,
  ...analysisOperations,
} as const;

export type Contract = typeof contract;
export type OperationName = keyof Contract;
/** What a caller sends: fields with a default may be left out. */
export type Input<N extends OperationName> = z.input<Contract[N]['input']>;
/** What a handler gets: parsed, with defaults filled in. */
export type Parsed<N extends OperationName> = z.output<Contract[N]['input']>;
export type Output<N extends OperationName> = z.output<Contract[N]['output']>;

export type Failure = { readonly code: ErrorCode; readonly message: string; readonly at?: string };
export type Answer<N extends OperationName = OperationName> =
  | { readonly ok: true; readonly value: Output<N>; readonly changed: readonly string[] }
  | { readonly ok: false; readonly error: Failure };

/** How far long work is; `note` names what is being worked on (a file, an interview). */
export type Progress = { readonly done: number; readonly total: number; readonly note: string };

export const operationNames = Object.keys(contract) as OperationName[];

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(contract, name);
}
