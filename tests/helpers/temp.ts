// A folder for what tests write, inside `dist`, which is not part of the project's sources.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export async function tempHome(): Promise<string> {
  const folder = fileURLToPath(new URL('../../dist/tests/', import.meta.url));
  await mkdir(folder, { recursive: true });
  return folder;
}
