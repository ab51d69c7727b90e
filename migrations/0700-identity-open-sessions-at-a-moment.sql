-- Which sessions of a colleague are open is asked of one clock: that of the program, which opened them.
drop function identity.end_sessions_of_colleague(uuid);
drop function identity.sessions_of_colleague(uuid);
create function identity.sessions_of_colleague(colleague uuid, moment timestamptz)
  returns table (id uuid, device text, created_at timestamptz, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.device, s.created_at, s.last_seen_at
  from identity.session s
  where s.account_id = colleague and platform.actor_role() = 'administrator' and s.expires_at > moment
    and coalesce(s.only_municipality_id, platform.current_municipality()) = platform.current_municipality()
    and exists (select from identity.membership m where m.account_id = colleague
      and m.municipality_id = platform.current_municipality() and (s.membership_id is null or s.membership_id = m.id))
$$;
create function identity.end_sessions_of_colleague(colleague uuid, moment timestamptz) returns bigint
  language sql security definer set search_path = pg_catalog as $$
  with ended as (
    delete from identity.session where id in (select o.id from identity.sessions_of_colleague(colleague, moment) o) returning id
  )
  select count(*) from ended
$$;
revoke execute on function identity.sessions_of_colleague(uuid, timestamptz),
  identity.end_sessions_of_colleague(uuid, timestamptz) from public;
grant execute on function identity.sessions_of_colleague(uuid, timestamptz),
  identity.end_sessions_of_colleague(uuid, timestamptz) to meernet_app;
