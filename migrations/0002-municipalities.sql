-- Municipalities and their data zones: every other table of a municipality points here.

create schema municipalities;
grant usage on schema municipalities to meernet_app;

create table municipalities.municipality (
  id uuid primary key,
  nis_code text not null unique check (nis_code ~ '^[0-9]{5}$'),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 120),
  jurisdiction text not null check (jurisdiction in ('flanders', 'brussels')),
  -- First is the default. What staff read is nl, fr, en; residents may have more.
  languages text[] not null check (cardinality(languages) > 0),
  primary_colour text not null default '#0b5d5b' check (primary_colour ~ '^#[0-9a-f]{6}$'),
  accent_colour text not null default '#c2452d' check (accent_colour ~ '^#[0-9a-f]{6}$'),
  -- Phone and address of the front door (Sociaal Huis), shown to residents.
  contact_name text,
  contact_phone text,
  contact_address text,
  contact_hours text,
  -- Zone in which cards of residents arrive; null: the municipality's own.
  front_door_zone_id uuid,
  created_at timestamptz not null default now()
);
-- Name, style and front door are public; there is nothing else here.
alter table municipalities.municipality enable row level security;
alter table municipalities.municipality force row level security;
create policy public_read on municipalities.municipality for select to public using (true);
create policy own_change on municipalities.municipality for update to public
  using (id = (select platform.current_municipality())) with check (id = (select platform.current_municipality()));
create policy owner_all on municipalities.municipality for all to current_user using (true) with check (true);
grant select, update on municipalities.municipality to meernet_app;

-- A controller of personal data: municipality, OCMW, each partner.
create table municipalities.data_zone (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('municipality', 'ocmw', 'partner')),
  name text not null check (length(name) between 1 and 160),
  primary key (municipality_id, id),
  unique (municipality_id, name)
);
create unique index one_municipality_zone on municipalities.data_zone (municipality_id, kind) where kind <> 'partner';
call platform.protect_by_municipality('municipalities.data_zone');
create policy owner_all on municipalities.data_zone for all to current_user using (true) with check (true);
