-- Function eight: what many stories say about rules, services and decisions, without the people in them.

create schema policy_advice;
grant usage on schema policy_advice to meernet_app;

create table policy_advice.policy_signal (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  -- Codes of dated lists: themes, cause types, competent levels, groups.
  theme text not null,
  cause_type text not null,
  competent_level text not null,
  groups text[] not null default '{}',
  neighbourhood_id uuid,
  -- How many situations the author knows of, as a band (P13).
  situations text not null check (situations in ('under5', 'from5', 'from10', 'from20')),
  -- Without personal data; seen by the author and coordinators only, until a second reader found it unrecognisable (P14).
  description text not null check (length(description) between 1 and 1000),
  origin text not null check (origin in ('case', 'direct')),
  state text not null default 'noted' check (state in ('noted', 'clustered', 'described', 'validatedWithResidents',
    'adviceDrafted', 'submitted', 'answered', 'decided', 'effectChecked', 'reportedBack')),
  noted_by uuid not null,
  noted_on date not null,
  second_reader uuid,
  read_on date,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id),
  check ((second_reader is null) = (read_on is null)),
  check (second_reader <> noted_by)
);
create index policy_signal_by_day on policy_advice.policy_signal (municipality_id, noted_on desc, id);
call platform.protect_by_municipality('policy_advice.policy_signal');

-- Before the second reading: the author and coordinators; afterwards also those who weigh and decide.
create policy readers on policy_advice.policy_signal as restrictive for select to public
  using ((select platform.is_program())
    or noted_by = (select platform.actor_user())
    or (select platform.actor_role()) = 'coordinator'
    or (read_on is not null and (select platform.actor_role()) in ('steeringGroup', 'policyMaker', 'dataProtectionOfficer')));
-- A note is written in one's own name.
create policy own_name on policy_advice.policy_signal as restrictive for insert to public
  with check ((select platform.is_program())
    or (noted_by = (select platform.actor_user()) and (select platform.actor_role()) not in ('policyMaker', 'dataProtectionOfficer', 'administrator')));
-- Once, by a coordinator who did not write it.
create policy second_reading on policy_advice.policy_signal as restrictive for update to public
  using ((select platform.is_program())
    or ((select platform.actor_role()) = 'coordinator' and read_on is null and noted_by <> (select platform.actor_user())))
  with check ((select platform.is_program()) or second_reader = (select platform.actor_user()));
create policy kept on policy_advice.policy_signal as restrictive for delete to public
  using ((select platform.is_program()));
