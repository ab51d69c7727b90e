-- Reading the audit log: is the chain whole, and who looked at somebody's data.
-- NOTE both functions run with the owner's rights, so they ask the kind of actor and never platform.is_program(), which is
-- true for the owner whoever called.

create index line_by_moment on audit.line (municipality_id, at);

-- Lines whose hash does not follow from what they say and from the line before, and a head that is not the last line.
-- For who may know that it is broken without reading it.
create function audit.check_chain() returns table (lines bigint, broken_at bigint, head_fits boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  with line as (
    select l.sequence, l.hash,
           l.hash = audit.line_hash(l.previous_hash, l)
             and l.previous_hash = coalesce(lag(l.hash) over (order by l.sequence), '\x00')
             and l.sequence = coalesce(lag(l.sequence) over (order by l.sequence), 0) + 1 as fits
    from audit.line l
    where l.municipality_id = platform.current_municipality()
      and (platform.actor_kind() = 'system' or platform.actor_role() in ('dataProtectionOfficer', 'administrator'))
  )
  select count(*), min(sequence) filter (where not fits),
         coalesce((array_agg(hash order by sequence desc))[1], '\x00') is not distinct from coalesce(
           (select h.hash from audit.head h where h.municipality_id = platform.current_municipality()), '\x00')
  from line
$$;

-- Who looked at data of a person, or of one thing (a card before it is anybody's): role, organisation and act, without names.
create function audit.lookers(of_person uuid, of_type text, of_id text)
  returns table (at timestamptz, actor_user_id uuid, actor_role text, zone_name text, action text)
  language sql stable security definer set search_path = pg_catalog as $$
  select l.at, l.actor_user_id, l.actor_role, z.name, l.action
  from audit.line l
  left join municipalities.data_zone z on z.municipality_id = l.municipality_id and z.id = l.zone_id
  where l.municipality_id = platform.current_municipality()
    and (platform.actor_kind() = 'system' or platform.actor_role() in ('coordinator', 'socialWorker', 'dataProtectionOfficer'))
    and l.actor_kind = 'staff'
    and (l.person_id = of_person or (l.subject_type = of_type and l.subject_id = of_id))
  order by l.at desc
$$;

revoke execute on function audit.check_chain(), audit.lookers(uuid, text, text) from public;
grant execute on function audit.check_chain(), audit.lookers(uuid, text, text) to meernet_app;
