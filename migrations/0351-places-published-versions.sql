-- A published neighbourhood that is published anew with another border or name keeps the earlier one, whoever imported it: an
-- analysis names the version it was made with.
create function places.keep_published_versions() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into places.area_version (municipality_id, area_id, number, name, edition, geometry)
  select before.municipality_id, before.id, 1, before.name, before.edition, before.geometry
  from before join after using (municipality_id, id)
  where before.origin = 'imported' and before.level = 'neighbourhood'
    and (before.name, before.geometry) is distinct from (after.name, after.geometry)
    and not exists (select from places.area_version v where v.municipality_id = before.municipality_id and v.area_id = before.id);

  update places.area_version v set valid_until = now()
  from before join after using (municipality_id, id)
  where v.municipality_id = before.municipality_id and v.area_id = before.id and v.valid_until is null
    and before.origin = 'imported' and before.level = 'neighbourhood'
    and (before.name, before.geometry) is distinct from (after.name, after.geometry);

  insert into places.area_version (municipality_id, area_id, number, name, edition, geometry, valid_from)
  select after.municipality_id, after.id,
    (select max(v.number) + 1 from places.area_version v where v.municipality_id = after.municipality_id and v.area_id = after.id),
    after.name, after.edition, after.geometry, now()
  from before join after using (municipality_id, id)
  where before.origin = 'imported' and before.level = 'neighbourhood'
    and (before.name, before.geometry) is distinct from (after.name, after.geometry);
  return null;
end $$;

create trigger published_versions_are_kept after update on places.area
  referencing old table as before new table as after
  for each statement execute function places.keep_published_versions();
