-- Walks through a neighbourhood with the people who live there: what was seen where, with pictures of places and never of people.

create table analysis.walk (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  walked_on date not null,
  neighbourhood_id uuid not null,
  route text not null check (length(route) between 1 and 200),
  noted_by uuid not null,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id)
);
create index walk_by_day on analysis.walk (municipality_id, walked_on desc, id);

create table analysis.walk_observation (
  municipality_id uuid not null,
  walk_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('strength', 'need')),
  theme text not null,
  -- A street, a corner, a square.
  spot text not null check (length(spot) between 1 and 120),
  seen text not null check (length(seen) between 1 and 300),
  noted_by uuid not null,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, walk_id, id),
  foreign key (municipality_id, walk_id) references analysis.walk (municipality_id, id) on delete cascade
);

-- Of a place. The file holds no position and no other data about how it was taken: those are taken out before it is kept.
create table analysis.walk_photo (
  municipality_id uuid not null,
  walk_id uuid not null,
  id uuid not null,
  -- What is on it, for who does not see it.
  description text not null check (length(description) between 1 and 200),
  picture_plain bytea not null check (length(picture_plain) between 1 and 8388608),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp')),
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  added_by uuid not null,
  added_on date not null,
  -- Who looked as second whether nobody is on it; before that it does not go public.
  looked_by uuid,
  looked_on date,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, walk_id, id),
  foreign key (municipality_id, walk_id) references analysis.walk (municipality_id, id) on delete cascade,
  check ((looked_by is null) = (looked_on is null)),
  check (looked_by <> added_by)
);

call platform.protect_by_municipality('analysis.walk');
call platform.protect_by_municipality('analysis.walk_observation');
call platform.protect_by_municipality('analysis.walk_photo');

-- The same who as findings.
create policy readers on analysis.walk as restrictive for select to public
  using ((select platform.is_program()) or (select platform.actor_role()) not in ('', 'administrator'));
create policy readers on analysis.walk_observation as restrictive for select to public
  using ((select platform.is_program()) or (select platform.actor_role()) not in ('', 'administrator'));
-- Until a second look: who added it, and who may look.
create policy readers on analysis.walk_photo as restrictive for select to public
  using ((select platform.is_program())
    or added_by = (select platform.actor_user())
    or (select platform.actor_role()) in ('coordinator', 'communityWorker')
    or (looked_on is not null and (select platform.actor_role()) not in ('', 'administrator')));

create policy writers on analysis.walk as restrictive for insert to public
  with check ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
create policy changers on analysis.walk as restrictive for update to public
  using ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
create policy removers on analysis.walk as restrictive for delete to public
  using ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
create policy writers on analysis.walk_observation as restrictive for insert to public
  with check ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
create policy removers on analysis.walk_observation as restrictive for delete to public
  using ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
create policy writers on analysis.walk_photo as restrictive for insert to public
  with check ((select platform.is_program())
    or (added_by = (select platform.actor_user()) and looked_on is null
      and (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup')));
create policy second_look on analysis.walk_photo as restrictive for update to public
  using ((select platform.is_program())
    or ((select platform.actor_role()) in ('coordinator', 'communityWorker') and added_by <> (select platform.actor_user())))
  with check ((select platform.is_program()) or looked_by = (select platform.actor_user()));
create policy removers on analysis.walk_photo as restrictive for delete to public
  using ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
