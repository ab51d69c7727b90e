-- Cases: from a question to help that really started. A case is seen by its members and by nobody else, whatever their role.

create schema guidance;
grant usage on schema guidance to meernet_app;

create table guidance."case" (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  person_id uuid not null,
  -- The signal it began with, when it began with one.
  signal_id uuid,
  neighbourhood_id uuid,
  -- Sealed: a few words by which its members know it.
  title bytea,
  state text not null default 'open'
    check (state in ('open', 'exploring', 'planned', 'inProgress', 'resultCheck', 'closed')),
  rights_check text not null default 'notOffered'
    check (rights_check in ('notOffered', 'offered', 'done', 'declined', 'notApplicable')),
  -- Sealed: why a check is not applicable here.
  rights_check_reason bytea,
  rights_check_by uuid,
  rights_check_at timestamptz,
  opened_by uuid not null,
  opened_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id),
  check ((rights_check = 'notApplicable') = (rights_check_reason is not null))
);
create index case_by_person on guidance."case" (municipality_id, person_id);
create unique index one_case_per_signal on guidance."case" (municipality_id, signal_id) where signal_id is not null;

create table guidance.case_member (
  municipality_id uuid not null,
  case_id uuid not null,
  user_id uuid not null,
  zone_id uuid not null,
  -- The lead answers for the case: what is refused or expires returns to this person.
  is_lead boolean not null default false,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (municipality_id, case_id, user_id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade
);
create unique index one_lead on guidance.case_member (municipality_id, case_id) where is_lead and ended_at is null;
create index member_by_user on guidance.case_member (municipality_id, user_id) where ended_at is null;

-- The cases the actor is a member of now, if bound by professional secrecy today (P6). Runs as its owner and as the program,
-- because the policies below ask it.
create function guidance.my_cases() returns setof uuid language sql stable security definer
  set search_path = pg_catalog
  as $$ select m.case_id from guidance.case_member m
    where m.municipality_id = platform.current_municipality() and m.user_id = platform.actor_user()
      and m.zone_id = platform.actor_zone() and m.ended_at is null
      and current_setting('meernet.secrecy', true) = 'professionalSecrecy' $$;
-- Whether a case has no member yet: only then may somebody put themselves in it, by opening it.
create function guidance.has_no_member(asked uuid) returns boolean language sql stable security definer
  set search_path = pg_catalog
  as $$ select not exists (select from guidance.case_member m
    where m.municipality_id = platform.current_municipality() and m.case_id = asked) $$;

call platform.protect_by_zone('guidance."case"');
create policy members on guidance."case" as restrictive for all to public
  using ((select platform.is_program()) or id in (select guidance.my_cases()))
  with check ((select platform.is_program()) or id in (select guidance.my_cases())
    or (opened_by = (select platform.actor_user()) and guidance.has_no_member(id)));
call platform.protect_by_zone('guidance.case_member');
create policy members on guidance.case_member as restrictive for all to public
  using ((select platform.is_program()) or case_id in (select guidance.my_cases()))
  with check ((select platform.is_program()) or case_id in (select guidance.my_cases())
    or (user_id = (select platform.actor_user()) and guidance.has_no_member(case_id)));

-- Every other table of a case: seen and changed by its members. A table calls this after `case_id` and `zone_id` exist.
create procedure guidance.protect_by_case(guarded regclass) language plpgsql as $$
begin
  call platform.protect_by_zone(guarded);
  execute format($policy$
    create policy members on %s as restrictive for all to public
      using ((select platform.is_program()) or case_id in (select guidance.my_cases()))
      with check ((select platform.is_program()) or case_id in (select guidance.my_cases()))
  $policy$, guarded);
end $$;

-- What was found, done and reached in one life domain: three kinds of facts that never stand for each other.
create table guidance.domain_fact (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  -- Code in the dated list content/life-domains.json.
  domain text not null check (length(domain) between 1 and 60),
  kind text not null check (kind in ('explored', 'action', 'result')),
  -- Only of a result: what came of it.
  reached text check (reached in ('right', 'professionalHelp', 'neighbourHelp', 'solvedOtherwise', 'nothingYet')),
  text bytea not null,
  by_user uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade,
  check ((kind = 'result') = (reached is not null))
);
create index fact_by_case on guidance.domain_fact (municipality_id, case_id);
call guidance.protect_by_case('guidance.domain_fact');

-- The plan made with the person: goals in the person's own words.
create table guidance.goal (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  domain text check (length(domain) between 1 and 60),
  words bytea not null,
  -- Sealed: who does what first.
  first_step bytea,
  state text not null default 'active' check (state in ('active', 'reached', 'dropped')),
  made_by uuid not null,
  made_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade
);
create index goal_by_case on guidance.goal (municipality_id, case_id);
call guidance.protect_by_case('guidance.goal');

create table guidance.note (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  text bytea not null,
  by_user uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade
);
create index note_by_case on guidance.note (municipality_id, case_id, at);
call guidance.protect_by_case('guidance.note');

-- A case meeting (P11): default without the person's identity; participants and minutes sealed.
create table guidance.case_meeting (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  held_on date not null,
  participants bytea not null,
  -- Code in content/meeting-bases.json; compulsory when the identity was shared.
  basis text check (length(basis) between 1 and 60),
  is_with_identity boolean not null default false,
  minutes bytea not null,
  by_user uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade,
  check (not is_with_identity or basis is not null)
);
create index meeting_by_case on guidance.case_meeting (municipality_id, case_id);
call guidance.protect_by_case('guidance.case_meeting');

create table guidance.closing (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  outcome text not null
    check (outcome in ('resultReached', 'personStopped', 'unreachable', 'moved', 'deceased', 'takenOver')),
  -- The compulsory question: could a rule, service or decision have prevented this?
  was_preventable boolean not null,
  closed_by uuid not null,
  closed_at timestamptz not null,
  reopened_by uuid,
  reopened_at timestamptz,
  -- Sealed.
  reopening_reason bytea,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade
);
create unique index one_closing on guidance.closing (municipality_id, case_id) where reopened_at is null;
call guidance.protect_by_case('guidance.closing');

-- The people in whose case the actor is: all that others than a coordinator see of people.
create function guidance.people_of_my_cases() returns setof uuid language sql stable security definer
  set search_path = pg_catalog
  as $$ select c.person_id from guidance."case" c join guidance.case_member m
      on m.municipality_id = c.municipality_id and m.case_id = c.id
    where m.municipality_id = platform.current_municipality() and m.user_id = platform.actor_user()
      and m.zone_id = platform.actor_zone() and m.ended_at is null
      and current_setting('meernet.secrecy', true) = 'professionalSecrecy' $$;
-- A coordinator under professional secrecy knows the people of the zone; the program too.
create function people.knows_people() returns boolean language sql stable
  as $$ select platform.is_program()
    or (platform.actor_role() = 'coordinator' and current_setting('meernet.secrecy', true) = 'professionalSecrecy') $$;
create policy case_relation on people.person as restrictive for all to public
  using ((select people.knows_people())
    or id in (select guidance.people_of_my_cases()))
  with check (true);
create policy case_relation on people.name_word as restrictive for all to public
  using ((select people.knows_people())
    or person_id in (select guidance.people_of_my_cases()))
  with check (true);
create policy case_relation on people.word_trigram as restrictive for all to public
  using ((select people.knows_people())
    or exists (select from people.name_word n where n.municipality_id = word_trigram.municipality_id
      and n.zone_id = word_trigram.zone_id and n.word = word_trigram.word))
  with check (true);
create policy case_relation on people.household_member as restrictive for all to public
  using ((select people.knows_people())
    or person_id in (select guidance.people_of_my_cases()))
  with check (true);
