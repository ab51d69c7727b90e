-- Who changed something last, of requests about own data too: the second of two who answer one is told who was first.
create or replace function audit.last_change(of_type text, of_id text)
  returns table (actor_user_id uuid, action text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.actor_user_id, l.action, l.at
  from audit.line l
  where l.municipality_id = platform.current_municipality()
    and platform.actor_kind() = 'staff'
    and of_type in ('campaign', 'municipality', 'neighbourhood', 'policy signal', 'refusedAct', 'volunteer', 'zone',
      'analysis', 'asset', 'finding', 'survey', 'walk', 'rights request')
    and l.subject_type = of_type and l.subject_id = of_id
    and l.actor_kind = 'staff'
    and l.action !~ '^(read|print|export|search|refuse|look|open) '
  order by l.sequence desc
  limit 1
$$;
