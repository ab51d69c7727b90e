-- A card of somebody who is not in the register can be frozen too (P16): whoever has its code asks that as anybody does.

alter table detection.signal add column frozen_on date;
alter table detection.signal add column frozen_for uuid;
alter table detection.signal add check ((frozen_on is null) = (frozen_for is null));
create index signal_frozen on detection.signal (municipality_id) where frozen_on is not null;

create policy frozen_card on detection.signal as restrictive for all to public
  using (frozen_on is null or (select platform.is_program())) with check (true);

-- All that hangs on a card asks here whether it is frozen: by itself, or with its person.
create or replace function detection.frozen_cards() returns setof uuid
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id from detection.signal s where s.municipality_id = platform.current_municipality()
    and s.person_id in (select people.frozen_people())
  union all
  select s.id from detection.signal s where s.municipality_id = platform.current_municipality() and s.frozen_on is not null $$;

create or replace function detection.card_frozen_since(asked uuid) returns table (since date, neighbourhood_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(p.frozen_on, s.frozen_on), s.neighbourhood_id from detection.signal s
  left join people.person p on p.municipality_id = s.municipality_id and p.id = s.person_id
  where s.municipality_id = platform.current_municipality() and s.id = asked and coalesce(p.frozen_on, s.frozen_on) is not null
    and platform.actor_kind() = 'staff' and s.zone_id = platform.actor_zone()
    and platform.actor_role() = 'coordinator' and platform.actor_secrecy() = 'professionalSecrecy'
$$;

-- What passes row-level security, as 0470 and 0122 made it, leaves out what is frozen: a sender is not told of it, and a coordinator
-- who sees only where cards stand does not see this one.
create or replace function detection.standings_in_my_zone(asked uuid, changed_after timestamptz) returns table (
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
    and s.id not in (select detection.frozen_cards())
$$;
create or replace function detection.told_to_me() returns table (card_id uuid, told_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.card_id, max(t.told_at)
  from detection.told_word t
  join detection.signal s on s.municipality_id = t.municipality_id and s.id = t.card_id
  join detection.card_agreement a on a.municipality_id = t.municipality_id and a.card_id = t.card_id
  where t.municipality_id = platform.current_municipality() and t.audience = 'sender'
    and s.sender_user_id = platform.actor_user() and a.withdrawn_on is null and 'sender' = any(a.to_whom)
    and s.id not in (select detection.frozen_cards())
  group by t.card_id
$$;
