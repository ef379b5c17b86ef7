// The project as a whole: its name, numbers, soundness, history and the positions the window remembers.

import { DraadError } from '../domain/error.ts';
import { ceilToGrapheme, floorToGrapheme } from '../domain/text.ts';
import { listCodings } from '../store/codings.ts';
import { integrityProblems, type ReadableDb } from '../store/database.ts';
import { countEntries, getRedoEntry, getUndoEntry, listEntries } from '../store/history.ts';
import { historyProblems } from '../store/history-check.ts';
import { getText, listInterviews, listTurns } from '../store/interviews.ts';
import {
  type Broken,
  brokenInvariants,
  getCounts,
  getPosition,
  getProjectName,
  setPosition,
  updateProjectName,
} from '../store/project.ts';
import type { HandlersFor } from './session.ts';

export const projectHandlers: HandlersFor<'project' | 'history' | 'position'> = {
  'project.get': ({ db, readOnly, readOnlyWhy }) => ({
    name: getProjectName(db),
    counts: getCounts(db),
    savedAt: listEntries(db, 1)[0]?.at ?? null,
    readOnly,
    readOnlyWhy,
    undo: getUndoEntry(db),
    redo: getRedoEntry(db),
  }),
  'project.rename': ({ db, about }, { name }) => {
    updateProjectName(db, name);
    about(name);
    return {};
  },
  'project.check': ({ db }) => {
    const broken = [
      ...integrityProblems(db).map((detail) => ({ rule: 'the file is sound', detail })),
      ...brokenInvariants(db),
      ...historyProblems(db).map((detail) => ({ rule: 'the history replays', detail })),
      ...brokenTexts(db),
    ];
    return broken.length === 0 ? { ok: true } : { ok: false, broken };
  },
  'history.list': ({ db }, { limit, before }) => ({ entries: listEntries(db, limit, before), total: countEntries(db) }),
  // Undo, redo and going to a step run in dispatch, outside the mechanism that would note them as changes of their own.
  'history.undo': () => {
    throw new DraadError('internal', 'history.undo runs in dispatch');
  },
  'history.redo': () => {
    throw new DraadError('internal', 'history.redo runs in dispatch');
  },
  'history.goTo': () => {
    throw new DraadError('internal', 'history.goTo runs in dispatch');
  },
  'position.get': ({ db }, { key }) => {
    const value = getPosition(db, key);
    return { value: value === null ? null : JSON.parse(value) };
  },
  'position.set': ({ db }, { key, value }) => {
    setPosition(db, key, JSON.stringify(value));
    return {};
  },
};

// What only the texts themselves can tell: offsets inside the text, never inside a grapheme, and quotes that are what they say.
function brokenTexts(db: ReadableDb): Broken[] {
  return listInterviews(db).flatMap(({ id, name }) => {
    const text = getText(db, id);
    const broken: Broken[] = [];
    for (const turn of listTurns(db, id)) {
      if (turn.end > text.length) broken.push({ rule: 'turns lie inside the text', detail: `${name} ${turn.start}-${turn.end}` });
    }
    for (const coding of listCodings(db, id)) {
      const where = `${name} ${coding.start}-${coding.end}, coding ${coding.id}`;
      if (coding.end > text.length) broken.push({ rule: 'codings lie inside the text', detail: where });
      else if (coding.start < coding.end && text.slice(coding.start, coding.end) !== coding.quote)
        broken.push({ rule: 'a quote is the text under its coding', detail: where });
      else if (floorToGrapheme(text, coding.start) !== coding.start || ceilToGrapheme(text, coding.end) !== coding.end) {
        broken.push({ rule: 'codings do not cut a grapheme', detail: where });
      }
    }
    return broken;
  });
}
