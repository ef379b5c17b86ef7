// What the palette offers for what is typed, best first. Pure. `#` asks for codes, `@` for participants, `:` for a turn.

import type { InterviewRow } from '../../src/contract/interview.ts';
import type { TextRange } from '../../src/domain/text.ts';
import { type Candidate, rankCodes } from '../transcript/ranking.ts';

export type Section = 'recent' | 'commands' | 'interviews' | 'codes' | 'participants' | 'turn' | 'search';
export type Target =
  | { readonly kind: 'command'; readonly id: string }
  | { readonly kind: 'interview'; readonly interviewId: number }
  | { readonly kind: 'code'; readonly codeId: number }
  | { readonly kind: 'turn'; readonly turn: number }
  | { readonly kind: 'search'; readonly query: string };

export type Choice = {
  readonly target: Target;
  readonly section: Section;
  readonly name: string;
  readonly bold: readonly TextRange[];
  /** What stands behind the name: where it is, whose interview it is. */
  readonly beside: string;
};

export type NamedCommand = {
  readonly id: string;
  readonly name: string;
  readonly other: string;
  readonly group: string;
};
export type NamedCode = {
  readonly id: number;
  readonly name: string;
  readonly parents: readonly string[];
  readonly path: string;
  readonly other: string;
};

export type Known = {
  /** What can be done now. */
  readonly commands: readonly NamedCommand[];
  /** Done lately, the last first. */
  readonly recent: readonly string[];
  readonly interviews: readonly Pick<InterviewRow, 'id' | 'name' | 'set' | 'city' | 'participants'>[];
  readonly codes: readonly NamedCode[];
  /** No project is open: there is nothing to go to or to look through. */
  readonly alone?: true;
};

/** do: commands first. go: interviews. */
export type Mode = 'do' | 'go';

const MOST = 60;
const MOST_BESIDE = 5;
const MOST_RECENT = 6;

export function choicesFor(known: Known, typed: string, mode: Mode): Choice[] {
  if (known.alone) return typed.trim() === '' ? beginning(known) : commandsFor(known, typed).slice(0, MOST);
  const sign = typed.trimStart().charAt(0);
  const rest = typed.trimStart().slice(1);
  if (sign === '#') return codesFor(known, rest).slice(0, MOST);
  if (sign === '@') return participantsFor(known, rest).slice(0, MOST);
  if (sign === ':') return turnFor(rest);
  if (mode === 'go') return interviewsFor(known, typed).slice(0, MOST);
  if (typed.trim() === '') return [...recentOf(known), ...beginning(known)];
  const query = typed.trim();
  return [
    ...commandsFor(known, typed).slice(0, MOST),
    ...interviewsFor(known, typed).slice(0, MOST_BESIDE),
    ...codesFor(known, typed).slice(0, MOST_BESIDE),
    { target: { kind: 'search', query }, section: 'search', name: query, bold: [], beside: '' },
  ];
}

function recentOf({ commands, recent }: Known): Choice[] {
  return recent
    .flatMap((id) => commands.find((command) => command.id === id) ?? [])
    .slice(0, MOST_RECENT)
    .map((command) => ({ ...commandChoice(command), section: 'recent' }));
}

/** Before anything is typed: what leads on comes first. What was done lately stands above already; nobody looks here for digits. */
function beginning(known: Known): Choice[] {
  const lately = new Set(recentOf(known).map(({ name }) => name));
  const shown = known.commands.filter(({ id, name }) => !/^transcript\.digit\d$/.test(id) && !lately.has(name));
  const leads = shown.filter(({ id }) => !id.startsWith('transcript.'));
  return [...leads, ...shown.filter((command) => !leads.includes(command))].map(commandChoice);
}

function commandsFor({ commands, recent }: Known, typed: string): Choice[] {
  const candidates = commands.map((command, id) => ({ ...candidate(id, command.name, command.other, [command.group]), command }));
  const lately = recent.map((id) => commands.findIndex((command) => command.id === id));
  return rankCodes(candidates, typed, lately).map(({ code, bold }) => ({ ...commandChoice(code.command), bold }));
}

function commandChoice({ id, name, group }: NamedCommand): Choice {
  return { target: { kind: 'command', id }, section: 'commands', name, bold: [], beside: group };
}

function interviewsFor({ interviews }: Known, typed: string): Choice[] {
  const candidates = interviews.map((row) => {
    const people = row.participants.map((person) => person.name).join(' ');
    return { ...candidate(row.id, row.name, `${row.city} ${people}`, [row.set]), beside: row.set };
  });
  return rankCodes(candidates, typed).map(({ code, bold }) => ({
    target: { kind: 'interview', interviewId: code.id },
    section: 'interviews',
    name: code.name,
    bold,
    beside: code.beside,
  }));
}

function codesFor({ codes }: Known, typed: string): Choice[] {
  return rankCodes(codes, typed).map(({ code, bold }) => ({
    target: { kind: 'code', codeId: code.id },
    section: 'codes',
    name: code.name,
    bold,
    beside: code.parents.join(' / '),
  }));
}

/** A participant leads to each interview they are in. */
function participantsFor({ interviews }: Known, typed: string): Choice[] {
  const candidates = interviews.flatMap((row) =>
    row.participants.map((person) => ({
      ...candidate(row.id, person.name, `${person.speaker} ${Object.values(person.attributes).join(' ')}`, [row.name]),
      beside: row.name,
    })),
  );
  return rankCodes(candidates, typed).map(({ code, bold }) => ({
    target: { kind: 'interview', interviewId: code.id },
    section: 'participants',
    name: code.name,
    bold,
    beside: code.beside,
  }));
}

function turnFor(typed: string): Choice[] {
  if (!/^\s*[1-9]\d{0,6}\s*$/.test(typed)) return [];
  const turn = Number(typed);
  return [{ target: { kind: 'turn', turn }, section: 'turn', name: String(turn), bold: [], beside: '' }];
}

function candidate(id: number, name: string, other: string, parents: readonly string[]): Candidate {
  return { id, name, parents, path: name, other };
}
