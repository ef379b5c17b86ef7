// Turns split, joined and given to another speaker, among all other corrections: codings keep every character that survives, and all of it
// can be taken back.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Splice } from '../../src/domain/text.ts';
import { cleanInsertion, correctTurns, joinTurns, splitTurns } from '../../src/domain/turns.ts';
import { dump, importTalk, openProjects, type TestProject, withCode } from '../helpers/project.ts';
import { runs } from '../helpers/runs.ts';
import { brokenTexts } from '../helpers/texts.ts';

const projects = await openProjects();
const TALK = [
  ['Interviewer', 'Hoe slaap je?'],
  ['Anouk', 'Ik slaap heel slecht. En mijn zoon ook.'],
  ['Interviewer', 'Hoe lang al?'],
  ['Anouk', 'Sinds de geboorte.'],
] as const;

/** A talk of four turns, coded with one code on each of these texts. */
async function talk(...quotes: string[]) {
  const project = await projects.empty();
  const { id, text } = await importTalk(project, 'DH-01', TALK);
  const { id: codeId } = await project.ask('code.create', { name: 'Slaap', parentId: null });
  for (const quote of quotes) {
    const start = text.indexOf(quote);
    await project.ask('coding.apply', { interviewId: id, textVersion: 1, start, end: start + quote.length, codeIds: [codeId] });
  }
  const now = async () => {
    const { text: body, turns, textVersion } = await project.ask('interview.get', { id });
    const { codings } = await project.ask('coding.list', { interviewId: id });
    return {
      textVersion,
      said: turns.map((turn) => `${turn.speaker}: ${body.slice(turn.start, turn.end)}`),
      quotes: codings.map((coding) => (coding.toBeChecked ? `(${coding.quote})` : body.slice(coding.start, coding.end))),
    };
  };
  return { ...project, id, text, codeId, now, at: (quote: string) => text.indexOf(quote) };
}

describe('splitting a turn', () => {
  it('makes two of it by the same speaker, without the space between; a coding over the border stays whole', async () => {
    const { ask, id, at, now, path } = await talk('heel slecht.', 'En mijn', 'slecht. En', 'Hoe lang');
    const before = dump(path);
    expect(await ask('turn.split', { interviewId: id, textVersion: 1, at: [at(' En mijn')] })).toEqual({
      textVersion: 2,
      turns: 5,
    });
    expect(await now()).toEqual({
      textVersion: 2,
      said: [
        'Interviewer: Hoe slaap je?',
        'Anouk: Ik slaap heel slecht.',
        'Anouk: En mijn zoon ook.',
        'Interviewer: Hoe lang al?',
        'Anouk: Sinds de geboorte.',
      ],
      quotes: ['heel slecht.', 'slecht.\nEn', 'En mijn', 'Hoe lang'],
    });
    expect(await ask('project.check', {})).toEqual({ ok: true });
    await ask('history.undo', {});
    expect(dump(path)).toEqual(before);
  });

  it('splits at several places in one step, and leaves out what would be empty', async () => {
    const { ask, id, at, now } = await talk();
    await ask('interview.correct', { id, textVersion: 1, splices: [{ at: at('Ik'), del: 0, ins: 'Eén.\n\nTwee.\n' }] });
    const { text } = await ask('interview.get', { id });
    const lines = [...text.matchAll(/\n/g)].map((match) => match.index).filter((place) => text.slice(0, place).includes('Eén'));
    await ask('turn.split', { interviewId: id, textVersion: 2, at: lines });
    expect((await now()).said.slice(1, 4)).toEqual([
      'Anouk: Eén.',
      'Anouk: Twee.',
      'Anouk: Ik slaap heel slecht. En mijn zoon ook.',
    ]);
  });

  it('is refused where one side would be empty, outside the text, inside a character, and on an old text', async () => {
    const project = await projects.empty();
    const { id, text } = await importTalk(project, 'DH-01', [
      ['A', 'een 👩‍👧 twee'],
      ['B', 'ja'],
      ['A', 'dus'],
      ['B', 'zo'],
    ]);
    const before = dump(project.path);
    const split = (...at: number[]) => project.refusal('turn.split', { interviewId: id, textVersion: 1, at });
    expect(await split(0)).toEqual(withCode('refused'));
    expect(await split(text.indexOf('\n'))).toEqual(withCode('refused'));
    expect(await split(text.indexOf('\n') + 1)).toEqual(withCode('refused'));
    expect(await split(text.length)).toEqual(withCode('refused'));
    expect(await split(text.length + 1)).toEqual(withCode('invalid-input'));
    expect(await split(text.indexOf('👩') + 1)).toEqual(withCode('invalid-input'));
    expect(await split(text.indexOf('👩') + 2)).toEqual(withCode('invalid-input'));
    expect(await split()).toEqual(withCode('invalid-input'));
    expect(await project.refusal('turn.split', { interviewId: id, textVersion: 2, at: [3] })).toEqual(withCode('conflict'));
    expect(await project.refusal('turn.split', { interviewId: 99, textVersion: 1, at: [3] })).toEqual(withCode('not-found'));
    expect(dump(project.path)).toEqual(before);
  });
});

