-- Tables of our own counts that went out, kept as readers saw them: a later one may not tell, beside all of these, what was hidden.

create table analysis.publication (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  -- What was counted over which people: publications of one measure are held against each other.
  measure text not null check (length(measure) between 1 and 200),
  title text not null check (length(title) between 1 and 200),
  audience text not null check (audience in ('public', 'partners')),
  published_at timestamptz not null,
  -- Nothing when the program did.
  published_by uuid,
  -- Dimensions with what each category held, and cells with the number shown or the word hidden.
  dimensions jsonb not null,
  cells jsonb not null,
  -- Names of categories as readers saw them.
  labels jsonb not null,
  primary key (municipality_id, id)
);
create index publication_by_measure on analysis.publication (municipality_id, measure, published_at);
call platform.protect_by_municipality('analysis.publication');

-- What readers saw stays known: nothing in it is changed or taken out while the municipality is there.
create function analysis.publication_stays() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'a publication is not changed';
end $$;
create trigger publication_stays before update on analysis.publication
  for each row execute function analysis.publication_stays();
