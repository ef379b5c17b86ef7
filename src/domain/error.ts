// What can go wrong, as a word for machines and a sentence for people. Doors map the word to an exit code or HTTP status.

export type ErrorCode =
  | 'invalid-input' // the call's words do not fit the operation's schema
  | 'not-found' // a named project, interview, code … is not there
  | 'conflict' // it changed since it was read, or a name is taken
  | 'refused' // it could be done, but must not be: a damaged file, a cycle in the tree
  | 'in-use' // another process owns the project
  | 'not-a-project' // the file is something else, damaged, or made by a newer version
  | 'cancelled' // the person stopped it; nothing changed
  | 'no-space' // the disk is full; nothing of this change was kept
  | 'not-writable' // the place can't be written or read: no right to it, or it is no folder
  | 'internal'; // a fault of ours

export type Failure = { readonly code: ErrorCode; readonly message: string; readonly at?: string };

/** An error a person can act on. `message` is one sentence in English; the window translates by `code` and shows it as detail. */
export class DraadError extends Error {
  readonly code: ErrorCode;
  readonly at: string | undefined;

  constructor(code: ErrorCode, message: string, at?: string) {
    super(message);
    this.name = 'DraadError';
    this.code = code;
    this.at = at;
  }
}