describe('joining turns', () => {
  it('puts a space between, keeps the first speaker, and codings on their words', async () => {
    const { ask, id, now, path } = await talk('Hoe slaap je?', 'Ik slaap', 'je?\nIk');
    const before = dump(path);
    await ask('turn.join', { interviewId: id, textVersion: 1, turn: 0 });
    expect(await now()).toMatchObject({
      said: [
        'Interviewer: Hoe slaap je? Ik slaap heel slecht. En mijn zoon ook.',
        'Interviewer: Hoe lang al?',
        'Anouk: Sinds de geboorte.',
      ],
      quotes: ['Hoe slaap je?', 'je? Ik', 'Ik slaap'],
    });
    expect(await ask('project.check', {})).toEqual({ ok: true });
    await ask('history.undo', {});
    expect(dump(path)).toEqual(before);
  });

  it('is refused for the last turn and for one that is not there', async () => {
    const { refusal, id } = await talk();
    const join = (turn: number, textVersion = 1) => refusal('turn.join', { interviewId: id, textVersion, turn });
    expect(await join(3)).toEqual(withCode('refused'));
    expect(await join(4)).toEqual(withCode('invalid-input'));
    expect(await join(-1)).toEqual(withCode('invalid-input'));
    expect(await join(0, 3)).toEqual(withCode('conflict'));
  });
});

describe('a turn', () => {
  it('gets another speaker or none, without another version of the text', async () => {
    const { ask, id, now, refusal } = await talk();
    await ask('turn.setSpeaker', { interviewId: id, textVersion: 1, turns: [1, 3], speaker: '  Oma\n Riet ' });
    await ask('turn.setSpeaker', { interviewId: id, textVersion: 1, turns: [0], speaker: null });
    expect((await now()).said.map((said) => said.split(':')[0])).toEqual(['null', 'Oma Riet', 'Interviewer', 'Oma Riet']);
    const set = (input: object) =>
      refusal('turn.setSpeaker', { interviewId: id, textVersion: 1, turns: [0], speaker: 'A', ...input });
    expect(await set({ speaker: '' })).toEqual(withCode('invalid-input'));
    expect(await set({ speaker: ' \0 ' })).toEqual(withCode('invalid-input'));
    expect(await set({ speaker: 'x'.repeat(201) })).toEqual(withCode('invalid-input'));
    expect(await set({ turns: [] })).toEqual(withCode('invalid-input'));
    expect(await set({ turns: [4] })).toEqual(withCode('invalid-input'));
    expect(await set({ textVersion: 2 })).toEqual(withCode('conflict'));
    expect(await ask('interview.get', { id })).toMatchObject({ textVersion: 1 });
  });

  it('gets another time or none', async () => {
    const { ask, id, refusal } = await talk();
    await ask('turn.setTime', { interviewId: id, textVersion: 1, turn: 1, timeMs: 61_000 });
    expect((await ask('interview.get', { id })).turns[1]?.timeMs).toBe(61_000);
    await ask('turn.setTime', { interviewId: id, textVersion: 1, turn: 1, timeMs: null });
    expect((await ask('interview.get', { id })).turns[1]?.timeMs).toBeNull();
    expect(await refusal('turn.setTime', { interviewId: id, textVersion: 1, turn: 1, timeMs: -1 })).toEqual(
      withCode('invalid-input'),
    );
  });
});

it('a correction of five million characters is done, a longer one refused', { timeout: 60_000 }, async () => {
  const { ask, id, at, refusal, now } = await talk('Sinds');
  const pasted = 'Dit is een lange zin. '.repeat(227_273).slice(0, 5_000_000);
  const splices = [{ at: at('Hoe lang'), del: 0, ins: pasted }];
  expect(await refusal('interview.correct', { id, textVersion: 1, splices: [{ ...splices[0], ins: `${pasted}x` }] })).toEqual(
    withCode('invalid-input'),
  );
  await ask('interview.correct', { id, textVersion: 1, splices });
  expect((await now()).quotes).toEqual(['Sinds']);
  expect(await ask('project.check', {})).toEqual({ ok: true });
});

