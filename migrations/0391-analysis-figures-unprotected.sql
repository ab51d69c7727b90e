-- Whoever brings, changes or removes figures: what is hidden is worked out anew before anybody sees them.

create function analysis.figures_changed() returns trigger language plpgsql set search_path = '' as $$
begin
  delete from analysis.protected_indicator p
  using (select distinct municipality_id from changed) as c
  where p.municipality_id = c.municipality_id;
  return null;
end $$;

create trigger figures_came after insert on analysis.indicator_value
  referencing new table as changed for each statement execute function analysis.figures_changed();
create trigger figures_differ after update on analysis.indicator_value
  referencing new table as changed for each statement execute function analysis.figures_changed();
create trigger figures_went after delete on analysis.indicator_value
  referencing old table as changed for each statement execute function analysis.figures_changed();
