-- What "Vandaag" asks of 50,000 signals and 500 colleagues, without reading them all. A function that passes row-level security is
-- not taken apart by the planner: what is looked for must be told to it, and what it asks of the actor must be asked once, not per row.

-- Whose the open cards of a place are; and the open cards of one person, earliest promise first.
create index signal_in_hands on detection.signal (municipality_id, zone_id, assignee_user_id, neighbourhood_id)
  where merged_into is null and state not in ('declined', 'closed', 'case');
create index signal_escalated on detection.signal (municipality_id, escalated_to)
  where escalated_to is not null and merged_into is null and state not in ('declined', 'closed', 'case');

create index signal_by_change on detection.signal (municipality_id, zone_id, changed_at) where merged_into is null;

create or replace function detection.places_with_open_cards() returns table (zone_id uuid, neighbourhood_id uuid, assignee_user_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct s.zone_id, s.neighbourhood_id, s.assignee_user_id
  from detection.signal s
  where s.municipality_id = (select platform.current_municipality())
    and s.merged_into is null and s.state not in ('declined', 'closed', 'case')
    and ((select platform.actor_kind() = 'system' or platform.actor_role() = 'administrator')
      or ((select platform.actor_role() = 'coordinator') and s.zone_id = (select platform.actor_zone())))
$$;

-- Where signals stand, for a coordinator who does not read what they say: the one asked for, or those that are open or changed lately.
drop function detection.standings_in_my_zone(uuid);
create function detection.standings_in_my_zone(asked uuid, changed_after timestamptz) returns table (
    id uuid, neighbourhood_id uuid, urgency text, received_at timestamptz, changed_at timestamptz, state text,
    case_progress text, due_on date, assignee_user_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.neighbourhood_id, s.urgency, s.received_at, s.changed_at, s.state, s.case_progress, s.due_on, s.assignee_user_id
  from detection.signal s
  where s.municipality_id = (select platform.current_municipality()) and s.zone_id = (select platform.actor_zone())
    and (select platform.actor_kind() = 'staff' and platform.actor_role() = 'coordinator')
    and s.merged_into is null
    and (s.id = asked or asked is null and (s.state in ('received', 'acknowledged', 'triaged', 'contacted', 'agreed')
      or s.state = 'case' and s.case_progress is distinct from 'closed' or s.changed_at > changed_after))
$$;

-- As identity.colleagues_here, of these accounts alone, or in these roles alone: two, so that each keeps one plan.
create function identity.colleagues_with(accounts uuid[]) returns setof identity.colleague
  language sql stable security definer set search_path = pg_catalog as $$
  select m.municipality_id, m.id, a.id, a.name, m.zone_id, m.role, m.secrecy, m.secrecy_review_on, m.neighbourhood_ids, m.phone,
         m.is_on_call
  from identity.membership m join identity.account a on a.id = m.account_id
  where m.ended_at is null and m.municipality_id = (select platform.current_municipality()) and m.account_id = any (accounts)
$$;
create function identity.colleagues_in(roles text[]) returns setof identity.colleague
  language sql stable security definer set search_path = pg_catalog as $$
  select m.municipality_id, m.id, a.id, a.name, m.zone_id, m.role, m.secrecy, m.secrecy_review_on, m.neighbourhood_ids, m.phone,
         m.is_on_call
  from identity.membership m join identity.account a on a.id = m.account_id
  where m.ended_at is null and m.municipality_id = (select platform.current_municipality()) and m.role = any (roles)
$$;

revoke execute on function detection.standings_in_my_zone(uuid, timestamptz), identity.colleagues_with(uuid[]), identity.colleagues_in(text[])
  from public;
grant execute on function detection.standings_in_my_zone(uuid, timestamptz), identity.colleagues_with(uuid[]), identity.colleagues_in(text[])
  to meernet_app;
