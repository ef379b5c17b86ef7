// The states of the window that are looked at: by axe, for anything that spills over, and as pictures.

import { analysis } from './analysis.ts';
import { codebook } from './codebook.ts';
import { fragments } from './fragments.ts';
import { memos } from './memos.ts';
import { start } from './start.ts';
import type { State } from './state.ts';
import { window } from './window.ts';
import { workspace } from './workspace.ts';

export type { State } from './state.ts';

export const states: readonly State[] = [...start, ...workspace, ...codebook, ...memos, ...fragments, ...analysis, ...window];
