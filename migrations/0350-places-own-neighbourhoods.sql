-- Neighbourhoods of one's own: composed of areas and streets, or drawn with a border of their own; and what they were before.

alter table places.area
  drop constraint area_origin_check,
  add constraint area_origin_check check (origin in ('imported', 'composed', 'drawn')),
  -- A drawn one follows no edition of a published division.
  add constraint drawn_is_fixed check (origin <> 'drawn' or edition = 'fixed'),
  -- What kind of neighbourhood it is, how people who live there call it, and what they would say of it.
  add column area_type text check (area_type in ('village', 'hamlet', 'quarter', 'formerMunicipality')),
  add column known_as text check (length(known_as) between 1 and 160),
  add column description text check (length(description) between 1 and 2000);

drop index places.one_composed_area_of_a_name;
create unique index one_own_area_of_a_name on places.area (municipality_id, edition, lower(name))
  where origin in ('composed', 'drawn') and gone_on is null;

-- What a neighbourhood was made of, from when until when: figures and analyses name the version they were made with. Names and
-- codes of the parts as they were then.
create table places.area_version (
  municipality_id uuid not null references municipalities.municipality (id),
  area_id uuid not null,
  number integer not null check (number > 0),
  name text not null,
  edition text not null,
  parts jsonb not null default '[]',
  geometry jsonb,
  why text check (length(why) between 1 and 500),
  made_by uuid,
  -- null: since before versions were kept.
  valid_from timestamptz,
  -- null: as it is now.
  valid_until timestamptz,
  primary key (municipality_id, area_id, number),
  foreign key (municipality_id, area_id) references places.area (municipality_id, id),
  check (valid_until >= valid_from)
);
create unique index one_present_version on places.area_version (municipality_id, area_id) where valid_until is null;

do $$
declare
  act text;
begin
  call platform.protect_by_municipality('places.area_version');
  create policy writers_add on places.area_version as restrictive for insert
    with check ((select platform.actor_kind()) in ('staff', 'system'));
  foreach act in array array['update', 'delete'] loop
    execute format($policy$create policy writers_%1$s on places.area_version as restrictive for %1$s
      using ((select platform.actor_kind()) in ('staff', 'system'))$policy$, act);
  end loop;
end $$;

insert into places.area_version (municipality_id, area_id, number, name, edition, parts)
select a.municipality_id, a.id, 1, a.name, a.edition,
  coalesce((select jsonb_agg(jsonb_build_object('kind', p.level, 'id', p.id, 'name', p.name, 'code', p.code) order by p.code)
    from places.composed_of_area c join places.area p on p.municipality_id = c.municipality_id and p.id = c.part_id
    where c.municipality_id = a.municipality_id and c.area_id = a.id), '[]')
  || coalesce((select jsonb_agg(jsonb_build_object('kind', 'street', 'id', s.id, 'name', s.name, 'code', s.postal_code) order by s.name)
    from places.composed_of_street c join places.street s on s.municipality_id = c.municipality_id and s.id = c.street_id
    where c.municipality_id = a.municipality_id and c.area_id = a.id), '[]')
from places.area a where a.origin = 'composed';
