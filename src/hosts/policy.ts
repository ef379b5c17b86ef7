// What a page of ours may do, as response headers: the same for app:// and for the loopback server.

import { styleHashes } from './style-hashes.ts';

/** The policies of the window, for the report and for reading what is pasted; every other string is refused as HTML (Trusted Types). */
const trustedTypes = ['draad-report', 'draad-paste'];

/** Nothing from anywhere but our own files; no inline script or style but the styles named by hash (`'sha256-…'`). */
export function contentPolicy(extraStyleHashes: readonly string[] = styleHashes): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...extraStyleHashes].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    `trusted-types ${trustedTypes.join(' ')}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Headers of every answer of a host, pages and files alike. */
export function safeHeaders(extraStyleHashes?: readonly string[]): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(extraStyleHashes),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), payment=()',
  };
}
