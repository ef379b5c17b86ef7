// Bytes of a text file as text: UTF-8, UTF-16 (with a mark, or by how its zeros lie), else Windows-1252, which older Word and
// Excel write. What is not text comes back as null.

const SAMPLE = 4096;

/** The text of a file without its byte order mark; null when these bytes are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingByMark(bytes) ?? utf16WithoutMark(bytes);
  const text = encoding === null ? decodeWithoutMark(bytes) : new TextDecoder(encoding).decode(bytes);
  return looksBinary(text) ? null : text;
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  return startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null;
}

/** True when the bytes at `at` are these. */
export function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte);
}

// In UTF-16, most letters of a European text have a zero as their high byte, and none as their low byte.
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.3;
  const few = sample.length * 0.01;
  if (odd > many && even <= few) return 'utf-16le';
  return even > many && odd <= few ? 'utf-16be' : null;
}

// What is no UTF-8 throughout is of before it.
function decodeWithoutMark(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

// Control characters other than white space. One may stray into any text; many make a file of another kind.
const NOT_TEXT = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/gu;

function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const sample = text.slice(0, SAMPLE * 16);
  const strange = sample.match(NOT_TEXT)?.length ?? 0;
  return strange > 1 && strange * 100 > sample.length;
}
