-- What every module stands on: who acts, row-level security, keys, jobs, mail, audit, limits.

do $$ begin
  if not exists (select from pg_roles where rolname = 'meernet_app') then
    create role meernet_app nologin;
  end if;
end $$;
do $$ begin
  if not pg_has_role(current_user, 'meernet_app', 'member') then
    grant meernet_app to current_user;
  end if;
end $$;

create extension if not exists pg_trgm;
create extension if not exists unaccent;

grant usage on schema platform to meernet_app;

-- One row: a demo stays a demo and a real installation is never turned into one.
create table platform.installation (
  only_row boolean primary key default true check (only_row),
  kind text not null check (kind in ('demo', 'real')),
  created_at timestamptz not null default now()
);
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: it is kept for good', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger installation_is_kept before update or delete on platform.installation
  for each statement execute function platform.refuse_change();
grant select on platform.installation to meernet_app;

-- Written when the demo was loaded to its end; a start that finds a demo without it loads again from nothing.
create table platform.demo_load (
  only_row boolean primary key default true check (only_row),
  finished_at timestamptz not null default now()
);

-- Who acts, as the connection says per transaction. Nothing set means nothing seen.
create function platform.current_municipality() returns uuid language sql stable
  as $$ select nullif(current_setting('meernet.municipality', true), '')::uuid $$;
create function platform.actor_zone() returns uuid language sql stable
  as $$ select nullif(current_setting('meernet.zone', true), '')::uuid $$;
create function platform.actor_user() returns uuid language sql stable
  as $$ select nullif(current_setting('meernet.user', true), '')::uuid $$;
create function platform.actor_role() returns text language sql stable
  as $$ select nullif(current_setting('meernet.role', true), '') $$;
create function platform.actor_kind() returns text language sql stable
  as $$ select nullif(current_setting('meernet.actor_kind', true), '') $$;
-- The program itself: a job, a code holder's act after the check, or a function that runs with the owner's rights. NOTE the
-- owner is recognised by not being meernet_app, because as its member a policy "to meernet_app" would bind the owner too.
create function platform.is_program() returns boolean language sql stable
  as $$ select platform.actor_kind() = 'system' or current_user <> 'meernet_app' $$;

-- Every table of a municipality calls one of these two in the migration that makes it.
create procedure platform.protect_by_municipality(guarded regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  execute format($policy$
    create policy municipality on %s as permissive for all to public
      using (municipality_id = (select platform.current_municipality()))
      with check (municipality_id = (select platform.current_municipality()))
  $policy$, guarded);
  execute format('grant select, insert, update, delete on %s to meernet_app', guarded);
end $$;

-- As above, and a row is seen only from its own data zone (column zone_id), or by the program itself.
create procedure platform.protect_by_zone(guarded regclass) language plpgsql as $$
begin
  call platform.protect_by_municipality(guarded);
  execute format($policy$
    create policy zone on %s as restrictive for all to public
      using ((select platform.is_program()) or zone_id = (select platform.actor_zone()))
      with check ((select platform.is_program()) or zone_id = (select platform.actor_zone()))
  $policy$, guarded);
end $$;

-- Words for search: lower case, without accents; immutable so that an index can hold it.
create function platform.folded(words text) returns text language sql immutable strict parallel safe
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;

-- Keys of data zones, wrapped by the master key. Only the owner reads them.
create table platform.zone_key (
  municipality_id uuid not null,
  zone_id uuid not null,
  version integer not null check (version > 0),
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  primary key (zone_id, version)
);

create function platform.enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
  language sql security definer set search_path = pg_catalog
  as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 12) $$;

-- Attempts per window, for rate limits. The subject is a keyed hash, never an address.
create unlogged table platform.attempt (
  bucket text not null,
  subject text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (bucket, subject, window_start)
);
grant select, insert, update, delete on platform.attempt to meernet_app;

-- Mail waits here until it is sent; the text is sealed and wiped once it left.
create table platform.outgoing_mail (
  id uuid primary key,
  municipality_id uuid,
  sealed bytea,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  last_error text
);
alter table platform.outgoing_mail enable row level security;
alter table platform.outgoing_mail force row level security;
create policy write_only on platform.outgoing_mail for insert to meernet_app with check (true);
create policy owner_all on platform.outgoing_mail for all to current_user using (true) with check (true);
grant insert on platform.outgoing_mail to meernet_app;

-- Audit: per municipality a numbered chain, each line carrying the hash of the one before.
create schema audit;
grant usage on schema audit to meernet_app;

create table audit.line (
  municipality_id uuid not null,
  sequence bigint not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_user_id uuid,
  actor_role text,
  task text,
  zone_id uuid,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  person_id uuid,
  reason text,
  details jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (municipality_id, sequence)
);
create index line_by_person on audit.line (municipality_id, person_id, at) where person_id is not null;
create index line_by_subject on audit.line (municipality_id, subject_type, subject_id, at);

create table audit.head (
  municipality_id uuid primary key,
  sequence bigint not null,
  hash bytea not null
);

create function audit.line_hash(previous bytea, l audit.line) returns bytea language sql immutable
  as $$ select sha256(previous || convert_to(jsonb_build_array(
    l.municipality_id, l.sequence, extract(epoch from l.at), l.actor_kind, l.actor_user_id, l.actor_role, l.task, l.zone_id,
    l.action, l.subject_type, l.subject_id, l.person_id, l.reason, l.details)::text, 'UTF8')) $$;

create function audit.append(municipality uuid, lines jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  head audit.head;
  fresh audit.line;
  item jsonb;
begin
  if municipality is distinct from platform.current_municipality() then
    raise exception 'audit lines are written for the municipality one acts in' using errcode = 'insufficient_privilege';
  end if;
  insert into audit.head values (municipality, 0, '\x00') on conflict do nothing;
  select * into head from audit.head h where h.municipality_id = municipality for update;
  for item in select value from jsonb_array_elements(lines) loop
    fresh := jsonb_populate_record(null::audit.line, item);
    fresh.municipality_id := municipality;
    fresh.sequence := head.sequence + 1;
    fresh.previous_hash := head.hash;
    fresh.hash := audit.line_hash(head.hash, fresh);
    insert into audit.line select fresh.*;
    head.sequence := fresh.sequence;
    head.hash := fresh.hash;
  end loop;
  update audit.head h set sequence = head.sequence, hash = head.hash where h.municipality_id = municipality;
end $$;
create trigger line_is_kept before update or delete on audit.line
  for each row execute function platform.refuse_change();

-- Read by the data protection officer; the program answers "who looked at my data" from it.
alter table audit.line enable row level security;
alter table audit.line force row level security;
create policy municipality on audit.line as permissive for all to public
  using (municipality_id = (select platform.current_municipality()))
  with check (municipality_id = (select platform.current_municipality()));
create policy readers on audit.line as restrictive for select to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) = 'dataProtectionOfficer');
grant select on audit.line to meernet_app;
alter table audit.head enable row level security;
alter table audit.head force row level security;
create policy municipality on audit.head as permissive for all to public
  using (municipality_id = (select platform.current_municipality()))
  with check (municipality_id = (select platform.current_municipality()));
