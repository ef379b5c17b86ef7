// Draws changes of every kind in the contract, fitting the project as it is and now and then not, for tests of the history.

import type { contract, Input, OperationName, Output } from '../../src/contract/index.ts';
import type { Random } from '../tools/generate/random.ts';

type KindOf<N extends OperationName> = (typeof contract)[N]['kind'];
type History = 'history.undo' | 'history.redo' | 'history.goTo';
/** Every operation that is a step in the history. */
export type ChangeName = Exclude<{ [N in OperationName]: KindOf<N> extends 'change' ? N : never }[OperationName], History>;
export type Change = { readonly name: ChangeName; readonly input: unknown };
export type Ask = <N extends OperationName>(name: N, input: Input<N>) => Promise<Output<N>>;

type Now = {
  readonly random: Random;
  readonly interviews: Output<'interview.list'>['interviews'];
  readonly sets: Output<'interviewSet.list'>['sets'];
  readonly codes: Output<'code.list'>['codes'];
  readonly coders: Output<'coder.list'>['coders'];
  readonly participants: Output<'participant.list'>['participants'];
  readonly interview: Output<'interview.get'> | null;
  readonly codings: Output<'coding.list'>['codings'];
  readonly entries: Output<'memo.list'>['memos'];
};

type Draw<N extends ChangeName> = { readonly weight: number; readonly draw: (now: Now) => Input<N> | null };

