-- What figures and people together say of a neighbourhood: strengths, needs and gaps, each with what it rests on, without people in it.

create table analysis.finding (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  kind text not null check (kind in ('strength', 'need', 'gap')),
  -- Codes of dated lists.
  theme text not null,
  groups text[] not null default '{}',
  -- Without names, and without anything by which somebody is recognised.
  statement text not null check (length(statement) between 1 and 400),
  -- On how many people's situations it rests: of the few a second reader looks first (P14).
  rests_on text not null check (rests_on in ('noPeople', 'fewPeople', 'morePeople')),
  state text not null default 'open' check (state in ('open', 'kept', 'adapted', 'dropped')),
  -- When residents looked at it, and what they said.
  checked_on date,
  residents_said text check (length(residents_said) between 1 and 600),
  noted_by uuid not null,
  noted_on date not null,
  -- Who last wrote the statement; never the one who reads it for recognisability.
  worded_by uuid not null,
  second_reader uuid,
  read_on date,
  -- The few people whom it is about read the text and agreed to it.
  is_agreed boolean not null default false,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  check ((state = 'open') = (checked_on is null)),
  check ((checked_on is null) = (residents_said is null)),
  check ((second_reader is null) = (read_on is null)),
  check (second_reader not in (noted_by, worded_by)),
  check (not is_agreed or read_on is not null)
);
create index finding_by_day on analysis.finding (municipality_id, noted_on desc, id);
call platform.protect_by_municipality('analysis.finding');

-- Without a row it is about the whole municipality.
create table analysis.finding_neighbourhood (
  municipality_id uuid not null,
  finding_id uuid not null,
  neighbourhood_id uuid not null,
  primary key (municipality_id, finding_id, neighbourhood_id),
  foreign key (municipality_id, finding_id) references analysis.finding (municipality_id, id) on delete cascade,
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id)
);
create index finding_neighbourhood_by_place on analysis.finding_neighbourhood (municipality_id, neighbourhood_id);
call platform.protect_by_municipality('analysis.finding_neighbourhood');

-- Evidence of both kinds: a figure of the catalogue, or a voice with its source and never a name.
create table analysis.finding_evidence (
  municipality_id uuid not null,
  finding_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('figure', 'conversation', 'survey', 'walk', 'tally', 'professional', 'signals')),
  indicator text check (length(indicator) between 1 and 120),
  period text check (period ~ '^(19|20)[0-9]{2}'),
  source text check (length(source) between 1 and 200),
  on_day date,
  says text not null check (length(says) between 1 and 400),
  noted_by uuid not null,
  primary key (municipality_id, finding_id, id),
  foreign key (municipality_id, finding_id) references analysis.finding (municipality_id, id) on delete cascade,
  check ((kind = 'figure') = (indicator is not null)),
  check ((kind = 'figure') = (period is not null)),
  check ((kind = 'figure') = (source is null)),
  check ((kind = 'figure') = (on_day is null))
);
call platform.protect_by_municipality('analysis.finding_evidence');

-- Everybody who works here reads, the administrator of the program excepted; what rests on few people only who weighs the words,
-- until a second reader looked.
create policy readers on analysis.finding as restrictive for select to public
  using ((select platform.is_program())
    or ((select platform.actor_role()) not in ('', 'administrator')
      and (rests_on <> 'fewPeople' or read_on is not null
        or (select platform.actor_user()) in (noted_by, worded_by)
        or (select platform.actor_role()) in ('coordinator', 'communityWorker'))));
create policy writers on analysis.finding as restrictive for insert to public
  with check ((select platform.is_program())
    or (noted_by = (select platform.actor_user()) and worded_by = noted_by and read_on is null
      and (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup')));
create policy changers on analysis.finding as restrictive for update to public
  using ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
create policy kept on analysis.finding as restrictive for delete to public
  using ((select platform.is_program()));

-- What belongs to a finding is seen with it.
create policy readers on analysis.finding_neighbourhood as restrictive for select to public
  using (exists (select from analysis.finding f where f.municipality_id = finding_neighbourhood.municipality_id and f.id = finding_id));
create policy readers on analysis.finding_evidence as restrictive for select to public
  using (exists (select from analysis.finding f where f.municipality_id = finding_evidence.municipality_id and f.id = finding_id));
