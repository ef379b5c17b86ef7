// Every operation and the function that does it. A missing or wrong one does not compile.

import type { OperationName } from '../contract/index.ts';
import { analysisHandlers } from './analysis.ts';
import { codeHandlers } from './codes.ts';
import { codingHandlers } from './codings.ts';
import { codingTableHandlers } from './codings-table.ts';
import { turnHandlers } from './correction.ts';
import { interviewHandlers } from './interviews.ts';
import { memoHandlers } from './memos.ts';
import { participantHandlers } from './participants.ts';
import { pinHandlers } from './pins.ts';
import { projectHandlers } from './project.ts';
import { questionHandlers } from './questions.ts';
import { quoteHandlers } from './quotes.ts';
import { reportHandlers } from './report.ts';
import { searchHandlers } from './search.ts';
import type { Handler } from './session.ts';
import { speakerHandlers } from './speakers.ts';
import { workbenchHandlers } from './start.ts';
import { toCheckHandlers } from './to-check.ts';

export const handlers: { readonly [N in OperationName]: Handler<N> } = {
  ...workbenchHandlers,
  ...projectHandlers,
  ...interviewHandlers,
  ...turnHandlers,
  ...speakerHandlers,
  ...toCheckHandlers,
  ...participantHandlers,
  ...codeHandlers,
  ...pinHandlers,
  ...codingHandlers,
  ...codingTableHandlers,
  ...memoHandlers,
  ...questionHandlers,
  ...searchHandlers,
  ...quoteHandlers,
  ...analysisHandlers,
  ...reportHandlers,
};
