// A page that does nothing but connect by the real bridge, put it within reach of a test, and write down the events.

import type { Bridge } from '../../../renderer/bridge.ts';
import { connect } from '../../../renderer/connect.ts';

declare global {
  interface Window {
    bridge?: Bridge;
  }
}

const state = document.querySelector('#state');
const events = document.querySelector('#events');

try {
  const bridge = await connect();
  bridge.onEvent((event) => {
    const item = document.createElement('li');
    item.textContent = JSON.stringify(event);
    events?.append(item);
  });
  window.bridge = bridge;
  if (state) state.textContent = `connected: ${bridge.kind}`;
} catch (error) {
  if (state) state.textContent = `failed: ${error instanceof Error ? error.message : String(error)}`;
}
