-- What the researcher said of labels while importing transcripts: the next import begins with it. Whether a label asks the questions is
-- in `speaker`.
create table label_mend (
  label_key text primary key check (label_key <> ''),
  label text not null,
  speaker integer not null check (speaker in (0, 1)), -- 0: what looks like a label is text
  same_as text -- the label it is one with
) strict, without rowid;
