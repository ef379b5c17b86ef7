// The editor room in one line. Nothing outside it knows lexical.

export type { MemoBlockKind, MemoCaret } from './memo-editing.ts';
export { NO_CARET } from './memo-editing.ts';
export { MemoEditor, type MemoEditorHandle } from './memo-editor.tsx';
export { type Draft, inText, savedDraft, startDraft, typeDraft } from './splices.ts';
export { TurnEditor, type TurnEditorHandle } from './turn-editor.tsx';
export type { TurnHead } from './turn-node.ts';
export type { EditAsk, EditedTurn, Refusal, TurnContent } from './turns.ts';
