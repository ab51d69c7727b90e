-- The program asks a safety concern no more than four questions, each through a function: plain reading and deleting stay with
-- the two named professionals and with nobody.
alter policy named_reading on detection.safety_concern
  using ((select platform.actor_user()) in (first_user_id, second_user_id) and zone_id = (select platform.actor_zone()));
alter policy never_removed on detection.safety_concern using (false);

-- Which are over: both decided the same before a moment.
create function detection.concerns_decided_before(asked_zone uuid, before timestamptz)
  returns table (id uuid, decided_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, greatest(c.decided_by_first_at, c.decided_by_second_at) from detection.safety_concern c
  where platform.actor_kind() = 'system' and c.municipality_id = platform.current_municipality() and c.zone_id = asked_zone
    and c.decision is not null and c.decided_by_first_at < before and c.decided_by_second_at < before
$$;

-- Deletes what two people approved.
create function detection.erase_concerns(asked uuid[]) returns bigint
  language sql security definer set search_path = pg_catalog as $$
  with gone as (delete from detection.safety_concern c
    where platform.actor_kind() = 'system' and c.municipality_id = platform.current_municipality() and c.id = any (asked)
    returning 1)
  select count(*) from gone
$$;

-- Which of these cards have a concern that the two did not both agree to show.
create function detection.cards_in_safety_track(asked uuid[]) returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select c.signal_id from detection.safety_concern c
  where platform.actor_kind() = 'system' and c.municipality_id = platform.current_municipality() and c.signal_id = any (asked)
    and (c.shown_by_first_at is null or c.shown_by_second_at is null)
$$;

-- The concerns of these cards that both agreed to show, still sealed.
create function detection.concerns_shown(asked uuid[])
  returns table (id uuid, noted_at timestamptz, decision text, content_sealed bytea)
  language sql stable security definer set search_path = pg_catalog as $$
  select c.id, c.noted_at, c.decision, c.content_sealed from detection.safety_concern c
  where platform.actor_kind() = 'system' and c.municipality_id = platform.current_municipality() and c.signal_id = any (asked)
    and c.shown_by_first_at is not null and c.shown_by_second_at is not null
  order by c.noted_at
$$;

revoke execute on function detection.concerns_decided_before(uuid, timestamptz), detection.erase_concerns(uuid[]),
  detection.cards_in_safety_track(uuid[]), detection.concerns_shown(uuid[]) from public;
grant execute on function detection.concerns_decided_before(uuid, timestamptz), detection.erase_concerns(uuid[]),
  detection.cards_in_safety_track(uuid[]), detection.concerns_shown(uuid[]) to meernet_app;