type Step =
  | { kind: 'correct'; turn: number; at: number; del: number; ins: string }
  | { kind: 'split'; turn: number; at: number }
  | { kind: 'join'; turn: number }
  | { kind: 'speaker'; turn: number; speaker: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'code'; at: number; length: number };

const labels = fc.constantFrom('Anouk', 'Interviewer', 'Zoë 👩‍👧', 'שלום');
const place = { turn: fc.nat(8), at: fc.nat(40) };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('correct'), ...place, del: fc.nat(12), ins: brokenTexts(6) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('split'), ...place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('join'), turn: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('speaker'), turn: fc.nat(8), speaker: labels }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename'), from: labels, to: labels }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('code'), at: fc.nat(90), length: fc.integer({ min: 1, max: 25 }) }) },
);

/** Every unit of the text has a number of its own that it keeps as long as it lives. */
class Units {
  private next = 0;
  all: number[];
  /** Per coding the units it was put on. */
  readonly coded = new Map<number, ReadonlySet<number>>();
  constructor(length: number) {
    this.all = this.fresh(length);
  }
  splice(splices: readonly Splice[]): void {
    for (const { at, del, ins } of splices.toReversed()) this.all.splice(at, del, ...this.fresh(ins.length));
  }
  private fresh(length: number): number[] {
    return Array.from({ length }, () => this.next++);
  }
}

async function perform({ ask, answer }: TestProject, id: number, codeId: number, one: Step, units: Units): Promise<void> {
  const now = await ask('interview.get', { id });
  const turn = 'turn' in one ? one.turn % now.turns.length : 0;
  const own = now.turns[turn] ?? { start: 0, end: 0 };
  const text = { interviewId: id, textVersion: now.textVersion };
  const done = async (
    name: 'turn.split' | 'turn.join' | 'interview.correct',
    input: object,
    after: ReturnType<typeof splitTurns>,
  ) => {
    const given = await answer(name, input);
    if (!given.ok) return expect(['refused', 'invalid-input']).toContain(given.error.code);
    const { text: stored, turns } = await ask('interview.get', { id });
    // What the window shows before the answer comes, is what is stored.
    expect({ text: stored, turns }).toEqual({ text: after?.text, turns: after?.turns });
    units.splice(after?.splices ?? []);
  };
  if (one.kind === 'correct') {
    const at = Math.min(own.start + one.at, own.end);
    const splices = [{ at, del: Math.min(one.del, own.end - at), ins: one.ins }];
    const clean = splices.map((splice) => ({ ...splice, ins: cleanInsertion(splice.ins) }));
    await done('interview.correct', { id, textVersion: now.textVersion, splices }, correctTurns(now, clean));
  } else if (one.kind === 'split') {
    const at = [Math.min(own.start + one.at, own.end)];
    await done('turn.split', { ...text, at }, splitTurns(now, at));
  } else if (one.kind === 'join') await done('turn.join', { ...text, turn }, joinTurns(now, turn));
  else if (one.kind === 'speaker') await ask('turn.setSpeaker', { ...text, turns: [turn], speaker: one.speaker });
  else if (one.kind === 'rename') await answer('speaker.rename', { from: one.from, to: one.to });
  else {
    const start = Math.min(one.at, now.text.length - 1);
    await answer('coding.apply', { ...text, start, end: Math.min(start + one.length, now.text.length), codeIds: [codeId] });
  }
}

describe('any run of corrections', () => {
  it('keeps every surviving character in its coding; taken back, all is as it was', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const project = await talk();
        const { ask, id, codeId } = project;
        const before = dump(project.path);
        const history = (await ask('history.list', { limit: 100 })).entries.length;
        const units = new Units(project.text.length);
        for (const one of steps) {
          await perform(project, id, codeId, one, units);
          for (const coding of (await ask('coding.list', { interviewId: id })).codings) {
            const inside = new Set(units.all.slice(coding.start, coding.end));
            const was = units.coded.get(coding.id);
            if (coding.toBeChecked) units.coded.delete(coding.id);
            else if (!was) units.coded.set(coding.id, inside);
            else {
              const alive = new Set(units.all);
              for (const unit of was) if (alive.has(unit)) expect(inside.has(unit)).toBe(true);
            }
          }
        }
        expect(await ask('project.check', {})).toEqual({ ok: true });
        const made = (await ask('history.list', { limit: 100 })).entries.length - history;
        for (let n = 0; n < made; n++) await ask('history.undo', {});
        expect(dump(project.path)).toEqual(before);
        await project.engine.close();
      }),
      { numRuns: runs(40) },
    );
  });
});
