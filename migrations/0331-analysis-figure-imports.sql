-- A file of figures that somebody sent and still has to confirm: what of it would be kept, already read.

create table analysis.figure_import (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  content jsonb not null,
  primary key (municipality_id, id)
);
create index figure_import_by_moment on analysis.figure_import (municipality_id, sent_at);
call platform.protect_by_municipality('analysis.figure_import');
-- Nobody but who sent it, and the program.
create policy own on analysis.figure_import as restrictive for all to public
  using ((select platform.is_program()) or sent_by = (select platform.actor_user()))
  with check ((select platform.is_program()) or sent_by = (select platform.actor_user()));
