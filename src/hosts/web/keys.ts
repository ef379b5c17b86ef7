// The three secrets of a run, 256 bits each: one in the printed address that opens a browser once, one in the cookie that browser
// then holds, one that a page asks for and sends with each request. A request needs the last two.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type Keys = {
  readonly launch: string;
  readonly page: string;
  /** For `Set-Cookie`: out of reach of scripts, never sent from another site. */
  readonly cookie: string;
  /** True the first time with the right launch key, false ever after. */
  readonly spendLaunch: (given: string) => boolean;
  readonly hasCookie: (header: string | undefined) => boolean;
  readonly isPage: (given: string | undefined) => boolean;
};

/** The port is in the cookie's name, since all ports of 127.0.0.1 share their cookies. */
export function makeKeys(port: number): Keys {
  const [launch, page, held] = [newKey(), newKey(), newKey()];
  const name = `draad-${port}`;
  let used = false;
  return {
    launch,
    page,
    cookie: `${name}=${held}; HttpOnly; SameSite=Strict; Path=/`,
    spendLaunch(given) {
      const right = !used && isSame(given, launch);
      if (right) used = true;
      return right;
    },
    hasCookie: (header = '') =>
      header.split(/; */).some((pair) => pair.startsWith(`${name}=`) && isSame(pair.slice(name.length + 1), held)),
    isPage: (given = '') => isSame(given, page),
  };
}

function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing, whatever the lengths. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
