-- What the coding workspace keeps besides: the codes under the keys 1-9, how a code came to mean what it means, under which meaning
-- a coding was made, memos on participants, and the research journal.

create table pin (
  digit integer primary key check (digit between 1 and 9),
  code_id integer not null unique references code (id)
) strict;

-- The version of a code's meaning: it rises when its definition, use, what it is not for or its example changes, and when another
-- code is merged into it or a part is split off.
alter table code add column version integer not null default 1;

-- The version of the code's meaning under which the coding was made; 0: it was made under another code, and came by merge or split.
alter table coding add column code_version integer not null default 1;

-- One row a change of a code, oldest first. `detail` is JSON: what it was before, and what it was merged with or split into.
create table code_change (
  id integer primary key,
  code_id integer not null references code (id),
  kind text not null check (kind in ('created', 'renamed', 'defined', 'moved', 'coloured', 'merged', 'split')),
  version integer not null, -- of the code, after this change
  detail text not null,
  reason text not null default '',
  coder_id integer not null references coder (id),
  at text not null
) strict;
create index code_change_by_code on code_change (code_id, id);

-- A memo may be on a participant too; with `journal_date` it is an entry of the research journal, of which a day may have several.
alter table memo add column participant_id integer references participant (id);
alter table memo add column journal_date text;
create unique index memo_by_participant on memo (participant_id);

-- What the researcher says of a speaker's label, besides what turns and participants tell: whether it asks the questions.
create table speaker (
  label_key text primary key check (label_key <> ''),
  label text not null,
  asks integer not null check (asks in (0, 1))
) strict, without rowid;

-- Where in the text a step was, for its label: code 'vast gezicht' at turn 26 of DH-07.
alter table history_entry add column interview text not null default '';
alter table history_entry add column turn integer;
-- What was taken back is looked for with every change, among all steps there ever were.
create index history_undone on history_entry (id) where undone = 1;

-- The highest number that went with a row of a table. A link in a memo or another window may still hold it, so it is never given to
-- something else; the history does not follow it, because it must not go back when a step is taken back.
create table gone (
  tab text primary key,
  id integer not null
) strict, without rowid;
create trigger interview_gone after delete on interview begin
  insert into gone (tab, id) values ('interview', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;
create trigger participant_gone after delete on participant begin
  insert into gone (tab, id) values ('participant', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;
create trigger code_gone after delete on code begin
  insert into gone (tab, id) values ('code', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;
create trigger coding_gone after delete on coding begin
  insert into gone (tab, id) values ('coding', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;
