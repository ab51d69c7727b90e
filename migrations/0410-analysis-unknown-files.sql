-- A file of figures in a layout that is not known: kept a day, until who sent it has said what its columns hold.

create table analysis.unknown_file (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  file_name text not null check (length(file_name) between 1 and 300),
  -- In base 64.
  content text not null,
  -- What was said with it: period, edition, source, licence.
  stated jsonb not null,
  primary key (municipality_id, id)
);
create index unknown_file_by_moment on analysis.unknown_file (municipality_id, sent_at);
call platform.protect_by_municipality('analysis.unknown_file');
-- Nobody but who sent it, and the program.
create policy own on analysis.unknown_file as restrictive for all to public
  using ((select platform.is_program()) or sent_by = (select platform.actor_user()))
  with check ((select platform.is_program()) or sent_by = (select platform.actor_user()));
