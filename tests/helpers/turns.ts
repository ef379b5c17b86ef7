// Turns of a transcript the way a person would check them.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Transcript } from '../../src/domain/interview.ts';
import { readTranscript } from '../../src/formats/transcript.ts';

/** `speaker@ms|text` per turn; `-` is nobody, and without a time there is no `@`. */
export function turnsOf({ text, turns }: Transcript): string[] {
  return turns.map(
    ({ start, end, speaker, timeMs }) => `${speaker ?? '-'}${timeMs === null ? '' : `@${timeMs}`}|${text.slice(start, end)}`,
  );
}

/** The turns of one of the invented files in fixtures/formats, read through the door that an import uses. */
export async function turnsOfFile(name: string): Promise<string[]> {
  const path = fileURLToPath(new URL(`../../fixtures/formats/${name}`, import.meta.url));
  return turnsOf((await readTranscript({ name, bytes: readFileSync(path) })).transcript);
}

/** The turns in text or bytes, read through the same door. */
export async function turnsIn(content: string | Uint8Array, name = 'a'): Promise<string[]> {
  return turnsOf(
    (await readTranscript({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content })).transcript,
  );
}
