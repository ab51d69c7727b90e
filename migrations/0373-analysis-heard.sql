-- Who was heard for an analysis: counts per group at an occasion, never people. Somebody may count in several groups.

create table analysis.heard_occasion (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('conversation', 'meeting', 'walk', 'street', 'survey', 'professionals')),
  title text not null check (length(title) between 1 and 120),
  on_day date not null,
  -- Without one: of the whole municipality.
  neighbourhood_id uuid,
  -- The walk whose walkers these are.
  walk_id uuid,
  -- Who said to which group somebody belongs: staff by guess, or people themselves.
  counted text not null check (counted in ('estimated', 'selfDeclared')),
  people integer not null check (people between 1 and 100000),
  noted_by uuid not null,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id),
  foreign key (municipality_id, walk_id) references analysis.walk (municipality_id, id) on delete cascade
);
create index heard_occasion_by_day on analysis.heard_occasion (municipality_id, on_day desc, id);
create index heard_occasion_by_walk on analysis.heard_occasion (municipality_id, walk_id) where walk_id is not null;

create table analysis.heard_tally (
  municipality_id uuid not null,
  occasion_id uuid not null,
  group_code text not null,
  people integer not null check (people between 0 and 100000),
  primary key (municipality_id, occasion_id, group_code),
  foreign key (municipality_id, occasion_id) references analysis.heard_occasion (municipality_id, id) on delete cascade
);

call platform.protect_by_municipality('analysis.heard_occasion');
call platform.protect_by_municipality('analysis.heard_tally');
create policy readers on analysis.heard_occasion as restrictive for select to public
  using ((select platform.is_program()) or (select platform.actor_role()) not in ('', 'administrator'));
create policy readers on analysis.heard_tally as restrictive for select to public
  using ((select platform.is_program()) or (select platform.actor_role()) not in ('', 'administrator'));
create policy writers on analysis.heard_occasion as restrictive for insert to public
  with check ((select platform.is_program()) or (select platform.actor_role()) in
    ('visitor', 'matcher', 'communityWorker', 'coordinator', 'socialWorker', 'partnerCoordinator', 'steeringGroup'));
create policy writers on analysis.heard_tally as restrictive for insert to public
  with check ((select platform.is_program()) or (select platform.actor_role()) in
    ('visitor', 'matcher', 'communityWorker', 'coordinator', 'socialWorker', 'partnerCoordinator', 'steeringGroup'));
-- A count that is wrong is taken away and counted again: by who noted it, or by a coordinator.
create policy removers on analysis.heard_occasion as restrictive for delete to public
  using ((select platform.is_program()) or noted_by = (select platform.actor_user()) or (select platform.actor_role()) = 'coordinator'
    or walk_id is not null);