/** How often each change is drawn, and with what. A change that the contract gains must be added here: it does not compile without. */
const draws: { readonly [N in ChangeName]: Draw<N> } = {
  'project.rename': { weight: 1, draw: ({ random }) => ({ name: nameOf(random) }) },
  'interview.import': { weight: 4, draw: drawImport },
  'interview.update': {
    weight: 3,
    draw: ({ random, interview }) =>
      interview && {
        id: interview.id,
        ...(random.chance(0.5) && { name: nameOf(random) }),
        ...(random.chance(0.5) && { set: random.pick(SETS) }),
        ...(random.chance(0.5) && { city: random.pick(['Den Haag', '']) }),
        ...(random.chance(0.3) && { date: '2026-03-19', collector: nameOf(random) }),
      },
  },
  'interview.delete': { weight: 1, draw: ({ interview }) => interview && { id: interview.id } },
  'interview.correct': { weight: 8, draw: drawCorrection },
  'turn.split': { weight: 5, draw: drawSplit },
  'turn.join': {
    weight: 4,
    draw: ({ random, interview }) =>
      interview && { ...textOf(interview), turn: random.whole(0, interview.turns.length - (random.chance(0.9) ? 2 : 0)) },
  },
  'turn.setSpeaker': {
    weight: 3,
    draw: ({ random, interview }) =>
      interview && {
        ...textOf(interview),
        turns: Array.from({ length: random.whole(1, 3) }, () => random.whole(0, interview.turns.length - 1)),
        speaker: random.chance(0.2) ? null : random.pick(SPEAKERS),
      },
  },
  'turn.setTime': {
    weight: 1,
    draw: ({ random, interview }) =>
      interview && {
        ...textOf(interview),
        turn: random.whole(0, interview.turns.length),
        timeMs: random.chance(0.3) ? null : random.whole(0, 1_000_000),
      },
  },
  'speaker.rename': {
    weight: 3,
    draw: ({ random, interviews }) => ({
      from: random.pick([null, ...SPEAKERS]),
      to: random.pick(SPEAKERS),
      ...(random.chance(0.4) && interviews.length > 0 && { interviewIds: [random.pick(interviews).id] }),
    }),
  },
  'speaker.setAsks': {
    weight: 2,
    draw: ({ random }) => ({ speaker: random.pick(SPEAKERS), asks: random.pick([true, false, null]) }),
  },
  'toCheck.restore': {
    weight: 3,
    draw: ({ random, codings }) => {
      const lost = codings.filter((coding) => coding.toBeChecked);
      const among = lost.length > 0 && random.chance(0.9) ? lost : codings;
      return among.length > 0 ? { ids: [random.pick(among).id] } : null;
    },
  },
  'interviewSet.rename': {
    weight: 1,
    draw: ({ random, sets }) => (sets.length > 0 ? { id: random.pick(sets).id, name: random.pick(SETS) } : null),
  },
  'interviewSet.delete': { weight: 1, draw: ({ random, sets }) => (sets.length > 0 ? { id: random.pick(sets).id } : null) },
  'participant.import': { weight: 2, draw: drawSheet },
  'participant.update': {
    weight: 3,
    draw: ({ random, participants }) =>
      participants.length > 0
        ? {
            id: random.pick(participants).id,
            ...(random.chance(0.4) && { name: nameOf(random) }),
            attributes: { [random.pick(['rol', 'fase', 'nieuw'])]: random.pick(['moeder', 'vader', '']) },
          }
        : null,
  },
  'code.create': {
    weight: 6,
    draw: ({ random, codes }) => ({
      name: nameOf(random),
      parentId: random.chance(0.3) || codes.length === 0 ? null : random.pick(codes).id,
    }),
  },
  'code.update': {
    weight: 4,
    draw: ({ random, codes }) =>
      codes.length > 0
        ? {
            ...readCode(random.pick(codes), random),
            ...(random.chance(0.5) && { name: nameOf(random) }),
            ...(random.chance(0.5) && { definition: nameOf(random), labelEn: '' }),
            ...(random.chance(0.2) && { colour: { hue: random.whole(1, 10), form: 'hollow' as const } }),
          }
        : null,
  },
  'code.move': {
    weight: 5,
    draw: ({ random, codes }) =>
      codes.length > 0
        ? { id: random.pick(codes).id, parentId: random.chance(0.3) ? null : random.pick(codes).id, position: random.whole(0, 5) }
        : null,
  },
  'code.merge': {
    weight: 3,
    draw: ({ random, codes }) =>
      codes.length > 0
        ? { id: random.pick(codes).id, intoId: random.pick(codes).id, ...(random.chance(0.5) && { reason: nameOf(random) }) }
        : null,
  },
  'code.split': {
    weight: 4,
    draw: ({ random, codings }) => {
      if (codings.length === 0) return null;
      const { codeId } = random.pick(codings);
      const own = codings.filter((coding) => coding.codeId === codeId).slice(0, random.whole(1, 5));
      return {
        id: codeId,
        name: nameOf(random),
        codingIds: own.map((coding) => coding.id),
        where: random.pick(['sibling', 'child'] as const),
        reason: nameOf(random),
      };
    },
  },
  'code.delete': {
    weight: 1,
    draw: ({ random, codes }) => {
      const leaves = codes.filter((code) => !codes.some((other) => other.parentId === code.id));
      return leaves.length > 0 ? { id: random.pick(random.chance(0.8) ? leaves : codes).id } : null;
    },
  },
  'code.pin': {
    weight: 5,
    draw: ({ random, codes }) =>
      codes.length > 0 ? { id: random.pick(codes).id, digit: random.chance(0.15) ? null : random.whole(1, 9) } : null,
  },
  'codebook.import': {
    weight: 2,
    draw: ({ random }) => ({
      csv: `code,definition,colour\n${nameOf(random)} ${random.whole(1, 999)},Over iets.,t3 dashed\nThema / ${nameOf(random)} ${random.whole(1, 9)},,\n`,
    }),
  },
  'coding.apply': {
    weight: 14,
    draw: (now) => {
      const range = drawRange(now);
      if (!range || now.codes.length === 0) return null;
      return { ...range, codeIds: Array.from({ length: now.random.whole(1, 3) }, () => now.random.pick(now.codes).id) };
    },
  },
  'coding.applyNew': {
    weight: 3,
    draw: (now) => {
      const range = drawRange(now);
      return (
        range && {
          ...range,
          path: now.random.chance(0.5) ? nameOf(now.random) : `Thema / ${nameOf(now.random)} / ${nameOf(now.random)}`,
        }
      );
    },
  },
  'coding.applyMany': {
    weight: 4,
    draw: (now) => {
      const ranges = Array.from({ length: now.random.whole(1, 6) }, () => drawRange(now)).filter((range) => range !== null);
      if (ranges.length === 0) return null;
      const made = { ranges, path: now.random.chance(0.5) ? nameOf(now.random) : `Thema / ${nameOf(now.random)}` };
      return now.codes.length === 0 || now.random.chance(0.3)
        ? made
        : { ranges, codeIds: Array.from({ length: now.random.whole(1, 3) }, () => now.random.pick(now.codes).id) };
    },
  },
  'coding.split': {
    weight: 6,
    draw: ({ random, codings, interview }) => {
      if (codings.length === 0 || !interview) return null;
      const { id, start, end } = random.pick(codings);
      return { id, textVersion: interview.textVersion, at: random.whole(start, end) };
    },
  },
  'coding.recodeNew': {
    weight: 2,
    draw: ({ random, codings }) =>
      codings.length > 0
        ? { ids: [random.pick(codings).id, random.pick(codings).id], path: `${nameOf(random)} / ${nameOf(random)}` }
        : null,
  },
  'coding.remove': {
    weight: 4,
    draw: ({ random, codings }) =>
      codings.length > 0 ? { ids: Array.from({ length: random.whole(1, 3) }, () => random.pick(codings).id) } : null,
  },
  'coding.resize': {
    weight: 4,
    draw: (now) => {
      const range = drawRange(now);
      if (!range || now.codings.length === 0) return null;
      return { id: now.random.pick(now.codings).id, textVersion: range.textVersion, start: range.start, end: range.end };
    },
  },
  'coding.recode': {
    weight: 4,
    draw: ({ random, codings, codes }) =>
      codings.length > 0 && codes.length > 0
        ? { ids: [random.pick(codings).id, random.pick(codings).id], codeId: random.pick(codes).id }
        : null,
  },
  'coding.setKey': {
    weight: 3,
    draw: ({ random, codings }) =>
      codings.length > 0 ? { ids: [random.pick(codings).id, random.pick(codings).id], key: random.chance(0.7) } : null,
  },
  'codings.import': { weight: 3, draw: drawCodings },
  'memo.set': {
    weight: 6,
    draw: (now) => {
      const { random, interview, codes, codings, participants } = now;
      const text = random.chance(0.25) ? '' : `Memo: ${nameOf(random)} \u0000 "${random.whole(1, 99)}"\n\u{1f44d}`;
      const targets: Input<'memo.set'>[] = [{ on: 'project', text }];
      if (interview) targets.push({ on: 'interview', id: interview.id, text });
      if (codes.length > 0) targets.push({ on: 'code', id: random.pick(codes).id, text });
      if (codings.length > 0) targets.push({ on: 'coding', id: random.pick(codings).id, text });
      if (participants.length > 0) targets.push({ on: 'participant', id: random.pick(participants).id, text });
      return random.pick(targets);
    },
  },
  'quote.note': {
    weight: 3,
    draw: ({ random, codings }) =>
      codings.length > 0
        ? { codingIds: Array.from({ length: random.whole(1, 4) }, () => random.pick(codings).id), text: `Noot ${nameOf(random)}` }
        : null,
  },
  'journal.set': {
    weight: 4,
    draw: ({ random, entries }) => {
      const known = entries.length > 0 && random.chance(0.6) ? random.pick(entries) : null;
      const text = random.chance(0.3) ? '' : `# ${nameOf(random)}\n- **${random.whole(1, 99)}**`;
      // Now and then written against a text that it no longer has: refused.
      const before = random.chance(0.1) ? 'iets anders' : known?.text;
      return { id: known?.id ?? null, date: random.pick(['2026-03-19', '2026-03-20']), text, ...(known && { before }) };
    },
  },
  'coder.rename': {
    weight: 1,
    draw: ({ random, coders }) => (coders.length > 0 ? { id: random.pick(coders).id, name: nameOf(random) } : null),
  },
};

