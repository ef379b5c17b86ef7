// The pages that are open: each holds one stream on which the server tells it what changed. Lines of JSON, one message a line.

import type { ServerResponse } from 'node:http';
import type { HostMessage } from '../../contract/door.ts';

/** A browser allows six connections to one address; each page holds one for good, and calls need the rest. */
export const maxPages = 4;
const maxUnreadBytes = 8 * 1024 * 1024;

export type Pages = {
  /** False when there are as many pages as there may be. */
  readonly add: (response: ServerResponse) => boolean;
  readonly tell: (message: HostMessage) => void;
  readonly count: () => number;
  readonly closeAll: () => void;
};

export function openPages(onCountChanged: () => void): Pages {
  const open = new Set<ServerResponse>();
  return {
    add(response) {
      if (open.size >= maxPages) return false;
      open.add(response);
      response.once('close', () => {
        open.delete(response);
        onCountChanged();
      });
      response.flushHeaders();
      onCountChanged();
      return true;
    },
    tell(message) {
      const line = `${JSON.stringify(message)}\n`;
      for (const response of open) {
        // A page that does not read is cut off; when it wakes it connects again and reads everything anew.
        if (response.writableLength > maxUnreadBytes) response.destroy();
        else response.write(line);
      }
    },
    count: () => open.size,
    closeAll: () => {
      for (const response of open) response.end();
    },
  };
}
