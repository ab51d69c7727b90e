-- Exchange of the service map: a file that somebody sent and still has to confirm, and reminders to look at the offer again.

-- What the file says about organisations and services, in our own words; never the contact persons that may stand in it.
create table organisations.offer_import (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  content jsonb not null,
  primary key (municipality_id, id)
);
create index offer_import_by_moment on organisations.offer_import (municipality_id, sent_at);
call platform.protect_by_municipality('organisations.offer_import');
-- Nobody but who sent it, and the program that clears it away.
create policy own on organisations.offer_import as restrictive for all to public
  using ((select platform.is_program()) or sent_by = (select platform.actor_user()))
  with check ((select platform.is_program()) or sent_by = (select platform.actor_user()));

-- When a colleague was last asked to look whether the offer is still right; once a month at most.
create table organisations.freshness_reminder (
  municipality_id uuid not null references municipalities.municipality (id),
  user_id uuid not null,
  reminded_on date not null,
  primary key (municipality_id, user_id)
);
call platform.protect_by_municipality('organisations.freshness_reminder');
