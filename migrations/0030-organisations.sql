-- The service map: who offers what, where, for whom, at what cost, and how one gets there. Names of columns follow Open
-- Referral HSDS 3 where it has a name for the thing; the README of registers/organisations has the table.

create schema organisations;
grant usage on schema organisations to meernet_app;

create table organisations.organisation (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  -- Data zone of the partner that keeps this up to date itself; null: the municipality does.
  zone_id uuid,
  name text not null check (length(name) between 1 and 160),
  alternate_name text check (length(alternate_name) between 1 and 160),
  legal_form text check (length(legal_form) between 1 and 80),
  -- Number in the Crossroads Bank for Enterprises, digits only.
  enterprise_number text check (enterprise_number ~ '^[01][0-9]{9}$'),
  description text check (length(description) between 1 and 2000),
  phone text check (length(phone) between 1 and 40),
  email text check (length(email) between 3 and 200),
  website text check (length(website) between 3 and 300),
  -- On from which day it no longer exists or no longer works here.
  ended_on date,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);
create index organisation_by_zone on organisations.organisation (municipality_id, zone_id);
call platform.protect_by_municipality('organisations.organisation');

-- Who may change the offer: staff of the map for all, a partner's coordinator for the partner's own.
create function organisations.may_change(owner_zone uuid) returns boolean language sql stable
  as $$ select platform.is_program()
    or platform.actor_role() in ('coordinator', 'communityWorker')
    or (platform.actor_role() = 'partnerCoordinator' and owner_zone is not distinct from platform.actor_zone()) $$;
create policy change_own on organisations.organisation as restrictive for update to public
  using (organisations.may_change(zone_id)) with check (organisations.may_change(zone_id));
create policy add_own on organisations.organisation as restrictive for insert to public
  with check (organisations.may_change(zone_id));
create policy remove_own on organisations.organisation as restrictive for delete to public
  using (organisations.may_change(zone_id));

create table organisations.service (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  organisation_id uuid not null,
  name text not null check (length(name) between 1 and 160),
  alternate_name text check (length(alternate_name) between 1 and 160),
  status text not null default 'active' check (status in ('active', 'temporarilyClosed', 'ended')),
  -- Everyday words people look for it by.
  tags text[] not null default '{}',
  -- Codes of the dated list of groups.
  groups text[] not null default '{}',
  -- Where it works: the neighbourhoods named in service_area, the whole municipality, or beyond it.
  reach text not null default 'municipality' check (reach in ('neighbourhoods', 'municipality', 'beyond')),
  -- BCP 47, short: nl, fr, ar.
  languages text[] not null default '{nl}',
  is_free boolean not null,
  fees_description text check (length(fees_description) between 1 and 300),
  accessibility text[] not null default '{}'
    check (accessibility <@ array['wheelchair', 'publicTransport', 'phone', 'online', 'homeVisit']),
  phone text check (length(phone) between 1 and 40),
  email text check (length(email) between 3 and 200),
  website text check (length(website) between 3 and 300),
  street_address text check (length(street_address) between 1 and 200),
  postal_code text check (length(postal_code) between 1 and 12),
  city text check (length(city) between 1 and 80),
  opening_hours text check (length(opening_hours) between 1 and 500),
  waiting_weeks integer check (waiting_weeks between 0 and 520),
  waiting_measured_on date,
  -- The last day somebody looked whether all this is still right, and who did.
  verified_on date not null,
  verified_by uuid,
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisations.organisation (municipality_id, id),
  check ((waiting_weeks is null) = (waiting_measured_on is null))
);
create index service_by_organisation on organisations.service (municipality_id, organisation_id);
create index service_by_name on organisations.service (municipality_id, name, id);
create index service_by_verification on organisations.service (municipality_id, verified_on) where status <> 'ended';
call platform.protect_by_municipality('organisations.service');

create function organisations.may_change_service(municipality uuid, organisation uuid) returns boolean language sql stable
  as $$ select exists (select from organisations.organisation o
    where o.municipality_id = municipality and o.id = organisation and organisations.may_change(o.zone_id)) $$;
create policy change_own on organisations.service as restrictive for update to public
  using (organisations.may_change_service(municipality_id, organisation_id))
  with check (organisations.may_change_service(municipality_id, organisation_id));
create policy add_own on organisations.service as restrictive for insert to public
  with check (organisations.may_change_service(municipality_id, organisation_id));
create policy remove_own on organisations.service as restrictive for delete to public
  using (organisations.may_change_service(municipality_id, organisation_id));

-- What a resident reads about a service, in plain words, per language.
create table organisations.service_text (
  municipality_id uuid not null,
  service_id uuid not null,
  language text not null check (language in ('nl', 'fr', 'en', 'ar')),
  description text not null check (length(description) between 1 and 2000),
  application_process text check (length(application_process) between 1 and 1000),
  eligibility_description text check (length(eligibility_description) between 1 and 1000),
  primary key (municipality_id, service_id, language),
  foreign key (municipality_id, service_id) references organisations.service (municipality_id, id) on delete cascade
);
call platform.protect_by_municipality('organisations.service_text');

create table organisations.service_area (
  municipality_id uuid not null,
  service_id uuid not null,
  neighbourhood_id uuid not null,
  primary key (municipality_id, service_id, neighbourhood_id),
  foreign key (municipality_id, service_id) references organisations.service (municipality_id, id) on delete cascade,
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id)
);
create index service_area_by_neighbourhood on organisations.service_area (municipality_id, neighbourhood_id);
call platform.protect_by_municipality('organisations.service_area');

-- Search. An ordinary inverted index with ordinary B-trees: under row-level security PostgreSQL does not let the operators of
-- full-text search and trigrams use an index, because they are not leakproof; equality and order of text are.
create table organisations.search_word (
  municipality_id uuid not null,
  word text collate "C" not null,
  primary key (municipality_id, word)
);
call platform.protect_by_municipality('organisations.search_word');

-- Other ways to a word: `typo`, the word's beginning with one or two letters left out, and `tail`, the end of a compound
-- ("thuiszorg" → "zorg").
create table organisations.search_key (
  municipality_id uuid not null,
  kind text collate "C" not null check (kind in ('typo', 'tail')),
  key text collate "C" not null,
  word text collate "C" not null,
  primary key (municipality_id, kind, key, word)
);
call platform.protect_by_municipality('organisations.search_key');

-- In which services a word stands; weight: 10 in a description to about 120 as the whole name.
create table organisations.search_posting (
  municipality_id uuid not null,
  word text collate "C" not null,
  service_id uuid not null,
  weight smallint not null check (weight > 0),
  primary key (municipality_id, word, service_id) include (weight),
  foreign key (municipality_id, service_id) references organisations.service (municipality_id, id) on delete cascade
);
create index search_posting_by_service on organisations.search_posting (municipality_id, service_id);
call platform.protect_by_municipality('organisations.search_posting');
