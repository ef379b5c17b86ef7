// Fragments: found, arranged, and given names, texts and context, a page at a time; or handed out as a file.

import type { Grouped } from '../analysis/arrange.ts';
import { type Fragment, nearbyOf, type QuoteCoding } from '../analysis/retrieve.ts';
import type { FragmentRow } from '../contract/quote.ts';
import type { PlacedCode } from '../domain/code.ts';
import { DraadError } from '../domain/error.ts';
import { cleanMemo, MAX_MEMO } from '../domain/memo.ts';
import { beginningOf, ceilToGrapheme, floorToGrapheme, type TextRange } from '../domain/text.ts';
import { exportQuotes, type QuoteLine } from '../formats/quotes.ts';
import { ensureCoder, listCoders } from '../store/codings.ts';
import type { ReadableDb } from '../store/database.ts';
import { getText } from '../store/interviews.ts';
import { getMemoText, setMemo } from '../store/memos.ts';
import { listAttributes, listParticipants } from '../store/participants.ts';
import { sentenceContext } from './analysis.ts';
import { existingCoding } from './codings.ts';
import { arrange, count, lookOf, nameGroups } from './quote-groups.ts';
import { type Field, findFragments, gatherField, type QuoteScope, withoutEach } from './quote-scope.ts';
import type { HandlersFor } from './session.ts';

const LONGEST = 2000;
/** Of a quote, in the label of a step. */
const SUBJECT = 120;
const SHORT_LINE = 3;

type Context = 'none' | 'sentence' | 'turn';

export const quoteHandlers: HandlersFor<'quote'> = {
  'quote.list': ({ db }, { sort, group, context, offset, limit, ...scope }) => {
    const field = gatherField(db);
    const { fragments, of } = findFragments(db, field, scope);
    const { division, grouped } = arrange(db, field, fragments, { sort, group });
    return {
      total: { ...count(field, fragments), of },
      length: lengthOf(grouped),
      groups: nameGroups(field, division, grouped),
      rows: toRows(db, field, pageOf(grouped, offset, limit), context),
      without: fragments.length > 0 ? [] : countWithoutEach(db, field, scope),
    };
  },
  'quote.choose': ({ db }, { sort, group, offset, limit, ...scope }) => {
    const field = gatherField(db);
    const { grouped } = arrange(db, field, findFragments(db, field, scope).fragments, { sort, group });
    const versions = new Map(field.interviews.map((interview) => [interview.id, interview.textVersion]));
    return {
      fragments: [...new Set(pageOf(grouped, offset, limit))].map(({ interviewId, start, end, codings, asked }) => ({
        interviewId,
        textVersion: versions.get(interviewId) ?? 1,
        start,
        end,
        key: codings.some((coding) => coding.key),
        codings: codings.map((coding) => ({
          id: coding.id,
          codeId: coding.codeId,
          memo: coding.memo,
          asked: asked.includes(coding),
        })),
      })),
    };
  },
  'quote.note': ({ db, coder, at, about }, { codingIds, text }) => {
    const added = cleanMemo(text);
    const codings = [...new Set(codingIds)].map((id) => existingCoding(db, id));
    for (const { id } of codings) {
      const now = getMemoText(db, 'coding', id);
      setMemo(db, 'coding', id, now === '' ? added : withRoom(now, added), () => ensureCoder(db, coder), at);
    }
    about(codings.length === 1 ? beginningOf(codings[0]?.quote ?? '', SUBJECT) : String(codings.length));
    return {};
  },
  'quote.export': ({ db }, { sort, group, format, language, heading, only, ...scope }) => {
    const field = gatherField(db);
    const wanted = only && new Set(only);
    const { fragments } = findFragments(db, field, scope);
    const chosen = wanted ? fragments.filter(({ codings }) => codings.some((coding) => wanted.has(coding.id))) : fragments;
    const { grouped } = arrange(db, field, chosen, { sort, group });
    // A fragment that stands in several groups goes out once.
    const rows = toLines(db, field, [...new Set(grouped.flatMap((own) => own.fragments))]);
    const attributes = listAttributes(db).map((attribute) => attribute.name);
    return { content: exportQuotes(rows, { format, language, heading, attributes }), fragments: rows.length };
  },
};

/** Errors: `refused` when a memo would grow too long. */
function withRoom(now: string, added: string): string {
  const text = `${now}\n\n${added}`;
  if (text.length > MAX_MEMO) throw new DraadError('refused', 'There is a memo that has no room for this text', 'text');
  return text;
}

function lengthOf(grouped: readonly Grouped[]): number {
  return grouped.reduce((sum, { fragments }) => sum + fragments.length, 0);
}

function pageOf(grouped: readonly Grouped[], offset: number, limit: number): Fragment[] {
  return grouped.flatMap(({ at, fragments }) =>
    at + fragments.length <= offset || at >= offset + limit
      ? []
      : fragments.slice(Math.max(0, offset - at), Math.max(0, offset + limit - at)),
  );
}

function countWithoutEach(db: ReadableDb, field: Field, scope: QuoteScope): { condition: string; fragments: number }[] {
  return withoutEach(scope).map(({ condition, scope: less }) => ({
    condition,
    fragments: findFragments(db, field, less).fragments.length,
  }));
}

