// Whether the history replays: walking back from now, each note must find its row there or not there, as its verb says.

import { all, one, type ReadableDb, type Row } from './database.ts';
import { followedTables } from './history.ts';

type Note = {
  readonly entry: number;
  readonly undone: number;
  readonly tab: string;
  readonly verb: string;
  readonly key: string;
  readonly image: number;
};

/** The entries that could not be taken back, or done again; empty when all can. */
export function historyProblems(db: ReadableDb): string[] {
  const back = notesOf(db, 0, 'desc');
  const again = notesOf(db, 1, 'asc');
  return [...walk(db, back, { appears: 'delete', goes: 'insert' }), ...walk(db, again, { appears: 'insert', goes: 'delete' })];
}

/** `image`: 1 when there is one, 0 when there is none, -1 when it or the key can't be read. */
function notesOf(db: ReadableDb, undone: 0 | 1, order: 'asc' | 'desc'): Note[] {
  return all(
    db,
    `select e.id as entry, e.undone, r.tab, r.verb, r.key, iif(json_valid(r.key) and json_valid(ifnull(r.image, 'null')), r.image is not null, -1) as image
     from history_entry e join history_row r on r.entry_id = e.id where e.undone = ? order by e.id ${order}, r.seq ${order}`,
    undone,
  );
}

// A step makes a row appear (its image must be there), makes it go (there must be none), or puts another in its place.
function walk(db: ReadableDb, notes: readonly Note[], { appears, goes }: { appears: string; goes: string }): string[] {
  const tables = followedTables(db);
  const there = new Map<string, boolean>();
  const broken = new Set<number>();
  for (const note of notes) {
    const place = `${note.tab} ${note.key}`;
    const keys = tables.get(note.tab)?.keys;
    const isThere = there.get(place) ?? (keys !== undefined && note.image !== -1 && hasRow(db, note.tab, keys, note.key));
    if (!keys || isThere === (note.verb === appears) || note.image !== (note.verb === goes ? 0 : 1)) broken.add(note.entry);
    there.set(place, note.verb !== goes);
  }
  return [...broken].slice(0, 20).map((entry) => `entry ${entry}`);
}

function hasRow(db: ReadableDb, table: string, keys: readonly string[], key: string): boolean {
  const row = JSON.parse(key) as Row;
  return (
    one(db, `select 1 from ${table} where ${keys.map((k) => `${k} = ?`).join(' and ')}`, ...keys.map((k) => row[k] ?? null)) !==
    undefined
  );
}
