// The project's own row, its counts, the invariants, and the positions the window remembers.

import { all, one, type ReadableDb, run, type WritableDb } from './database.ts';

export type Counts = {
  readonly interviews: number;
  readonly sets: number;
  readonly codes: number;
  readonly themes: number;
  readonly codings: number;
  readonly coders: number;
  readonly memos: number;
};

export function insertProject(db: WritableDb, name: string): void {
  run(db, 'insert into project (id, name) values (1, ?)', name);
}

export function getProjectName(db: ReadableDb): string {
  return one<{ name: string }>(db, 'select name from project')?.name ?? '';
}

export function updateProjectName(db: WritableDb, name: string): void {
  run(db, 'update project set name = ?', name);
}

export function getCounts(db: ReadableDb): Counts {
  return one<Counts>(
    db,
    `select (select count(*) from interview) as interviews, (select count(*) from interview_set) as sets, (select count(*) from code) as codes,
      (select count(*) from code where parent_id is null) as themes, (select count(*) from coding) as codings, (select count(distinct coder_id) from coding) as coders,
      (select count(*) from memo) as memos`,
  ) as Counts;
}

export function getPosition(db: ReadableDb, key: string): string | null {
  return one<{ value: string }>(db, 'select value from position where key = ?', key)?.value ?? null;
}

export function setPosition(db: WritableDb, key: string, value: string): void {
  run(db, 'insert into position (key, value) values (?, ?) on conflict (key) do update set value = excluded.value', key, value);
}

export type Broken = { readonly rule: string; readonly detail: string };

/** What the schema can't enforce, asked as queries: each row that comes back is a broken invariant. */
const INVARIANTS: readonly { readonly rule: string; readonly sql: string }[] = [
  { rule: 'the project has a name', sql: "select 'no project row' as detail where (select count(*) from project) <> 1" },
  {
    rule: 'every interview has a text',
    sql: 'select name as detail from interview where id not in (select interview_id from interview_text)',
  },
  {
    rule: 'turns do not overlap',
    sql: "select interview_id || ' turn ' || position as detail from (select *, lag(end, 1, 0) over (partition by interview_id order by position) as last from turn) where start < last",
  },
  {
    rule: 'codes form a tree',
    sql: `with recursive up (id, at, depth) as (select id, parent_id, 0 from code union all select up.id, code.parent_id, depth + 1 from up join code on code.id = up.at where depth < 20)
      select 'code ' || id as detail from up where depth >= 20 group by id`,
  },
  {
    rule: 'only themes have a colour of their own',
    sql: 'select name as detail from code where parent_id is not null and hue is not null',
  },
  {
    rule: 'the search index holds every text',
    sql: 'select name as detail from interview where id not in (select id from interview_search_docsize)',
  },
  {
    rule: 'history rows belong to an entry',
    sql: "select 'entry ' || entry_id as detail from history_row where entry_id not in (select id from history_entry) limit 20",
  },
  {
    rule: 'what was taken back comes after what stands',
    sql: "select 'entry ' || id as detail from history_entry where undone = 0 and id > (select min(id) from history_entry where undone = 1)",
  },
];

export function brokenInvariants(db: ReadableDb): Broken[] {
  return INVARIANTS.flatMap(({ rule, sql }) =>
    all<{ detail: string }>(db, sql).map(({ detail }) => ({ rule, detail: String(detail) })),
  );
}
