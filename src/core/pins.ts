// Pins: a code under a digit from 1 to 9, so that one key applies it.

import { deletePin, setPin } from '../store/pins.ts';
import { existingCode, named } from './code-tree.ts';
import type { Handler } from './session.ts';

export const pinHandlers: { readonly 'code.pin': Handler<'code.pin'> } = {
  'code.pin': ({ db, about }, { id, digit }) => {
    const code = existingCode(db, id);
    if (digit === null) deletePin(db, id);
    else setPin(db, id, digit);
    about(named((nameOf) => (digit === null ? nameOf(code) : `${digit} · ${nameOf(code)}`)));
    return {};
  },
};
