-- A list of names leaves one line a day, and who came by a link is among those who looked.

-- Whether the actor left such a line since a moment: tells only of one's own lines.
create function audit.noted_by_me(since timestamptz, act text, of_type text, of_id text) returns boolean
  language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from audit.line l
    where l.municipality_id = platform.current_municipality() and l.subject_type = of_type and l.subject_id = of_id
      and l.at >= since and l.action = act and l.actor_user_id = platform.actor_user())
$$;
revoke execute on function audit.noted_by_me(timestamptz, text, text, text) from public;
grant execute on function audit.noted_by_me(timestamptz, text, text, text) to meernet_app;

-- As before; a receiver without account has no role and no zone, but an organisation.
create or replace function audit.lookers(of_person uuid, of_type text, of_id text)
  returns table (at timestamptz, actor_user_id uuid, actor_role text, zone_name text, action text)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.at, l.actor_user_id, coalesce(l.actor_role, 'linkReceiver'), coalesce(l.details ->> 'receiver', z.name), l.action
  from audit.line l
  left join municipalities.data_zone z on z.municipality_id = l.municipality_id and z.id = l.zone_id
  where l.municipality_id = platform.current_municipality()
    and (platform.actor_kind() = 'system' or platform.actor_role() in ('coordinator', 'socialWorker', 'dataProtectionOfficer'))
    and (l.actor_kind = 'staff' or (l.actor_kind = 'system' and l.reason = 'receiver by link'))
    and (l.person_id = of_person or (l.subject_type = of_type and l.subject_id = of_id))
  order by l.at desc
$$;
