-- What a neighbourhood has: places, people by what they do and never by name, and what the register of organisations already knows.

create table analysis.asset (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('place', 'keyPerson', 'antennaPoint', 'organisation', 'service')),
  -- Of a place what it is called, of a person what somebody does there: "owner of the bakery". Of an organisation or service the
  -- register knows the name.
  name text check (length(name) between 1 and 200),
  place_type text check (length(place_type) between 1 and 60),
  organisation_id uuid,
  service_id uuid,
  -- Said by who noted it; of a place on the map it follows from where that lies.
  neighbourhood_id uuid,
  -- Lambert 72 metres.
  x double precision,
  y double precision,
  address text check (length(address) between 1 and 200),
  -- Unknown is not no.
  is_free boolean,
  is_accessible boolean,
  opening_hours text check (length(opening_hours) between 1 and 200),
  languages text[] not null default '{}',
  note text check (length(note) between 1 and 300),
  origin text not null default 'own' check (origin in ('own', 'openStreetMap')),
  -- Identifier there, and the day the file was fetched.
  origin_id text check (length(origin_id) between 1 and 60),
  retrieved_on date,
  noted_by uuid,
  noted_on date not null,
  gone_on date,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id),
  foreign key (municipality_id, organisation_id) references organisations.organisation (municipality_id, id) on delete cascade,
  foreign key (municipality_id, service_id) references organisations.service (municipality_id, id) on delete cascade,
  unique (municipality_id, origin, origin_id),
  check ((kind = 'organisation') = (organisation_id is not null)),
  check ((kind = 'service') = (service_id is not null)),
  check ((kind in ('organisation', 'service')) = (name is null)),
  check ((kind = 'place') = (place_type is not null)),
  check ((x is null) = (y is null)),
  -- A person is no dot on a map.
  check (kind <> 'keyPerson' or (x is null and address is null)),
  check ((origin = 'own') = (origin_id is null)),
  check ((origin = 'own') = (retrieved_on is null))
);
create index asset_by_kind on analysis.asset (municipality_id, kind, place_type);
create index asset_by_organisation on analysis.asset (municipality_id, organisation_id) where organisation_id is not null;
create index asset_by_service on analysis.asset (municipality_id, service_id) where service_id is not null;
call platform.protect_by_municipality('analysis.asset');
create policy writers on analysis.asset as restrictive for insert to public
  with check ((select platform.is_program()) or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator'));
create policy changers on analysis.asset as restrictive for update to public
  using ((select platform.is_program()) or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator'));
create policy removers on analysis.asset as restrictive for delete to public
  using ((select platform.is_program()) or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator'));

-- Points that somebody sent and still has to choose from.
create table analysis.place_import (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  content jsonb not null,
  primary key (municipality_id, id)
);
create index place_import_by_moment on analysis.place_import (municipality_id, sent_at);
call platform.protect_by_municipality('analysis.place_import');
create policy own on analysis.place_import as restrictive for all to public
  using ((select platform.is_program()) or sent_by = (select platform.actor_user()))
  with check ((select platform.is_program()) or sent_by = (select platform.actor_user()));
