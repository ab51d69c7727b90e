-- All visits of a batch have one campaign and one visitor, and two foreign keys looked both up again for each row: a third of what a
-- visit cost. They are looked up once per statement instead; the key to the door stays. A campaign takes its doors along when it
-- goes, and a door its visits; an account is emptied (0215), never deleted.
alter table detection.visit drop constraint visit_municipality_id_campaign_id_fkey, drop constraint visit_visitor_id_fkey;
create trigger account_is_kept before delete on identity.account for each row execute function platform.refuse_change();

create function detection.check_visits() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
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
  return null;
end $$;
create trigger visits_have_their_parents after insert on detection.visit
  referencing new table as fresh for each statement execute function detection.check_visits();

-- What was checked stays so.
create trigger visit_stays_where_it_was before update on detection.visit for each row
  when ((new.municipality_id, new.campaign_id, new.visitor_id) is distinct from (old.municipality_id, old.campaign_id, old.visitor_id))
  execute function platform.refuse_change();

-- Asked once a day, for what is months old: pages in the order of arrival need no entry per row.
drop index detection.act_by_age;
create index act_by_age on detection.visit_act using brin (municipality_id, received_at);
