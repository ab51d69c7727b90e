-- Who has the name of somebody that looks is found through the index of names. Trying everybody in the zone took more than a second for
-- each page of a person in a municipality of 100,000 people.
CREATE OR REPLACE FUNCTION people.oddness_of_look(asked uuid, own_name text, covered uuid[], at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with own_word as (
    select word from people.words_of(platform.folded(own_name)) word
  ), own as (
    select p.id, p.address_id from people.person p
    where p.municipality_id = platform.current_municipality() and p.zone_id = platform.actor_zone()
      and (select count(*) from own_word) > 1
      and p.id in (select n.person_id from people.name_word n
        where n.municipality_id = platform.current_municipality() and n.zone_id = platform.actor_zone()
          and n.word in (select word from own_word)
        group by n.person_id having count(*) = (select count(distinct word) from own_word))
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
$function$;
