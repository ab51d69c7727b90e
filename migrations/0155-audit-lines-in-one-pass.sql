-- What a phone brings after a week is thousands of lines: one statement writes them, the chain is computed in one pass over their
-- contents, and what all lines of a transaction share travels once. Contents and hashes are the same as before, to the byte.

-- Stable, not immutable, as what it calls; so it is worked out in place.
create function audit.line_content(municipality uuid, sequence bigint, at timestamptz, actor_kind text, actor_user_id uuid, actor_role text,
  task text, zone_id uuid, action text, subject_type text, subject_id text, person_id uuid, reason text, details jsonb)
  returns bytea language sql stable
  as $$ select convert_to(jsonb_build_array(municipality, sequence, extract(epoch from at), actor_kind, actor_user_id, actor_role, task,
    zone_id, action, subject_type, subject_id, person_id, reason, details)::text, 'UTF8') $$;

-- The hash of each content in turn, each over the one before; `head` comes before the first.
create function audit.chain(head bytea, contents bytea[]) returns bytea[] language plpgsql immutable as $$
declare
  hashes bytea[] := '{}';
  content bytea;
begin
  foreach content in array contents loop
    head := sha256(head || content);
    hashes := hashes || head;
  end loop;
  return hashes;
end $$;

drop function audit.append(uuid, jsonb);
create function audit.append(municipality uuid, lines jsonb, shared jsonb default '{}') returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  head audit.head;
  common audit.line := jsonb_populate_record(null::audit.line, shared);
begin
  if municipality is distinct from platform.current_municipality() then
    raise exception 'audit lines are written for the municipality one acts in' using errcode = 'insufficient_privilege';
  end if;
  insert into audit.head values (municipality, 0, '\x00') on conflict do nothing;
  select * into head from audit.head h where h.municipality_id = municipality for update;
  with given as materialized (
    select item.nth, coalesce(l.at, common.at) as at, coalesce(l.actor_kind, common.actor_kind) as actor_kind,
      coalesce(l.actor_user_id, common.actor_user_id) as actor_user_id, coalesce(l.actor_role, common.actor_role) as actor_role,
      coalesce(l.task, common.task) as task, coalesce(l.zone_id, common.zone_id) as zone_id, l.action, l.subject_type, l.subject_id,
      l.person_id, l.reason, l.details
    from jsonb_array_elements(lines) with ordinality as item (value, nth),
      jsonb_to_record(item.value) as l (at timestamptz, actor_kind text, actor_user_id uuid, actor_role text, task text, zone_id uuid,
        action text, subject_type text, subject_id text, person_id uuid, reason text, details jsonb)
  ), chained as (
    select hash, nth, lag(hash, 1, head.hash) over (order by nth) as previous
    from unnest(audit.chain(head.hash, (
      select array_agg(audit.line_content(municipality, head.sequence + nth, at, actor_kind, actor_user_id, actor_role, task, zone_id,
        action, subject_type, subject_id, person_id, reason, details) order by nth)
      from given))) with ordinality as one (hash, nth)
  ), written as (
    insert into audit.line (municipality_id, sequence, at, actor_kind, actor_user_id, actor_role, task, zone_id, action, subject_type,
      subject_id, person_id, reason, details, previous_hash, hash)
    select municipality, head.sequence + nth, at, actor_kind, actor_user_id, actor_role, task, zone_id, action, subject_type, subject_id,
      person_id, reason, details, chained.previous, chained.hash
    from given join chained using (nth) order by nth
    returning sequence, hash
  )
  select w.sequence, w.hash into head.sequence, head.hash from written w order by w.sequence desc limit 1;
  update audit.head h set sequence = head.sequence, hash = head.hash where h.municipality_id = municipality and head.sequence is not null;
end $$;
