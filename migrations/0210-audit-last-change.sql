-- Who changed something last, for a colleague whose own change came too late: of work without people in it, never of a card or case,
-- whose pages tell it themselves to who may see them.
create function audit.last_change(of_type text, of_id text)
  returns table (actor_user_id uuid, action text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.actor_user_id, l.action, l.at
  from audit.line l
  where l.municipality_id = platform.current_municipality()
    and platform.actor_kind() = 'staff'
    and of_type in ('campaign', 'municipality', 'neighbourhood', 'policy signal', 'refusedAct', 'volunteer', 'zone')
    and l.subject_type = of_type and l.subject_id = of_id
    and l.actor_kind = 'staff'
    and l.action !~ '^(read|print|export|search|refuse|look) '
  order by l.sequence desc
  limit 1
$$;
revoke execute on function audit.last_change(text, text) from public;
grant execute on function audit.last_change(text, text) to meernet_app;