export const changeNames = Object.keys(draws) as ChangeName[];

/** A change that fits the project as it is now, mostly; now and then one that will be refused. */
export async function drawChange(random: Random, ask: Ask): Promise<Change> {
  const { interviews } = await ask('interview.list', {});
  const chosen = interviews.length > 0 ? random.pick(interviews).id : null;
  const now: Now = {
    random,
    interviews,
    sets: (await ask('interviewSet.list', {})).sets,
    codes: (await ask('code.list', {})).codes,
    coders: (await ask('coder.list', {})).coders,
    participants: (await ask('participant.list', {})).participants,
    interview: chosen === null ? null : await ask('interview.get', { id: chosen }),
    codings: chosen === null ? [] : (await ask('coding.list', { interviewId: chosen })).codings,
    entries: (await ask('memo.list', { on: ['journal'] })).memos,
  };
  const urn = changeNames.flatMap((name) => Array.from({ length: draws[name].weight }, () => name));
  for (;;) {
    const name = random.pick(urn);
    const input = draws[name].draw(now);
    if (input !== null) return { name, input };
  }
}

const SPEAKERS = ['Anouk', 'anouk', 'Interviewer', 'Zoë 👩‍👧', 'Iemand anders'];
const SETS = ['Den Haag', 'Utrecht', 'Rotterdam', 'Heerlen', 'Nog een set'];
const WORDS = [
  'slapen',
  'Moe',
  'één',
  'consultatiebureau',
  'vader',
  '\u{1f469}\u200d\u{1f467}',
  'zoe\u0308',
  '',
  '  ',
  'hulp/zorg',
  'ja,',
  '"nee"',
  '\u{1f1f3}\u{1f1f1}',
];

/** Now and then with what it said when it was read. */
function readCode({ id, name, definition }: Now['codes'][number], random: Random) {
  return { id, ...(random.chance(0.3) && { before: random.chance(0.8) ? { name, definition } : { name: `${name}?` } }) };
}

function nameOf(random: Random): string {
  // The last is no name, and another is one that reads as a path: those are refused.
  return random.pick([
    ...WORDS.filter((word) => word.trim() !== ''),
    `naam ${random.whole(1, 40)}`,
    `naam ${random.whole(1, 40)}`,
    'a / b',
    ' ',
  ]);
}

