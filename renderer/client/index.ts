// The client in one line: what screens import to read, change and remember.

export { type ChangeOptions, type RunOptions, runChange } from './change.ts';
export { changedPart } from './changed-part.ts';
export {
  type Client,
  call,
  createClient,
  fetchRead,
  type Notice,
  prefetchRead,
  refreshRound,
  showTrouble,
  type Trouble,
} from './client.ts';
export {
  CodingProvider,
  type CodingTarget,
  useCodeUnderText,
  useCoding,
  useDropHint,
  useProvideCoding,
  useSelectedCode,
} from './coding-target.tsx';
export { type Change, type Read, useChange, useClient, useGoToStep, useRead, useRun, useUndo } from './hooks.ts';
export { type Json, rememberPosition, usePosition } from './position.ts';
export { BridgeProvider } from './provider.tsx';
export { useKeepSettings } from './settings.ts';
export { createStore, type Store, useStore } from './store.ts';
export { switching } from './switch-project.ts';
export { useUnkept } from './unkept.ts';
