// Draws a component in jsdom, with a client over a fake bridge around it.

import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BridgeProvider, type Client, createClient } from '../../renderer/client/index.ts';
import type { FakeBridge } from './fake-bridge.ts';

export type Drawn = { readonly client: Client; readonly end: () => void };

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// jsdom lays nothing out, so there is nothing to scroll.
Element.prototype.scrollIntoView ??= () => {};

export async function draw(bridge: FakeBridge, children: ReactNode): Promise<Drawn> {
  const client = createClient(bridge);
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () => root.render(<BridgeProvider client={client}>{children}</BridgeProvider>));
  await settle();
  return {
    client,
    end: () => {
      act(() => root.unmount());
      place.remove();
    },
  };
}

/** Lets answers arrive and be drawn. */
export async function settle(ms = 20): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
}

/** Waits until something is true of the page; fails with what is on it. */
export async function until(what: string, check: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (check()) return;
    await settle(20);
  }
  throw new Error(`never: ${what}\n${document.body.textContent}`);
}

export async function press(element: Element | null | undefined): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('nothing to press');
  await act(async () => element.click());
}

export function button(name: RegExp): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? one.textContent ?? ''),
  );
}
