// Loaded before the bundled main process or core process (`node --import`): gives it the double in the place of Electron.
// A utility process has no use for the module, only for its port.

import { registerHooks } from 'node:module';

if (process.env.ELECTRON_DOUBLE_PROCESS === 'utility') await import('./utility-side.ts');

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context);
    if (process.env.ELECTRON_DOUBLE_PROCESS === 'utility')
      throw new Error('electron double: the core process may not import electron');
    return { url: new URL('./electron.ts', import.meta.url).href, shortCircuit: true };
  },
});