function talk(random: Random): string {
  const turns = Array.from({ length: random.whole(2, 8) }, (_, n) => {
    const said = Array.from({ length: random.whole(1, 15) }, () => random.pick(WORDS)).join(' ');
    return `${n % 2 === 0 ? 'Anouk' : 'Interviewer'}: ${said} ${random.whole(1, 1_000_000)}.`;
  });
  return turns.join('\n\n');
}

function drawImport({ random }: Now): Input<'interview.import'> {
  const files = Array.from({ length: random.whole(1, 3) }, (_, n) => {
    const content = random.chance(0.15) ? 'Anouk: Altijd dezelfde woorden.' : talk(random);
    const broken = random.chance(0.15);
    return { name: `${nameOf(random)}-${n}.${broken ? 'docx' : 'txt'}`, base64: Buffer.from(content).toString('base64') };
  });
  const mends = SPEAKERS.filter(() => random.chance(0.3)).map((label) => ({
    label,
    speaker: random.chance(0.8),
    as: random.chance(0.3) ? random.pick(SPEAKERS) : null,
    asks: random.pick([true, false, null]),
  }));
  return {
    files,
    set: random.pick(SETS),
    ...(random.chance(0.5) && { city: 'Utrecht', date: '2025-11-01' }),
    ...(random.chance(0.4) && { mends }),
  };
}

function drawRange({ random, interview }: Now): { interviewId: number; textVersion: number; start: number; end: number } | null {
  if (!interview) return null;
  const { start, end } = random.pick(interview.turns);
  const a = random.whole(start, end);
  const length = random.chance(0.8) ? random.whole(1, 30) : random.whole(0, interview.text.length);
  const stale = random.chance(0.03) ? 1 : 0;
  return {
    interviewId: interview.id,
    textVersion: interview.textVersion + stale,
    start: a,
    end: Math.min(a + length, interview.text.length + stale),
  };
}

function drawCorrection({ random, interview }: Now): Input<'interview.correct'> | null {
  if (!interview) return null;
  const turns = new Set(Array.from({ length: random.whole(1, 3) }, () => random.pick(interview.turns)));
  const splices = [...turns]
    .sort((a, b) => a.start - b.start)
    .map((turn) => {
      const at = random.whole(turn.start, turn.end);
      const most = random.chance(0.2) ? turn.end - at : Math.min(12, turn.end - at);
      return {
        at,
        del: random.whole(0, most),
        ins: random.chance(0.4) ? '' : `${random.pick(WORDS)}${random.pick(['', ' ', '\n', '\u0301'])}`,
      };
    });
  return { id: interview.id, textVersion: interview.textVersion, splices };
}

function textOf({ id, textVersion }: Output<'interview.get'>): { interviewId: number; textVersion: number } {
  return { interviewId: id, textVersion };
}

function drawSplit({ random, interview }: Now): Input<'turn.split'> | null {
  if (!interview) return null;
  const at = Array.from({ length: random.chance(0.8) ? 1 : 3 }, () => {
    const { start, end } = random.pick(interview.turns);
    return random.whole(start, end);
  });
  return { ...textOf(interview), at };
}

function drawSheet({ random, interviews }: Now): Input<'participant.import'> | null {
  if (interviews.length === 0) return null;
  const rows = Array.from({ length: random.whole(1, 4) }, () => {
    const interview = random.chance(0.9) ? random.pick(interviews).name : 'bestaat niet';
    return [interview, `Deelnemer ${random.whole(1, 12)}`, 'Anouk', random.pick(['moeder', 'vader', ''])].map(quoted).join(',');
  });
  return { csv: `interview,participant,speaker,rol\n${rows.join('\n')}\n` };
}

function drawCodings(now: Now): Input<'codings.import'> | null {
  const { random, interviews, codes } = now;
  if (interviews.length === 0 || !now.interview) return null;
  const { name, text } = now.interview;
  const rows = Array.from({ length: random.whole(1, 8) }, () => {
    const start = random.whole(0, text.length - 1);
    const end = Math.min(text.length, start + random.whole(1, 40));
    const code = random.chance(0.6) && codes.length > 0 ? random.pick(codes).path : `Thema / los ${random.whole(1, 5)}`;
    return [name, start, end, code, random.pick(['Noor', 'Bas', 'Fleur']), random.chance(0.5) ? text.slice(start, end) : '']
      .map(quoted)
      .join(',');
  });
  return { csv: `interview,start,end,code,coder,quote\n${rows.join('\n')}\n`, createCodes: random.chance(0.4) };
}

function quoted(cell: string | number): string {
  return `"${String(cell).replaceAll('"', '""')}"`;
}
