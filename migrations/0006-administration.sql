-- What an administrator keeps of the municipality, and that nobody else changes it.

alter table municipalities.municipality
  -- Called in alarm, whoever is on duty.
  add column on_call_phone text,
  add column version integer not null default 1;

drop policy own_change on municipalities.municipality;
create policy own_change on municipalities.municipality for update to public
  using (id = (select platform.current_municipality())
    and ((select platform.is_program()) or (select platform.actor_role()) = 'administrator'))
  with check (id = (select platform.current_municipality()));

create policy keepers_add on municipalities.data_zone as restrictive for insert to meernet_app
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');
create policy keepers_change on municipalities.data_zone as restrictive for update to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');
create policy keepers_remove on municipalities.data_zone as restrictive for delete to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');

alter table municipalities.municipality
  add foreign key (id, front_door_zone_id) references municipalities.data_zone (municipality_id, id) deferrable initially deferred;
