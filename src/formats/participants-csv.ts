// The participants sheet: interview, participant, optionally speaker (their label in the transcript), and every further column
// an attribute.

import { cleanName } from '../domain/code.ts';
import { cleanText } from '../domain/interview.ts';
import { readCsv, refusedAt } from './csv.ts';

/** A participant in one interview. `attributes` has every further column of the sheet, `''` where the cell is empty. */
export type ParticipantEntry = {
  readonly line: number;
  readonly interview: string;
  readonly participant: string;
  readonly speaker: string | null;
  readonly attributes: Readonly<Record<string, string>>;
};

/** Throws `refused` with the line when a name is empty. */
export function readParticipants(source: Uint8Array | string): ParticipantEntry[] {
  return readCsv(source, ['interview', 'participant'], ['speaker']).map(({ line, cells, others }) => {
    const interview = cleanName(cells.interview);
    const participant = cleanName(cells.participant);
    if (interview === '') throw refusedAt(line, 'the interview is empty');
    if (participant === '') throw refusedAt(line, 'the participant is empty');
    const speaker = cleanName(cells.speaker);
    const attributes = Object.fromEntries(Object.entries(others).map(([name, value]) => [cleanName(name), cleanText(value)]));
    return { line, interview, participant, speaker: speaker === '' ? null : speaker, attributes };
  });
}
