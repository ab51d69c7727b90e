-- Looks that somebody should ask about (P17), and pages that say that data are frozen instead of being empty (P16).

-- What is odd about the actor looking at somebody: at themselves, at where they live, or outside their own work. Null: nothing.
-- Of the actor only the name is known here; who is called so in the same zone may be them, and where those live may be home.
-- Outside one's work: in a neighbourhood that is not one's own, or somebody for whom nothing is going on; never in one's own case.
create function people.oddness_of_look(asked uuid, own_name text, covered uuid[], at timestamptz) returns text
  language sql stable security definer set search_path = pg_catalog as $$
  with own_word as (
    select word from people.words_of(platform.folded(own_name)) word
  ), own as (
    select p.id, p.address_id from people.person p
    where p.municipality_id = platform.current_municipality() and p.zone_id = platform.actor_zone()
      and (select count(*) from own_word) > 1
      and not exists (select from own_word w where not exists (select from people.name_word n
        where n.municipality_id = p.municipality_id and n.person_id = p.id and n.word = w.word))
  )
  select case
    when p.id in (select id from own) then 'ownName'
    when p.address_id in (select address_id from own where address_id is not null) then 'ownAddress'
    when p.id in (select guidance.people_of_my_cases()) then null
    when p.neighbourhood_id is not null and covered is not null and p.neighbourhood_id <> all (covered) then 'outsideWork'
    when p.changed_at < at - interval '30 days'
      and not exists (select from guidance."case" c
        where c.municipality_id = p.municipality_id and c.person_id = p.id and c.state <> 'closed')
      and not exists (select from detection.signal s
        where s.municipality_id = p.municipality_id and s.person_id = p.id and s.state not in ('declined', 'closed', 'case'))
      and not exists (select from rights.request r
        where r.municipality_id = p.municipality_id and r.person_id = p.id and r.answered_on is null)
      and not exists (select from retention.proposal_item i join retention.proposal o
          on o.municipality_id = i.municipality_id and o.id = i.proposal_id
        where i.municipality_id = p.municipality_id and i.subject_id = p.id and o.state in ('proposed', 'checked'))
      then 'outsideWork'
  end
  from people.person p
  where p.municipality_id = platform.current_municipality() and p.id = asked and platform.actor_kind() = 'staff'
$$;

-- Since when the person of a case is frozen, for a member of that case; null to everybody else.
create function guidance.case_frozen_since(asked uuid) returns date
  language sql stable security definer set search_path = pg_catalog as $$
  select p.frozen_on from guidance."case" c
  join people.person p on p.municipality_id = c.municipality_id and p.id = c.person_id
  where c.municipality_id = platform.current_municipality() and c.id = asked and platform.actor_kind() = 'staff'
    and c.id in (select guidance.my_cases())
$$;

-- The same of a card, with its neighbourhood, for a coordinator under professional secrecy of its zone.
create function detection.card_frozen_since(asked uuid) returns table (since date, neighbourhood_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.frozen_on, s.neighbourhood_id from detection.signal s
  join people.person p on p.municipality_id = s.municipality_id and p.id = s.person_id
  where s.municipality_id = platform.current_municipality() and s.id = asked and p.frozen_on is not null
    and platform.actor_kind() = 'staff' and s.zone_id = platform.actor_zone()
    and platform.actor_role() = 'coordinator' and platform.actor_secrecy() = 'professionalSecrecy'
$$;

-- How many frozen people a search names whole, for who would have seen them: that there is one is said, not who.
create function people.frozen_found(asked text) returns integer
  language sql stable security definer set search_path = pg_catalog as $$
  with asked_word as (
    select word from people.words_of(platform.folded(asked)) word
  )
  select count(*)::integer from people.person p
  where p.municipality_id = platform.current_municipality() and p.zone_id = platform.actor_zone() and p.frozen_on is not null
    and platform.actor_kind() = 'staff' and platform.actor_secrecy() = 'professionalSecrecy'
    and (platform.actor_role() = 'coordinator' or p.id in (select guidance.people_of_my_cases()))
    and exists (select from asked_word)
    and not exists (select from asked_word w where not exists (select from people.name_word n
      where n.municipality_id = p.municipality_id and n.person_id = p.id and n.word = w.word))
$$;

revoke execute on function people.oddness_of_look(uuid, text, uuid[], timestamptz), guidance.case_frozen_since(uuid),
  detection.card_frozen_since(uuid), people.frozen_found(text) from public;
grant execute on function people.oddness_of_look(uuid, text, uuid[], timestamptz), guidance.case_frozen_since(uuid),
  detection.card_frozen_since(uuid), people.frozen_found(text) to meernet_app;
