// Reads the JSON body of a request, and no more of it than the limit.

import type { IncomingMessage } from 'node:http';
import type { Refusal } from './guard.ts';

export const maxBodyBytes = 256 * 1024 * 1024;

export type Body =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly refusal: Refusal };

/** The body as an object; 413 when it is too large, by what it says or by what it is, 400 when it is not a JSON object. */
export async function readBody(request: IncomingMessage, limit: number = maxBodyBytes): Promise<Body> {
  const tooLarge = refused(413, `More than ${limit} bytes is not read.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const parts: Buffer[] = [];
  let bytes = 0;
  // Left open on return: the refusal still has to go out over this connection.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > limit) return tooLarge;
    parts.push(part);
  }
  return parse(Buffer.concat(parts));
}

function parse(bytes: Buffer): Body {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ok: true, value: { ...value } };
  } catch {
    // Falls through to the same refusal: what it says is not ours to repeat.
  }
  return refused(400, 'The body is not a JSON object.');
}

function refused(status: number, message: string): Body {
  return { ok: false, refusal: { status, message } };
}
