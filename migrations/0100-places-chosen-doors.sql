-- An area is imported or composed, never both: only what is composed can name a door twice. Without the union over all doors a
-- count for a whole municipality is several times faster.
create or replace view places.neighbourhood_address with (security_invoker = true) as
  select p.municipality_id, p.area_id as neighbourhood_id, p.address_id from places.placement p
  union all (
    select c.municipality_id, c.area_id, p.address_id
    from places.composed_of_area c join places.placement p on p.municipality_id = c.municipality_id and p.area_id = c.part_id
    union
    select s.municipality_id, s.area_id, a.id
    from places.composed_of_street s join places.address a on a.municipality_id = s.municipality_id and a.street_id = s.street_id
  );

-- For the street nearest to a door that is published without one.
create index address_by_x on places.address (municipality_id, x) where gone_on is null and street_id is not null;

-- Living doors chosen by whole streets, as far as they lie in these neighbourhoods, and those without a street in `streetless_in`.
-- Other modules count with it; row-level security holds as for the caller.
create function places.chosen_doors(street_ids uuid[], neighbourhood_ids uuid[], streetless_in uuid[])
returns table (address_id uuid, street_id uuid) language sql stable as $$
  select a.id, a.street_id from places.address a
  where a.gone_on is null and a.street_id = any (street_ids)
    and a.id in (select n.address_id from places.neighbourhood_address n where n.neighbourhood_id = any (neighbourhood_ids))
  union all
  select a.id, a.street_id from places.address a
  where a.gone_on is null and a.street_id is null
    and a.id in (select n.address_id from places.neighbourhood_address n where n.neighbourhood_id = any (streetless_in)) $$;
