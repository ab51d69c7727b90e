-- Files that are too large to read while somebody waits: here until they are read in the background and confirmed, at most a day.

create table platform.sent_file (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  -- Who reads it: figures, areas.
  kind text not null check (kind ~ '^[a-z]{1,40}$'),
  file_name text not null check (length(file_name) between 1 and 300),
  size_bytes bigint not null check (size_bytes > 0),
  -- What was said about it when it was sent, or later.
  asked jsonb not null,
  state text not null check (state in ('waiting', 'reading', 'stopped', 'refused', 'unknown')),
  step text check (step ~ '^[a-zA-Z]{1,40}$'),
  read_count bigint not null default 0 check (read_count >= 0),
  -- When the reader last gave a sign.
  moved_at timestamptz not null,
  -- Why it was not taken.
  answer jsonb,
  -- Counts readings too: one that was begun anew is no longer heard.
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id)
);
create index sent_file_by_moment on platform.sent_file (municipality_id, sent_at);
call platform.protect_by_municipality('platform.sent_file');
-- Nobody but who sent it, and the program.
create policy own on platform.sent_file as restrictive for all to public
  using ((select platform.is_program()) or sent_by = (select platform.actor_user()))
  with check ((select platform.is_program()) or sent_by = (select platform.actor_user()));

-- Its bytes, a megabyte a row. Unlogged: they come from elsewhere and can be sent again, and would otherwise be written twice and be
-- in every copy of the database. After a crash of the database they are gone, and the reader says so.
create unlogged table platform.sent_file_part (
  municipality_id uuid not null,
  file_id uuid not null,
  place integer not null check (place >= 0),
  bytes_plain bytea not null,
  primary key (municipality_id, file_id, place),
  foreign key (municipality_id, file_id) references platform.sent_file (municipality_id, id) on delete cascade
);
-- Most large files are packed already.
alter table platform.sent_file_part alter column bytes_plain set storage external;
call platform.protect_by_municipality('platform.sent_file_part');
create policy own on platform.sent_file_part as restrictive for all to public
  using (exists (select from platform.sent_file f where f.municipality_id = sent_file_part.municipality_id and f.id = file_id))
  with check (exists (select from platform.sent_file f where f.municipality_id = sent_file_part.municipality_id and f.id = file_id));
