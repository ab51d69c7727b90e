-- Areas that are kept say out of which file they come, tables say which area lies in which and which became which, and a file
-- that somebody sent waits for a yes.

-- One file of areas, or one table between areas, and where it comes from.
create table places.area_source (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('areas', 'memberships')),
  source text not null check (length(source) between 1 and 200),
  licence text not null check (length(licence) between 1 and 200),
  file_name text not null check (length(file_name) between 1 and 300),
  -- Of the file as it came, in hexadecimal digits.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- GeoJSON, shapefile, table, …
  form text not null check (length(form) between 1 and 40),
  -- System of its coordinates, and whether the file says so itself; nothing for a table.
  crs text check (length(crs) between 1 and 120),
  crs_stated boolean,
  retrieved_on date not null,
  -- Per level and edition: how many areas or rows of the municipality, and how many elsewhere.
  counts jsonb not null,
  remarks jsonb not null,
  imported_at timestamptz not null,
  -- Nothing when it was done from the command line.
  imported_by uuid,
  primary key (municipality_id, id),
  constraint one_source_of_a_file unique (municipality_id, kind, sha256),
  check (num_nulls(crs, crs_stated) in (0, 2))
);

alter table places.area
  add column source_id uuid,
  add constraint area_source_fkey foreign key (municipality_id, source_id) references places.area_source (municipality_id, id),
  drop constraint area_check2,
  -- What is composed has the shape of its parts. What was published has its own, or stands in a table without one.
  add constraint area_shape_by_origin check (case origin
    when 'imported' then geometry is not null or source_id is not null
    when 'composed' then geometry is null
    else geometry is not null end);
create index area_by_source on places.area (municipality_id, source_id);

-- That an area lies in another (`partOf`), or became another in a newer edition (`becomes`), as a table says.
create table places.area_membership (
  municipality_id uuid not null references municipalities.municipality (id),
  kind text not null check (kind in ('partOf', 'becomes')),
  from_level text not null check (from_level in ('sector', 'neighbourhood', 'district', 'municipality')),
  from_edition text not null check (from_edition ~ '^([0-9]{4}|fixed)$'),
  from_code text not null check (length(from_code) between 1 and 60),
  to_level text not null check (to_level in ('sector', 'neighbourhood', 'district', 'municipality')),
  to_edition text not null check (to_edition ~ '^([0-9]{4}|fixed)$'),
  to_code text not null check (length(to_code) between 1 and 60),
  -- How much of the one lies in the other; nothing when the table does not say.
  share double precision check (share between 0 and 1),
  quality text not null check (quality in ('exact', 'approximate')),
  -- The municipality for which it was kept.
  nis_code text not null check (nis_code ~ '^[0-9]{5}$'),
  source_id uuid not null,
  primary key (municipality_id, kind, from_level, from_edition, from_code, to_level, to_edition, to_code),
  foreign key (municipality_id, source_id) references places.area_source (municipality_id, id)
);
create index area_membership_by_whole on places.area_membership (municipality_id, to_level, to_edition, to_code);

-- A file that somebody sent and still has to confirm: what of it could be kept, already read.
create table places.area_import (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  content jsonb not null,
  primary key (municipality_id, id)
);
create index area_import_by_moment on places.area_import (municipality_id, sent_at);

call platform.protect_by_municipality('places.area_source');
call platform.protect_by_municipality('places.area_membership');
call platform.protect_by_municipality('places.area_import');
-- Nobody but who sent it, and the program.
create policy own on places.area_import as restrictive for all to public
  using ((select platform.is_program()) or sent_by = (select platform.actor_user()))
  with check ((select platform.is_program()) or sent_by = (select platform.actor_user()));

-- As for the other places: written by who works here and by the program, never from a public page.
do $$
declare
  relation regclass;
  command text;
begin
  foreach relation in array array['places.area_source', 'places.area_membership', 'places.area_import']::regclass[] loop
    execute format($policy$create policy writers_add on %s as restrictive for insert
      with check ((select platform.actor_kind()) in ('staff', 'system'))$policy$, relation);
    foreach command in array array['update', 'delete'] loop
      execute format($policy$create policy writers_%2$s on %1$s as restrictive for %2$s
        using ((select platform.actor_kind()) in ('staff', 'system'))$policy$, relation, command);
    end loop;
  end loop;
end
$$;
