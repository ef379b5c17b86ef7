// Which keys run which command: as they come, with what the person changed. Pure, and the hook that reads the settings.

import { useMemo } from 'react';
import { useRead } from '../client/index.ts';
import { COMMANDS, type Command, commandOf, type Scope } from './table.ts';

/** What the person changed: all keys of a command; none at all is a choice too. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>;

export type Keymap = {
  readonly keysOf: (id: string) => readonly string[];
  /** The key to show with a command; null when it has none. */
  readonly shown: (id: string) => string | null;
  /** The command a key runs in a scope itself; null when it runs none there. */
  readonly commandFor: (scope: Scope, key: string) => string | null;
};

export function makeKeymap(own: OwnKeys = {}): Keymap {
  const keysOf = (id: string): readonly string[] => {
    const command = commandOf(id);
    return command?.fixed ? command.keys : (own[id] ?? command?.keys ?? []);
  };
  const runs = new Map<string, string>();
  for (const { id, scope, fixed } of COMMANDS) if (!fixed) for (const key of keysOf(id)) runs.set(`${scope} ${key}`, id);
  return {
    keysOf,
    shown: (id) => keysOf(id)[0] ?? null,
    commandFor: (scope, key) => runs.get(`${scope} ${key}`) ?? null,
  };
}

export const USUAL_KEYS = makeKeymap();

/** The command that has this key already where `of` works; null when the key is free for it. */
export function conflictOf(own: OwnKeys, of: Command, key: string): Command | null {
  const { keysOf } = makeKeymap(own);
  return COMMANDS.find((other) => other.id !== of.id && meet(other.scope, of.scope) && keysOf(other.id).includes(key)) ?? null;
}

/** In a memo its own keys come first: there they mean the text. */
function meet(a: Scope, b: Scope): boolean {
  if (a === 'memo' || b === 'memo') return a === b;
  return a === b || a === 'anywhere' || b === 'anywhere';
}

/** The keys after `key` was given to a command, and taken from the one that had it. */
export function withKey(own: OwnKeys, of: Command, key: string): OwnKeys {
  const { keysOf } = makeKeymap(own);
  const taken = conflictOf(own, of, key);
  const without = taken && !taken.fixed ? { [taken.id]: keysOf(taken.id).filter((other) => other !== key) } : {};
  return settled({ ...own, ...without, [of.id]: [key] });
}

/** Without what is as it comes anyway. */
export function settled(own: OwnKeys): OwnKeys {
  return Object.fromEntries(
    Object.entries(own).filter(([id, keys]) => {
      const command = commandOf(id);
      return command && !command.fixed && JSON.stringify(command.keys) !== JSON.stringify(keys);
    }),
  );
}

const NONE: OwnKeys = {};

/** The keys in force, the same in every window. */
export function useKeymap(): Keymap {
  const own = useOwnKeys();
  return useMemo(() => makeKeymap(own), [own]);
}

export function useOwnKeys(): OwnKeys {
  return useRead('workbench.get', {}).data?.settings.keys ?? NONE;
}
