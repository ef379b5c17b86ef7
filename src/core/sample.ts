// Makes the sample project from the fixtures that ship with the program: invented interviews, a codebook, participants and codings.
// It goes through the same operations a person uses.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Input, OperationName, Output } from '../contract/index.ts';
import { DraadError } from '../domain/error.ts';
import { readCsv } from '../formats/csv.ts';

export type SampleInterview = {
  readonly file: string;
  readonly set: string;
  readonly city: string;
  readonly date: string;
  readonly collector: string;
};
export type Ask = <N extends OperationName>(name: N, input: Input<N>) => Promise<Answer>;

/** The interviews of the sample, as `fixtures/interviews.csv` lists them; `file` is a path inside the folder. */
export function listSample(folder: string): SampleInterview[] {
  const columns = ['file', 'set', 'city', 'date', 'collector'] as const;
  return readCsv(readFileSync(join(folder, 'interviews.csv')), columns).map(({ cells }) => cells);
}

/** Fills the open, empty project with the sample. Errors: whatever an operation answers. */
export async function fillSample(ask: Ask, folder: string): Promise<void> {
  const must = async <N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = await ask(name, input);
    if (!answer.ok) throw new DraadError(answer.error.code, answer.error.message);
    return answer.value as Output<N>;
  };
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  await must('codebook.import', { csv: text('codebook.csv') });
  for (const { file, set, city, date, collector } of listSample(folder)) {
    const base64 = readFileSync(join(folder, file)).toString('base64');
    const { refused } = await must('interview.import', {
      files: [{ name: file.split('/').at(-1) ?? file, base64 }],
      set,
      city,
      date,
      collector,
    });
    if (refused[0]) throw new DraadError('refused', `${refused[0].file}: ${refused[0].reason}`);
  }
  await must('participant.import', { csv: text('participants.csv') });
  await must('codings.import', { csv: text('codings.csv') });
}
