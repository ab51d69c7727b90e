-- Devices: an administrator ends the sessions of a colleague, and a phone with the home-visit app is told to erase itself.

create table identity.phone (
  municipality_id uuid not null references municipalities.municipality (id),
  -- Made by the phone when it was prepared; nobody can guess it, and it says nothing of its owner.
  id uuid not null,
  account_id uuid not null references identity.account (id) on delete cascade,
  -- Kind of browser and machine in two words, so that its owner recognises it.
  device text not null default '',
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  wipe_asked_at timestamptz,
  wipe_asked_by uuid,
  -- When the phone was told.
  wiped_at timestamptz,
  check ((wipe_asked_at is null) = (wipe_asked_by is null)),
  primary key (municipality_id, id)
);
create index phone_of_account on identity.phone (account_id);
create index phone_by_id on identity.phone (id);
call platform.protect_by_municipality('identity.phone');
create policy owner_all on identity.phone for all to current_user using (true) with check (true);
create policy keepers on identity.phone as restrictive for all to meernet_app
  using ((select platform.actor_role()) = 'administrator')
  with check ((select platform.actor_role()) = 'administrator');

-- Sessions of one colleague that may work in this municipality, for its administrator. Sessions that did not choose a place yet
-- count: they could choose this one.
create function identity.sessions_of_colleague(colleague uuid) returns table (id uuid, device text, created_at timestamptz, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.device, s.created_at, s.last_seen_at
  from identity.session s
  where s.account_id = colleague and platform.actor_role() = 'administrator' and s.expires_at > now()
    and coalesce(s.only_municipality_id, platform.current_municipality()) = platform.current_municipality()
    and exists (select from identity.membership m where m.account_id = colleague
      and m.municipality_id = platform.current_municipality() and (s.membership_id is null or s.membership_id = m.id))
$$;
create function identity.end_sessions_of_colleague(colleague uuid) returns bigint
  language sql security definer set search_path = pg_catalog as $$
  with ended as (
    delete from identity.session where id in (select o.id from identity.sessions_of_colleague(colleague) o) returning id
  )
  select count(*) from ended
$$;
-- For a colleague who lost every other way in: links by mail open their account again. Their address is what they were invited by.
create function identity.open_by_mail_again(colleague uuid) returns boolean
  language sql security definer set search_path = pg_catalog as $$
  with opened as (
    update identity.account set opens_by_mail = true
    where id = colleague and not opens_by_mail and platform.actor_role() = 'administrator'
      and exists (select from identity.membership m where m.account_id = colleague
        and m.municipality_id = platform.current_municipality() and m.ended_at is null)
    returning id
  )
  select exists (select from opened)
$$;
create function identity.is_shut_by_mail(colleague uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from identity.account a join identity.membership m on m.account_id = a.id
    where a.id = colleague and not a.opens_by_mail and platform.actor_role() = 'administrator'
      and m.municipality_id = platform.current_municipality() and m.ended_at is null)
$$;
revoke execute on function identity.sessions_of_colleague(uuid), identity.end_sessions_of_colleague(uuid),
  identity.open_by_mail_again(uuid), identity.is_shut_by_mail(uuid) from public;
grant execute on function identity.sessions_of_colleague(uuid), identity.end_sessions_of_colleague(uuid),
  identity.open_by_mail_again(uuid), identity.is_shut_by_mail(uuid) to meernet_app;
