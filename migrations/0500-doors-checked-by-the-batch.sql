-- For each new visit the foreign key looked its door up by itself and locked it: nearly half of what a visit cost. The doors of a batch
-- are looked up and locked together instead, and must now be doors of the campaign too. With a door its visits still go.
alter table detection.visit drop constraint visit_municipality_id_round_address_id_fkey;

create or replace function detection.check_visits() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (
    select from (select distinct municipality_id, campaign_id from fresh) v
    where not exists (select from detection.campaign c where c.municipality_id = v.municipality_id and c.id = v.campaign_id)
  ) then
    raise exception 'a visit of a campaign that is not there' using errcode = 'foreign_key_violation';
  end if;
  if exists (
    select from (select distinct visitor_id from fresh) v where not exists (select from identity.account a where a.id = v.visitor_id)
  ) then
    raise exception 'a visit of a visitor who is not there' using errcode = 'foreign_key_violation';
  end if;
  if exists (
    -- Locked, so that nobody takes a door away before this is committed; `except` stays linear whatever the planner expects of a batch.
    with door as (
      select d.municipality_id, d.id, d.campaign_id from detection.round_address d
      where (d.municipality_id, d.id) in (select municipality_id, round_address_id from fresh)
      for key share
    )
    select municipality_id, round_address_id, campaign_id from fresh except select municipality_id, id, campaign_id from door
  ) then
    raise exception 'a visit at a door that is not in the campaign' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create function detection.forget_visits_of_doors() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from detection.visit v using gone where v.municipality_id = gone.municipality_id and v.round_address_id = gone.id;
  return null;
end $$;
create trigger visits_go_with_their_door after delete on detection.round_address
  referencing old table as gone for each statement execute function detection.forget_visits_of_doors();

-- What was checked stays so.
drop trigger visit_stays_where_it_was on detection.visit;
create trigger visit_stays_where_it_was before update of municipality_id, campaign_id, visitor_id, round_address_id on detection.visit
  for each row
  when ((new.municipality_id, new.campaign_id, new.visitor_id, new.round_address_id)
    is distinct from (old.municipality_id, old.campaign_id, old.visitor_id, old.round_address_id))
  execute function platform.refuse_change();
create trigger door_stays_in_its_campaign before update of municipality_id, id, campaign_id on detection.round_address for each row
  when ((new.municipality_id, new.id, new.campaign_id) is distinct from (old.municipality_id, old.id, old.campaign_id))
  execute function platform.refuse_change();
