// A stand-in until the coding view is here: the turns of an interview as plain text.

import type { TextRange } from '../../src/domain/text.ts';
import { useRead } from '../client/index.ts';

export function TranscriptView({ interviewId }: { readonly interviewId: number; readonly at: TextRange | null }) {
  const { data } = useRead('interview.get', { id: interviewId });
  return <div className="scroll read">{data?.turns.map((turn) => <p key={turn.start}>{data.text.slice(turn.start, turn.end)}</p>)}</div>;
}
