-- The list of who has access is looked at again from time to time (rule P18), each line confirmed or ended, and kept as a record.

create table municipalities.access_review (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  begun_at timestamptz not null,
  begun_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  primary key (municipality_id, id),
  check ((closed_at is null) = (closed_by is null))
);
create unique index one_open_review on municipalities.access_review (municipality_id) where closed_at is null;
call platform.protect_by_municipality('municipalities.access_review');
create policy owner_all on municipalities.access_review for all to current_user using (true) with check (true);

create table municipalities.access_review_line (
  municipality_id uuid not null,
  review_id uuid not null,
  membership_id uuid not null,
  decision text check (decision in ('confirmed', 'ended')),
  decided_at timestamptz,
  decided_by uuid,
  -- What was so when it was decided: kinds of data by their key, secrecy that counted, and until when.
  may_see text[] not null default '{}',
  secrecy text check (secrecy in ('professionalSecrecy', 'dutyOfDiscretion', 'none')),
  secrecy_review_on date,
  primary key (municipality_id, review_id, membership_id),
  foreign key (municipality_id, review_id) references municipalities.access_review (municipality_id, id),
  check ((decision is null) = (decided_at is null) and (decision is null) = (secrecy is null))
);
call platform.protect_by_municipality('municipalities.access_review_line');
create policy owner_all on municipalities.access_review_line for all to current_user using (true) with check (true);

-- The data protection officer reads it, an administrator works in it, the program sees when it is due.
create policy readers on municipalities.access_review as restrictive for select to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) in ('administrator', 'dataProtectionOfficer'));
create policy readers on municipalities.access_review_line as restrictive for select to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) in ('administrator', 'dataProtectionOfficer'));
create policy keepers_add on municipalities.access_review as restrictive for insert to meernet_app
  with check ((select platform.actor_role()) = 'administrator');
create policy keepers_change on municipalities.access_review as restrictive for update to meernet_app
  using ((select platform.actor_role()) = 'administrator' and closed_at is null)
  with check ((select platform.actor_role()) = 'administrator');
create policy keepers_remove on municipalities.access_review as restrictive for delete to meernet_app using (false);
create policy keepers_add on municipalities.access_review_line as restrictive for insert to meernet_app
  with check ((select platform.actor_role()) = 'administrator');
-- A line of a closed review stays as it is.
create policy keepers_change on municipalities.access_review_line as restrictive for update to meernet_app
  using ((select platform.actor_role()) = 'administrator' and exists (select from municipalities.access_review r
    where r.municipality_id = access_review_line.municipality_id and r.id = review_id and r.closed_at is null));
create policy keepers_remove on municipalities.access_review_line as restrictive for delete to meernet_app using (false);
