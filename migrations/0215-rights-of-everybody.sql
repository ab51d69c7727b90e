-- Copy and deletion for everybody of whom something is kept (P15, P16): not only people in guidance, but volunteers, who works
-- here, and whoever a safety concern is about.

-- A safety concern stays with its two named professionals. The program reads one for a copy after both agreed to that, and
-- removes one after two people decided so under an approved rule; nobody else, as before.
alter table detection.safety_concern
  add column shown_by_first_at timestamptz,
  add column shown_by_second_at timestamptz;
alter policy named_reading on detection.safety_concern using ((select platform.is_program())
  or (((select platform.actor_user()) = first_user_id or (select platform.actor_user()) = second_user_id)
    and zone_id = (select platform.actor_zone())));
alter policy never_removed on detection.safety_concern using ((select platform.is_program()));

-- What was paid back is removed by the program alone, after its own, longer term.
alter policy booked_keep on volunteers.reimbursement using ((select platform.is_program()));

-- Who was paid back is kept by name until the accounts may go; all else of the file went on this day.
alter table volunteers.volunteer add column emptied_on date;

-- Lists of a campaign that a restored backup brought back, and that were destroyed again.
alter table detection.destruction_certificate
  add column again_at timestamptz,
  add column again_rows integer check (again_rows >= 0),
  add check ((again_at is null) = (again_rows is null));

-- A volunteer may ask what a file says of them, too.
alter table rights.request add column volunteer_id uuid;
alter table rights.request add foreign key (municipality_id, volunteer_id)
  references volunteers.volunteer (municipality_id, id) on delete set null (volunteer_id);
alter table rights.request add check (person_id is null or volunteer_id is null);
create index request_of_volunteer on rights.request (municipality_id, volunteer_id) where volunteer_id is not null;

-- What signing in keeps of somebody who is or was a member here, for their own copy. The program alone asks it.
create function identity.held_of(asked uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'account', (select jsonb_agg(to_jsonb(a)) from (
      select email, name, language, created_at from identity.account where id = asked) a),
    'membership', (select jsonb_agg(to_jsonb(m) order by m.created_at) from (
      select role, secrecy, secrecy_proof, secrecy_review_on, phone, is_on_call, created_at, ended_at from identity.membership
      where account_id = asked and municipality_id = platform.current_municipality()) m),
    'passkey', (select jsonb_agg(to_jsonb(p) order by p.created_at) from (
      select name, created_at, last_used_at from identity.passkey where account_id = asked) p),
    'session', (select jsonb_agg(to_jsonb(s) order by s.created_at) from (
      select device, created_at, last_seen_at from identity.session where account_id = asked) s),
    'phone', (select jsonb_agg(to_jsonb(f) order by f.first_seen_at) from (
      select device, first_seen_at, last_seen_at from identity.phone
      where account_id = asked and municipality_id = platform.current_municipality()) f))
  where platform.actor_kind() = 'system' and exists (
    select from identity.membership where account_id = asked and municipality_id = platform.current_municipality())
$$;

-- Accounts of a zone whose last membership, wherever, ended before a moment; not those emptied already.
create function identity.accounts_left_before(asked_zone uuid, before timestamptz) returns table (id uuid, left_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select m.account_id, max(m.ended_at) from identity.membership m
  join identity.account a on a.id = m.account_id and a.email not like '%@erased.invalid'
  where platform.actor_kind() = 'system'
    and m.account_id in (select here.account_id from identity.membership here
      where here.municipality_id = platform.current_municipality() and here.zone_id = asked_zone)
  group by m.account_id
  having bool_and(m.ended_at is not null) and max(m.ended_at) < before
$$;

-- Empties accounts of people who left: no name, address, password, passkey or device is left. The row stays without them, for
-- what was done is told by role and organisation. An account that is open in another municipality is left alone; one that an
-- older backup opened here again is closed. Gives how many rows of which table.
create function identity.empty_accounts(asked uuid[]) returns table (name text, count bigint)
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  going uuid[];
  addresses text[];
begin
  if platform.actor_kind() is distinct from 'system' then return; end if;
  select array_agg(a.id), array_agg(a.email) into going, addresses from identity.account a
  where a.id = any (asked) and a.email not like '%@erased.invalid'
    and exists (select from identity.membership m
      where m.account_id = a.id and m.municipality_id = platform.current_municipality())
    and not exists (select from identity.membership m
      where m.account_id = a.id and m.municipality_id <> platform.current_municipality() and m.ended_at is null);
  if going is null then return; end if;
  update identity.membership m set phone = null, is_on_call = false, ended_at = coalesce(m.ended_at, now())
  where m.account_id = any (going) and m.municipality_id = platform.current_municipality();
  return query with gone as (delete from identity.credential c where c.account_id = any (going) returning 1)
    select 'identity.credential', count(*) from gone;
  return query with gone as (delete from identity.passkey p where p.account_id = any (going) returning 1)
    select 'identity.passkey', count(*) from gone;
  return query with gone as (delete from identity.two_factor f where f.account_id = any (going) returning 1)
    select 'identity.two_factor', count(*) from gone;
  return query with gone as (delete from identity.session s where s.account_id = any (going) returning 1)
    select 'identity.session', count(*) from gone;
  return query with gone as (delete from identity.phone f where f.account_id = any (going)
      and f.municipality_id = platform.current_municipality() returning 1)
    select 'identity.phone', count(*) from gone;
  return query with gone as (delete from identity.invitation i where i.email = any (addresses)
      and i.municipality_id = platform.current_municipality() returning 1)
    select 'identity.invitation', count(*) from gone;
  return query with emptied as (update identity.account a
      set email = a.id::text || '@erased.invalid', name = '–', language = 'nl', two_factor_enabled = false, opens_by_mail = false,
        updated_at = now()
      where a.id = any (going) returning 1)
    select 'identity.account', count(*) from emptied;
end $$;

revoke execute on function identity.held_of(uuid), identity.accounts_left_before(uuid, timestamptz), identity.empty_accounts(uuid[])
  from public;
grant execute on function identity.held_of(uuid), identity.accounts_left_before(uuid, timestamptz), identity.empty_accounts(uuid[])
  to meernet_app;
