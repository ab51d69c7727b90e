-- An analysis holds what residents may read, and the words a finding rests on are not shown to them: nobody read those as second.
alter table analysis.report no force row level security;
update analysis.report r
set contents = jsonb_set(r.contents, '{findings}', (
  select coalesce(jsonb_agg(found.finding - 'restsOn' order by found.place), '[]'::jsonb)
  from jsonb_array_elements(r.contents -> 'findings') with ordinality as found (finding, place)))
where jsonb_typeof(r.contents -> 'findings') = 'array';
alter table analysis.report force row level security;
