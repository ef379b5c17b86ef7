// Puts the preload script into the page: in a world of its own that the page's scripts cannot see, before any of them runs.

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Settled } from './wire.ts';
import { bridgeEnd, preloadRequire } from './world.ts';

export type PageWorld = { readonly deliver: (channel: string, args: readonly unknown[]) => Promise<void> };

const worldName = 'Electron Isolated Context';
const binding = 'electronDoubleIpc';

export async function openPageWorld(
  page: Page,
  preload: string,
  invoke: (channel: string, args: unknown[]) => Promise<Settled>,
): Promise<PageWorld> {
  const session = await page.context().newCDPSession(page);
  const [inside, outside] = [randomUUID(), randomUUID()];
  let context: number | null = null;

  session.on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    if (name === worldName && auxData?.frameId === mainFrame) context = id;
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === context) context = null;
  });
  session.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
    if (name !== binding || executionContextId !== context) return;
    const { id, channel, args } = JSON.parse(payload) as { id: number; channel: string; args: unknown[] };
    const settled = await invoke(channel, args);
    await callIn(executionContextId, 'settle', [id, settled.ok, settled.ok ? settled.value : settled.message]);
  });

  /** A page that has gone meanwhile hears nothing, as in Electron. */
  async function callIn(contextId: number, method: 'settle' | 'deliver', args: readonly unknown[]): Promise<void> {
    const answer = await session
      .send('Runtime.callFunctionOn', {
        executionContextId: contextId,
        functionDeclaration: `(...args) => electronDouble.${method}(...args)`,
        arguments: args.map((value) => ({ value })),
      })
      .catch(unlessGone);
    if (answer?.exceptionDetails) console.error('electron double:', answer.exceptionDetails.exception?.description);
  }

  const { frameTree } = await session.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: binding, executionContextName: worldName });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    source: inMainFrame(`(${bridgeEnd})('${outside}', '${inside}');`),
  });
  await session.send('Page.addScriptToEvaluateOnNewDocument', {
    worldName,
    source: inMainFrame(await wrapPreload(preload, inside, outside)),
  });

  return { deliver: async (channel, args) => (context === null ? undefined : callIn(context, 'deliver', [channel, args])) };
}

/** Electron runs a preload script in the main frame only, unless told otherwise. */
function inMainFrame(script: string): string {
  return `if (window === window.top) { ${script} }`;
}

async function wrapPreload(file: string, inside: string, outside: string): Promise<string> {
  const end = `(${bridgeEnd})('${inside}', '${outside}')`;
  return `((require, exports, module) => {${await readFile(file, 'utf8')}\n})((${preloadRequire})(${end}, '${binding}'), {}, {});`;
}

function unlessGone(error: Error): null {
  if (/Cannot find context|has been closed|Target closed|navigated or closed/.test(error.message)) return null;
  throw error;
}
