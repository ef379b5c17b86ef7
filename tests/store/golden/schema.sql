CREATE UNIQUE INDEX code_by_name on code (ifnull(parent_id, 0), name_key);

CREATE INDEX code_change_by_code on code_change (code_id, id);

CREATE INDEX coding_by_code on coding (code_id, interview_id);

CREATE INDEX coding_by_coder on coding (coder_id);

CREATE INDEX coding_by_place on coding (interview_id, start, end, code_id);

CREATE INDEX history_undone on history_entry (id) where undone = 1;

CREATE INDEX interview_by_participant on interview_participant (participant_id);

CREATE INDEX interview_by_set on interview (set_id);

CREATE UNIQUE INDEX memo_by_participant on memo (participant_id);

CREATE TABLE attribute (
  id integer primary key,
  name text not null check (name <> ''),
  name_key text not null unique
) strict;

CREATE TABLE code (
  id integer primary key,
  parent_id integer references code (id),
  position integer not null,
  name text not null check (name <> ''),
  name_key text not null,
  label_en text not null default '',
  definition text not null default '',
  definition_en text not null default '',
  use text not null default '',
  not_use text not null default '',
  example text not null default '',
  hue integer check (hue between 1 and 10),
  form text check (form in ('solid', 'hollow', 'dashed'))
, version integer not null default 1) strict;

CREATE TABLE code_change (
  id integer primary key,
  code_id integer not null references code (id),
  kind text not null check (kind in ('created', 'renamed', 'defined', 'moved', 'coloured', 'merged', 'split')),
  version integer not null, -- of the code, after this change
  detail text not null,
  reason text not null default '',
  coder_id integer not null references coder (id),
  at text not null
) strict;

CREATE TABLE coder (
  id integer primary key,
  name text not null check (name <> ''),
  name_key text not null unique
) strict;

CREATE TABLE coding (
  id integer primary key,
  interview_id integer not null references interview (id),
  start integer not null,
  end integer not null,
  code_id integer not null references code (id),
  coder_id integer not null references coder (id),
  at text not null, -- when, ISO 8601 UTC
  key integer not null default 0 check (key in (0, 1)), -- a key quote
  quote text not null, -- the text as it was coded; with `before` and `after` it can be found again
  before text not null,
  after text not null, code_version integer not null default 1,
  check (start >= 0 and start <= end) -- start = end: its text was corrected away, to be checked
) strict;

CREATE TABLE gone (
  tab text primary key,
  id integer not null
) strict, without rowid;

CREATE TABLE history_entry (
  id integer primary key,
  operation text not null,
  subject text not null, -- what it was about, for the label of undo
  coder text not null,
  at text not null,
  undone integer not null default 0 check (undone in (0, 1))
, interview text not null default '', turn integer, subject_en text not null default '') strict;

CREATE TABLE history_row (
  entry_id integer not null references history_entry (id) on delete cascade,
  seq integer not null,
  tab text not null,
  verb text not null check (verb in ('insert', 'update', 'delete')),
  key text not null, -- the primary key, as a JSON object
  image text, -- the row, as a JSON object
  primary key (entry_id, seq)
) strict, without rowid;

CREATE TABLE interview (
  id integer primary key,
  set_id integer not null references interview_set (id),
  name text not null check (name <> ''),
  name_key text not null unique,
  city text not null default '',
  date text not null default '',
  collector text not null default '',
  file text not null,
  sha256 text not null unique, -- of the file's bytes: the same file twice is recognised by content
  words integer not null,
  text_version integer not null default 1
) strict;

CREATE TABLE interview_participant (
  interview_id integer not null references interview (id),
  participant_id integer not null references participant (id),
  speaker text not null default '', -- the label of this participant in the transcript
  primary key (interview_id, participant_id)
) strict, without rowid;

CREATE VIRTUAL TABLE interview_search using fts5 (
  text,
  content = 'interview_text', content_rowid = 'interview_id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE TABLE 'interview_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'interview_search_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'interview_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'interview_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE interview_set (
  id integer primary key,
  name text not null check (name <> ''),
  name_key text not null unique
) strict;

CREATE TABLE interview_text (
  interview_id integer primary key references interview (id),
  text text not null
) strict;

CREATE TABLE label_mend (
  label_key text primary key check (label_key <> ''),
  label text not null,
  speaker integer not null check (speaker in (0, 1)), -- 0: what looks like a label is text
  same_as text -- the label it is one with
) strict, without rowid;

CREATE TABLE memo (
  id integer primary key,
  interview_id integer unique references interview (id),
  code_id integer unique references code (id),
  coding_id integer unique references coding (id),
  text text not null,
  coder_id integer not null references coder (id),
  at text not null, participant_id integer references participant (id), journal_date text,
  check ((interview_id is not null) + (code_id is not null) + (coding_id is not null) <= 1)
) strict;

CREATE TABLE participant (
  id integer primary key,
  name text not null check (name <> ''),
  name_key text not null unique
) strict;

CREATE TABLE participant_attribute (
  participant_id integer not null references participant (id),
  attribute_id integer not null references attribute (id),
  value text not null check (value <> ''),
  primary key (participant_id, attribute_id)
) strict, without rowid;

CREATE TABLE pin (
  digit integer primary key check (digit between 1 and 9),
  code_id integer not null unique references code (id)
) strict;

CREATE TABLE position (
  key text primary key,
  value text not null -- JSON
) strict, without rowid;

CREATE TABLE project (
  id integer primary key check (id = 1),
  name text not null
) strict;

CREATE TABLE speaker (
  label_key text primary key check (label_key <> ''),
  label text not null,
  asks integer not null check (asks in (0, 1))
) strict, without rowid;

CREATE TABLE turn (
  interview_id integer not null references interview (id),
  position integer not null,
  start integer not null,
  end integer not null,
  speaker text,
  time_ms integer,
  primary key (interview_id, position),
  check (start >= 0 and start < end)
) strict, without rowid;

CREATE TRIGGER code_gone after delete on code begin
  insert into gone (tab, id) values ('code', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;

CREATE TRIGGER coding_gone after delete on coding begin
  insert into gone (tab, id) values ('coding', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;

CREATE TRIGGER interview_gone after delete on interview begin
  insert into gone (tab, id) values ('interview', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;

CREATE TRIGGER interview_text_deleted after delete on interview_text begin
  insert into interview_search (interview_search, rowid, text) values ('delete', old.interview_id, old.text);
end;

CREATE TRIGGER interview_text_inserted after insert on interview_text begin
  insert into interview_search (rowid, text) values (new.interview_id, new.text);
end;

CREATE TRIGGER interview_text_updated after update on interview_text begin
  insert into interview_search (interview_search, rowid, text) values ('delete', old.interview_id, old.text);
  insert into interview_search (rowid, text) values (new.interview_id, new.text);
end;

CREATE TRIGGER participant_gone after delete on participant begin
  insert into gone (tab, id) values ('participant', old.id) on conflict (tab) do update set id = max(id, excluded.id);
end;
