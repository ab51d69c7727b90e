-- How often the figures and neighbourhoods of a municipality changed. Whoever works out what is hidden looks before and after: what was worked
-- out of older figures is not kept, though they changed meanwhile; and a page never shows figures beside what was hidden of others.

create table analysis.figure_change (
  municipality_id uuid not null references municipalities.municipality (id) primary key,
  number bigint not null check (number > 0)
);
insert into analysis.figure_change (municipality_id, number) select id, 1 from municipalities.municipality;
call platform.protect_by_municipality('analysis.figure_change');

-- The number first: it waits for whoever just keeps what was worked out, so that what is then forgotten is there to be seen.
create or replace function analysis.figures_changed() returns trigger language plpgsql set search_path = '' as $$
begin
  insert into analysis.figure_change as known (municipality_id, number)
  select distinct municipality_id, 1 from changed where municipality_id = platform.current_municipality()
  on conflict (municipality_id) do update set number = known.number + 1;
  delete from analysis.protected_indicator p
  using (select distinct municipality_id from changed) as c
  where p.municipality_id = c.municipality_id;
  return null;
end $$;

-- Where the owner of the tables is held to row-level security as well, 0530 and 0600 forgot nothing.
alter table analysis.protected_indicator no force row level security;
delete from analysis.protected_indicator;
alter table analysis.protected_indicator force row level security;
