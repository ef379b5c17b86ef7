// What passes through a door, whichever it is: answers, progress, events, and the few things only a window asks for.
// The operations themselves are in index.ts; here an answer's value is still unknown. Types only.

import type { Failure, Progress } from './index.ts';

/** Plain JSON: the three doors give the same bytes for the same question. */
export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly changed: readonly string[] }
  | { readonly ok: false; readonly error: Failure };

/** `opening`: which project the caller means (`workbench.get` tells); a change for one that is not open any more is a `conflict`. */
export type Call = { readonly id: string; readonly name: string; readonly input: unknown; readonly opening: string | null };

/** `nouns` names what must be read again. `by`: the id of the call that did it, so that the window that made it, which reads again itself, can tell. */
export type EngineEvent = { readonly kind: 'changed'; readonly nouns: readonly string[]; readonly by?: string };

/** A text, or bytes as base64. */
export type FileToSave =
  | { readonly name: string; readonly mime: string; readonly text: string }
  | { readonly name: string; readonly mime: string; readonly base64: string };
/** A text, or a PNG image as base64. */
export type ToCopy = { readonly text: string } | { readonly png: string };
/** `where` is for showing; null when the browser chose the place itself. */
export type Saved = { readonly saved: boolean; readonly where: string | null };

/** What the desktop's menu bar shows: what undo and redo would do (null: nothing), in the language of the window, with the keys in force. */
export type MenuState = {
  readonly language: 'nl' | 'en';
  readonly undo: string | null;
  readonly redo: string | null;
  /** By the name of a command: `mod+shift+z`. */
  readonly keys?: Readonly<Record<string, string>>;
};

/** What a menu item asks of the page; a key in the page asks the same. */
export type MenuCommand =
  | 'project.new'
  | 'project.open'
  | 'project.close'
  | 'interview.import'
  | 'undo'
  | 'redo'
  | 'history'
  | 'palette'
  | 'settings'
  | 'keys';

/** What a host tells its window. `everything`: the window may have missed events and reads all again. */
export type HostMessage =
  | EngineEvent
  | { readonly kind: 'everything' }
  | { readonly kind: 'progress'; readonly id: string; readonly progress: Progress }
  | { readonly kind: 'command'; readonly command: MenuCommand }
  | { readonly kind: 'lost'; readonly restarted: boolean };

/** `window.draad`: all that the preload script gives the page of the desktop window. */
export type DesktopDoor = {
  readonly call: (id: string, name: string, input: unknown, opening?: string | null) => Promise<Answer>;
  readonly cancel: (id: string) => Promise<Answer>;
  readonly pickProject: () => Promise<Answer>;
  readonly openWindow: () => Promise<void>;
  readonly saveFile: (file: FileToSave) => Promise<Saved>;
  readonly copy: (what: ToCopy) => Promise<void>;
  readonly setMenu: (state: MenuState) => Promise<void>;
  readonly onMessage: (listener: (message: HostMessage) => void) => void;
};
