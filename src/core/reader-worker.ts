// The worker behind reader.ts: bytes in, a transcript or a reason out.

import { parentPort } from 'node:worker_threads';
import { DraadError } from '../domain/error.ts';
import { type FileToRead, readTranscript } from '../formats/transcript.ts';
import type { ReaderAnswer } from './reader.ts';

parentPort?.on('message', async (file: FileToRead) => {
  let answer: ReaderAnswer;
  try {
    answer = { ok: true, file: await readTranscript(file) };
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
