-- People and households a municipality helps, each in the data zone that knows them. No national number exists here (P3).

create schema people;
grant usage on schema people to meernet_app;

create table people.person (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  given_name text not null check (length(given_name) between 1 and 80),
  family_name text not null check (length(family_name) between 0 and 80),
  -- What the person wants to be called; null: the given name.
  called text check (length(called) between 1 and 80),
  birth_year integer check (birth_year between 1895 and 2100),
  language text not null default 'nl' check (language ~ '^[a-z]{2,3}$'),
  needs_interpreter boolean not null default false,
  preferred_channel text not null default 'phone' check (preferred_channel in ('phone', 'letter', 'email', 'faceToFace')),
  reach_when text check (length(reach_when) <= 200),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 200),
  address_id uuid,
  -- Where to find somebody without an address: "bij haar zus", "in het park aan de kerk".
  place_text text check (length(place_text) <= 200),
  neighbourhood_id uuid,
  -- Sealed: what helps to reach this person.
  note bytea,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  names text generated always as
    (platform.folded(given_name || ' ' || family_name || ' ' || coalesce(called, ''))) stored,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, address_id) references places.address (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id)
);
create index person_by_name on people.person using gin (names gin_trgm_ops);
create index person_by_zone on people.person (municipality_id, zone_id, family_name, given_name);
create index person_by_phone on people.person (municipality_id, (regexp_replace(phone, '\D', '', 'g'))) where phone is not null;
create index person_by_address on people.person (municipality_id, address_id) where address_id is not null;
call platform.protect_by_zone('people.person');

create table people.household (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);
call platform.protect_by_zone('people.household');

create table people.household_member (
  municipality_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  zone_id uuid not null,
  role text not null check (role in ('contact', 'partner', 'child', 'parent', 'relative', 'otherResident')),
  since date not null,
  primary key (municipality_id, household_id, person_id),
  foreign key (municipality_id, household_id) references people.household (municipality_id, id) on delete cascade,
  foreign key (municipality_id, person_id) references people.person (municipality_id, id) on delete cascade
);
-- Somebody lives in one household at a time.
create unique index one_household on people.household_member (municipality_id, person_id);
call platform.protect_by_zone('people.household_member');
