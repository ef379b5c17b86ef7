// The key cap of a command, as the person set it; nothing when it has none.

import { Keys } from '../parts/keys.tsx';
import { useKeymap } from './keymap.ts';

export function CommandKeys({ of }: { readonly of: string }) {
  const keys = useKeymap().shown(of);
  return keys ? <Keys of={keys} /> : null;
}
