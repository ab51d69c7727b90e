-- Places: neighbourhoods, streets and addresses. Published geography, no people; kept per municipality that loaded it.

create schema places;
grant usage on schema places to meernet_app;

-- A neighbourhood: imported as published, or composed by hand from other areas and streets. Kept per edition: borders and codes
-- change, and what was done in an area stays where it was done.
create table places.area (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  origin text not null check (origin in ('imported', 'composed')),
  -- Year of the division into neighbourhoods.
  edition text not null check (edition ~ '^[0-9]{4}$'),
  name text not null check (length(name) between 1 and 160),
  -- Code and municipality as published. The municipality may be a neighbour of the one that loaded it.
  code text,
  nis_code text check (nis_code ~ '^[0-9]{5}$'),
  municipality_name text,
  -- Coordinates of a GeoJSON MultiPolygon in Lambert 72 (EPSG:31370) metres. A composed area has those of its parts.
  geometry jsonb,
  min_x double precision,
  min_y double precision,
  max_x double precision,
  max_y double precision,
  -- The publisher simplified the borders: a house beside one may truly lie across it.
  is_approximate boolean not null,
  -- The day it was found missing from what is published, or was dissolved by hand.
  gone_on date,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, edition, code),
  check ((origin = 'imported') = (code is not null)),
  check ((origin = 'imported') = (nis_code is not null)),
  check ((origin = 'imported') = (geometry is not null)),
  check (num_nulls(geometry, min_x, min_y, max_x, max_y) in (0, 5))
);
create unique index one_composed_area_of_a_name on places.area (municipality_id, edition, lower(name))
  where origin = 'composed' and gone_on is null;

-- The same name under another postal code is another street.
create table places.street (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  nis_code text not null check (nis_code ~ '^[0-9]{5}$'),
  postal_code text not null,
  name text not null check (length(name) between 1 and 160),
  primary key (municipality_id, id),
  unique (municipality_id, nis_code, postal_code, name)
);

create table places.address (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  -- null: published without a street; its place alone tells it from others.
  street_id uuid,
  nis_code text not null check (nis_code ~ '^[0-9]{5}$'),
  postal_code text not null,
  number text not null check (length(number) between 1 and 20),
  box text not null default '',
  -- Lambert 72 (EPSG:31370), metres.
  x double precision not null,
  y double precision not null,
  -- Statistical sector as published; text, for 11002E122 is a code and not a number.
  sector_code text,
  -- The imported neighbourhood of the newest edition in which it lies; null: in none.
  neighbourhood_id uuid,
  -- Edition of the import that last knew it.
  edition text not null check (edition ~ '^[0-9]{4}$'),
  -- The day an import found it missing. Never deleted, because visits and people point here.
  gone_on date,
  number_order integer not null generated always as (coalesce(substring(number from '^[0-9]{1,6}')::integer, 0)) stored,
  primary key (municipality_id, id),
  foreign key (municipality_id, street_id) references places.street (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id),
  unique nulls not distinct (municipality_id, nis_code, street_id, number, box, x, y)
);
create index address_by_neighbourhood on places.address (municipality_id, neighbourhood_id);

-- In which imported area an address lies, one for each edition that was loaded.
create table places.placement (
  municipality_id uuid not null references municipalities.municipality (id),
  area_id uuid not null,
  address_id uuid not null,
  primary key (municipality_id, area_id, address_id),
  foreign key (municipality_id, area_id) references places.area (municipality_id, id),
  foreign key (municipality_id, address_id) references places.address (municipality_id, id)
);
create index placement_by_address on places.placement (municipality_id, address_id);

create table places.composed_of_area (
  municipality_id uuid not null references municipalities.municipality (id),
  area_id uuid not null,
  part_id uuid not null,
  primary key (municipality_id, area_id, part_id),
  foreign key (municipality_id, area_id) references places.area (municipality_id, id),
  foreign key (municipality_id, part_id) references places.area (municipality_id, id)
);
create table places.composed_of_street (
  municipality_id uuid not null references municipalities.municipality (id),
  area_id uuid not null,
  street_id uuid not null,
  primary key (municipality_id, area_id, street_id),
  foreign key (municipality_id, area_id) references places.area (municipality_id, id),
  foreign key (municipality_id, street_id) references places.street (municipality_id, id)
);

-- Everybody in the municipality may read places, passers-by too; only staff and the program change them.
do $$
declare
  kept regclass;
  act text;
begin
  foreach kept in array array['places.area', 'places.street', 'places.address', 'places.placement',
    'places.composed_of_area', 'places.composed_of_street']::regclass[]
  loop
    call platform.protect_by_municipality(kept);
    execute format($policy$create policy writers_add on %s as restrictive for insert
      with check ((select platform.actor_kind()) in ('staff', 'system'))$policy$, kept);
    foreach act in array array['update', 'delete'] loop
      execute format($policy$create policy writers_%2$s on %1$s as restrictive for %2$s
        using ((select platform.actor_kind()) in ('staff', 'system'))$policy$, kept, act);
    end loop;
  end loop;
end $$;

-- Which addresses a neighbourhood has, imported or composed, of any edition.
create view places.neighbourhood_address with (security_invoker = true) as
  select p.municipality_id, p.area_id as neighbourhood_id, p.address_id from places.placement p
  union
  select c.municipality_id, c.area_id, p.address_id
  from places.composed_of_area c join places.placement p on p.municipality_id = c.municipality_id and p.area_id = c.part_id
  union
  select s.municipality_id, s.area_id, a.id
  from places.composed_of_street s join places.address a on a.municipality_id = s.municipality_id and a.street_id = s.street_id;
grant select on places.neighbourhood_address to meernet_app;
