// Reading transcripts, apart from any project: what is measured of the readers.

import { readTranscript } from '../../src/formats/transcript.ts';
import { docxWithBody, makeDocx, table } from '../helpers/docx.ts';
import type { Work } from './timing.ts';

export const FILE_MEASURES = ['read docx', 'read docx with a table'] as const;
export type FileMeasure = (typeof FILE_MEASURES)[number];

const PER_TURN = 10;

/** Reading a Word file of so many words, in turns of ten: paragraphs with labels, or a table of time, speaker and text. */
export async function fileWork(measure: FileMeasure, words: number): Promise<Work> {
  const turns = Array.from({ length: Math.ceil(words / PER_TURN) }, (_, n) => [
    clock(n),
    n % 2 ? 'Moeder' : 'Interviewer',
    said(n),
  ]);
  const bytes =
    measure === 'read docx'
      ? await makeDocx(turns.map(([, speaker, text]) => `${speaker}: ${text}`))
      : await docxWithBody(table(turns));
  return {
    run: async () => {
      const { transcript } = await readTranscript({ name: 'a.docx', bytes });
      if (transcript.turns.length !== turns.length) throw new Error('Not all turns were read');
    },
  };
}

function clock(n: number): string {
  const two = (value: number): string => String(Math.floor(value) % 60).padStart(2, '0');
  return `${two(n / 3600)}:${two(n / 60)}:${two(n)}`;
}

/** Words that are the same every time, and not so alike that the archive is taken for a bomb. */
function said(turn: number): string {
  return Array.from({ length: PER_TURN }, (_, n) => (Math.imul(turn * PER_TURN + n + 1, 2_654_435_761) >>> 8).toString(36)).join(
    ' ',
  );
}
