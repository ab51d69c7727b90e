-- The analysis of one or several neighbourhoods as a document that is made together, checked with residents and published.

create table analysis.report (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  -- The one of the year before, out of which this one was opened.
  follows_id uuid,
  title text not null check (length(title) between 1 and 160),
  -- In which it is written; other languages are translations.
  language text not null check (language in ('nl', 'fr')),
  about_year smallint not null check (about_year between 2000 and 2100),
  state text not null default 'draft' check (state in ('draft', 'checked', 'published', 'superseded', 'withdrawn')),
  -- Chosen by exception, so that what is found later comes along.
  left_out_findings uuid[] not null default '{}',
  left_out_indicators text[] not null default '{}',
  -- What it is made of, as it was when put together: figures as shown, findings, places, who was heard.
  contents jsonb,
  gathered_at timestamptz,
  -- Counts every change of anything in it; a second reader answers for one number only.
  edit_number integer not null default 1 check (edit_number > 0),
  changed_by uuid not null,
  started_on date not null,
  started_by uuid not null,
  second_reader uuid,
  read_on date,
  read_edit integer,
  published_on date,
  published_by uuid,
  withdrawn_on date,
  withdrawn_by uuid,
  withdrawal_reason text check (length(withdrawal_reason) between 1 and 400),
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  foreign key (municipality_id, follows_id) references analysis.report (municipality_id, id),
  check (follows_id <> id),
  check ((second_reader is null) = (read_on is null) and (read_on is null) = (read_edit is null)),
  check ((state in ('published', 'superseded', 'withdrawn')) = (published_on is not null)),
  check ((published_on is null) = (published_by is null)),
  check (published_on is null or contents is not null),
  check ((state = 'withdrawn') = (withdrawn_on is not null)),
  check ((withdrawn_on is null) = (withdrawn_by is null) and (withdrawn_on is null) = (withdrawal_reason is null))
);
-- One draft follows a report, so that two people do not begin next year twice.
create unique index report_followed_once on analysis.report (municipality_id, follows_id) where state <> 'withdrawn';

-- The neighbourhoods it is about; none: the whole municipality.
create table analysis.report_area (
  municipality_id uuid not null,
  report_id uuid not null,
  area_id uuid not null,
  primary key (municipality_id, report_id, area_id),
  foreign key (municipality_id, report_id) references analysis.report (municipality_id, id) on delete cascade,
  foreign key (municipality_id, area_id) references places.area (municipality_id, id)
);
create index report_area_by_area on analysis.report_area (municipality_id, area_id);

create table analysis.report_text (
  municipality_id uuid not null,
  report_id uuid not null,
  part text not null check (part in ('title', 'summary', 'introduction', 'conclusion')),
  language text not null check (language in ('nl', 'fr', 'en', 'ar', 'tr', 'uk')),
  text text not null check (length(text) between 1 and 6000),
  changed_by uuid not null,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, report_id, part, language),
  foreign key (municipality_id, report_id) references analysis.report (municipality_id, id) on delete cascade
);

-- What residents and partners chose to work on.
create table analysis.priority (
  municipality_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  place smallint not null check (place between 1 and 99),
  title text not null check (length(title) between 1 and 160),
  why text not null check (length(why) between 1 and 600),
  finding_ids uuid[] not null default '{}',
  chosen_by text not null check (chosen_by in ('meeting', 'dots', 'talks', 'survey')),
  -- Residents who took part in choosing; shown to others as a band (P13).
  residents_present smallint not null check (residents_present between 0 and 10000),
  dissent text check (length(dissent) between 1 and 600),
  -- The priority of the year before that this one goes on with, and what became of that one.
  follows_id uuid,
  progress text check (progress in ('notStarted', 'busy', 'done', 'dropped')),
  became text check (length(became) between 1 and 600),
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  foreign key (municipality_id, report_id) references analysis.report (municipality_id, id) on delete cascade,
  check (follows_id <> id)
);
create index priority_by_report on analysis.priority (municipality_id, report_id, place);

-- Where the analysis was told back to residents, and what they said.
create table analysis.validation_meeting (
  municipality_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  held_on date not null,
  held_at text not null check (length(held_at) between 1 and 160),
  invited_how text not null check (length(invited_how) between 1 and 400),
  -- Anonymous tallies: everybody, and per group (code to number); one person may count in several groups. Shown as bands (P13).
  people_present smallint not null check (people_present between 0 and 10000),
  groups_present jsonb not null default '{}',
  confirmed text check (length(confirmed) between 1 and 1000),
  corrected text check (length(corrected) between 1 and 1000),
  added text check (length(added) between 1 and 1000),
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  foreign key (municipality_id, report_id) references analysis.report (municipality_id, id) on delete cascade
);
create index validation_meeting_by_report on analysis.validation_meeting (municipality_id, report_id, held_on);

call platform.protect_by_municipality('analysis.report');
call platform.protect_by_municipality('analysis.report_area');
call platform.protect_by_municipality('analysis.report_text');
call platform.protect_by_municipality('analysis.priority');
call platform.protect_by_municipality('analysis.validation_meeting');

-- What is published is for everybody; the rest for who works on content (chapter 16: an administrator does not).
create policy readers on analysis.report as restrictive for select to public
  using ((select platform.is_program())
    or state in ('published', 'superseded')
    or ((select platform.actor_kind()) = 'staff' and (select platform.actor_role()) <> 'administrator'));
create policy writers_add on analysis.report as restrictive for insert to public
  with check ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'));
-- A second reader may be a social worker.
create policy writers_change on analysis.report as restrictive for update to public
  using ((select platform.is_program())
    or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup', 'socialWorker'));
create policy kept on analysis.report as restrictive for delete to public using ((select platform.is_program()));

do $$
declare part text;
begin
  foreach part in array array['report_area', 'report_text', 'priority', 'validation_meeting'] loop
    execute format($policy$create policy with_report on analysis.%1$I as restrictive for all to public
      using (exists (select from analysis.report r where r.municipality_id = %1$I.municipality_id and r.id = %1$I.report_id))$policy$, part);
    execute format($policy$create policy writers_add on analysis.%1$I as restrictive for insert to public
      with check ((select platform.is_program())
        or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'))$policy$, part);
    execute format($policy$create policy writers_change on analysis.%1$I as restrictive for update to public
      using ((select platform.is_program())
        or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'))$policy$, part);
    execute format($policy$create policy writers_remove on analysis.%1$I as restrictive for delete to public
      using ((select platform.is_program())
        or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'))$policy$, part);
  end loop;
end $$;
