// The page's one way to the core: the same calls and events in the desktop window and in a browser.
// It knows how to reach the host and nothing of what is asked.

import type { Answer, FileToSave, MenuCommand, MenuState, Saved, ToCopy } from '../src/contract/door.ts';
import type { Progress } from '../src/contract/index.ts';

export type { Answer, FileToSave, MenuCommand, MenuState, Progress, Saved, ToCopy };

/** `opening`: which project a change is meant for. */
export type CallOptions = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly opening?: string | null;
};

/**
 * changed: read these nouns again. everything: events may have been missed, read all again. command: a menu item of the desktop.
 * lost: the core stopped and calls that ran were answered `internal`; when `restarted`, a new one has opened the project again if it
 * could, and all is to be read again.
 */
export type BridgeEvent =
  | { readonly kind: 'changed'; readonly nouns: readonly string[] }
  | { readonly kind: 'everything' }
  | { readonly kind: 'command'; readonly command: MenuCommand }
  | { readonly kind: 'lost'; readonly restarted: boolean };

export type Bridge = {
  readonly kind: 'desktop' | 'web';
  /** Never rejects. After `signal` aborts it still waits for the core's own answer: `cancelled`, or done if it was too late. */
  readonly call: (name: string, input: unknown, options?: CallOptions) => Promise<Answer>;
  /** Answers with the function that ends the listening. */
  readonly onEvent: (listener: (event: BridgeEvent) => void) => () => void;
  /** Desktop only: the person picks a project file and it is opened; `cancelled` when they picked none. */
  readonly pickProject?: () => Promise<Answer>;
  /** Another window (a tab in a browser) on the same project. */
  readonly openWindow: () => Promise<void>;
  readonly saveFile: (file: FileToSave) => Promise<Saved>;
  /** Desktop only, where a page may not write on the clipboard itself: the host does. Rejects when it can't be copied. */
  readonly copy?: (what: ToCopy) => Promise<void>;
  /** Desktop only: what the Edit menu says. */
  readonly setMenu?: (state: MenuState) => Promise<void>;
};
