// The editor room in one line. Nothing outside it knows lexical.

export { type Draft, inText, savedDraft, startDraft, typeDraft } from './splices.ts';
export { TurnEditor, type TurnEditorHandle } from './turn-editor.tsx';
export type { TurnHead } from './turn-node.ts';
export type { EditAsk, EditedTurn, Refusal, TurnContent } from './turns.ts';
