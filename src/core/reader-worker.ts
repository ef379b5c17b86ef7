// The worker behind reader.ts: bytes in, a transcript or a reason out.

import { parentPort } from 'node:worker_threads';
import { DraadError } from '../domain/error.ts';
import { readTranscript } from '../formats/transcript.ts';
import type { ReaderAnswer } from './reader.ts';

parentPort?.on('message', async (file: { name: string; bytes: Uint8Array }) => {
  let answer: ReaderAnswer;
  try {
    answer = { ok: true, transcript: await readTranscript(file) };
  } catch (error) {
    const known = error instanceof DraadError;
    answer = {
      ok: false,
      error: {
        code: known ? error.code : 'refused',
        message: known ? error.message : 'This file is damaged and could not be read',
      },
    };
  }
  parentPort?.postMessage(answer);
});