function toRows(db: ReadableDb, field: Field, fragments: readonly Fragment[], context: Context): FragmentRow[] {
  const names = namesOf(db, field);
  return fragments.map((fragment) => {
    const { interviewId, start, end, codings, asked } = fragment;
    const interview = names.interview(interviewId);
    const voice = field.voiceAt(interviewId, start);
    const text = names.text(interviewId);
    const lost = codings[0]?.lost;
    const said = lost ?? text.slice(start, end);
    const shown = said.length > LONGEST ? said.slice(0, floorToGrapheme(said, LONGEST)) : said;
    return {
      interviewId,
      interview: interview?.name ?? '',
      set: interview?.set ?? '',
      textVersion: interview?.textVersion ?? 1,
      start,
      end,
      turn: voice.turn,
      speaker: voice.label,
      text: shown,
      more: said.length - shown.length,
      ...(lost === undefined ? contextOf(field, interviewId, text, fragment, context) : { before: '', after: '' }),
      codes: names.codes(codings),
      nearby: names.codes(
        nearbyOf(fragment, field.byInterview.get(interviewId) ?? []).filter(
          (near) => !codings.some((own) => own.codeId === near.codeId),
        ),
      ),
      codings: codings.map((coding) => ({
        id: coding.id,
        codeId: coding.codeId,
        coder: names.coder(coding.coderId),
        at: coding.at,
        key: coding.key,
        memo: coding.memo,
        asked: asked.includes(coding),
      })),
      participants: voice.participants.map((id) => ({
        name: names.participant(id),
        attributes: names.attributes(id).slice(0, SHORT_LINE),
      })),
      key: codings.some((coding) => coding.key),
      memo: codings.some((coding) => coding.memo),
      toBeChecked: lost !== undefined,
    };
  });
}

function toLines(db: ReadableDb, field: Field, fragments: readonly Fragment[]): QuoteLine[] {
  const names = namesOf(db, field);
  return fragments.map(({ interviewId, start, end, codings }) => {
    const interview = names.interview(interviewId);
    const voice = field.voiceAt(interviewId, start);
    return {
      text: codings[0]?.lost ?? names.text(interviewId).slice(start, end),
      interview: interview?.name ?? '',
      set: interview?.set ?? '',
      city: interview?.city ?? '',
      date: interview?.date ?? '',
      turn: voice.turn,
      start,
      end,
      speaker: voice.label ?? '',
      participants: voice.participants.map((id) => ({ name: names.participant(id), values: field.values.get(id) ?? {} })),
      codes: names.codes(codings).map((code) => code.path),
      coders: [...new Set(codings.map((coding) => names.coder(coding.coderId)))],
      key: codings.some((coding) => coding.key),
      memo: codings.some((coding) => coding.memo),
    };
  });
}

/** Looks things up by id; each text is read once. */
function namesOf(db: ReadableDb, field: Field) {
  const interviews = new Map(field.interviews.map((interview) => [interview.id, interview]));
  const coders = new Map(listCoders(db).map((coder) => [coder.id, coder.name]));
  const participants = new Map(listParticipants(db).map((participant) => [participant.id, participant.name]));
  const codes = new Map(field.placed.map((code, at) => [code.id, { code, at }]));
  const texts = new Map<number, string>();
  const codesOf = (codings: readonly QuoteCoding[]): PlacedCode[] =>
    [...new Set(codings.map((coding) => coding.codeId))]
      .flatMap((id) => codes.get(id) ?? [])
      .sort((a, b) => a.at - b.at)
      .map(({ code }) => code);
  return {
    interview: (id: number) => interviews.get(id),
    coder: (id: number) => coders.get(id) ?? '',
    participant: (id: number) => participants.get(id) ?? '',
    attributes: (id: number) => Object.values(field.values.get(id) ?? {}),
    codes: (codings: readonly QuoteCoding[]) => codesOf(codings).map(lookOf),
    text: (id: number): string => {
      const known = texts.get(id) ?? getText(db, id);
      texts.set(id, known);
      return known;
    },
  };
}

function contextOf(
  field: Field,
  interviewId: number,
  text: string,
  range: TextRange,
  context: Context,
): { before: string; after: string } {
  if (context === 'none') return { before: '', after: '' };
  if (context === 'sentence') return sentenceContext(text, range);
  const starts = field.turns.get(interviewId)?.starts ?? [];
  const first = starts[field.voiceAt(interviewId, range.start).turn - 1] ?? 0;
  const next = starts[field.voiceAt(interviewId, range.end - 1).turn];
  const last = next === undefined ? text.length : next - 1; // one line break parts two turns
  const before = text.slice(first, range.start);
  const after = text.slice(range.end, last);
  return { before: lastOf(before), after: firstOf(after) };
}

// At most so much, cut between words; in a text without spaces between characters.
function lastOf(text: string): string {
  if (text.length <= LONGEST) return text;
  const from = ceilToGrapheme(text, text.length - LONGEST);
  return `… ${text.slice(Math.max(from, text.indexOf(' ', from) + 1))}`;
}

function firstOf(text: string): string {
  if (text.length <= LONGEST) return text;
  const to = text.lastIndexOf(' ', LONGEST);
  return `${text.slice(0, to > 0 ? to : floorToGrapheme(text, LONGEST))} …`;
}
