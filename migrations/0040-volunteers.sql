-- Volunteers: their file, the proofs that they were told what they must know before the first task, their wishes and limits.

create schema volunteers;
grant usage on schema volunteers to meernet_app;

-- What an organisation (data zone) offers and owes its volunteers; what they are told comes from here.
create table volunteers.conditions (
  municipality_id uuid not null,
  zone_id uuid not null,
  legal_form text not null check (legal_form in ('publicBody', 'association', 'deFacto')),
  aim text not null check (length(aim) between 1 and 400),
  reimbursement text not null check (length(reimbursement) between 1 and 400),
  -- The Flemish decree on volunteer work in care: a note signed on paper.
  needs_agreement_note boolean not null,
  insurer text not null check (length(insurer) between 1 and 120),
  insurance_policy text not null check (length(insurance_policy) between 1 and 60),
  insured_until date not null,
  -- A de facto association has no legal person: somebody answers for it.
  responsible_person text check (length(responsible_person) between 1 and 120),
  version integer not null default 1,
  primary key (municipality_id, zone_id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  check (legal_form <> 'deFacto' or responsible_person is not null)
);
call platform.protect_by_zone('volunteers.conditions');

create table volunteers.volunteer (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  account_id uuid references identity.account (id),
  name text not null check (length(name) between 1 and 120),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 200),
  -- Only for the check on sixteen and on coming of age.
  birth_year integer not null check (birth_year between 1900 and 2100),
  parental_permission_on date,
  adulthood_checked_on date,
  languages text[] not null default '{}',
  times text[] not null default '{}'
    check (times <@ array['weekdayMorning', 'weekdayAfternoon', 'weekdayEvening', 'weekend']),
  tasks text[] not null default '{}' check (tasks <@ array['homeVisit', 'letters', 'phoneCall', 'activity']),
  visits_per_week integer check (visits_per_week between 0 and 500),
  visits_per_month integer check (visits_per_month between 0 and 2000),
  paused_from date,
  -- null with a beginning: until they say so themselves.
  paused_until date,
  buddy_id uuid,
  ended_on date,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, buddy_id) references volunteers.volunteer (municipality_id, id),
  check (buddy_id is null or buddy_id <> id),
  check (paused_until is null or paused_from is not null and paused_until >= paused_from)
);
create unique index one_file_per_account on volunteers.volunteer (municipality_id, zone_id, account_id)
  where account_id is not null and ended_on is null;
create index volunteer_of_account on volunteers.volunteer (municipality_id, account_id);
call platform.protect_by_zone('volunteers.volunteer');

-- Told on this day: one line per thing that must be told or signed before the first task.
create table volunteers.onboarding_proof (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  kind text not null check (kind in
    ('aimAndLegalForm', 'insurance', 'reimbursement', 'discretion', 'agreementNote', 'liabilityWarning')),
  given_on date not null,
  noted_by uuid,
  primary key (municipality_id, volunteer_id, kind),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade
);
call platform.protect_by_zone('volunteers.onboarding_proof');

-- Addresses and streets somebody would rather not visit. No reason is asked or kept.
create table volunteers.refused_address (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  address_id uuid not null,
  primary key (municipality_id, volunteer_id, address_id),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade,
  foreign key (municipality_id, address_id) references places.address (municipality_id, id)
);
call platform.protect_by_zone('volunteers.refused_address');

create table volunteers.refused_street (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  street_id uuid not null,
  primary key (municipality_id, volunteer_id, street_id),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade,
  foreign key (municipality_id, street_id) references places.street (municipality_id, id)
);
call platform.protect_by_zone('volunteers.refused_street');

-- Guides volunteers: a coordinator under professional secrecy, a partner's coordinator (in the own zone), the program.
create function volunteers.is_guide() returns boolean language sql stable as $$
  select platform.is_program() or platform.actor_role() = 'partnerCoordinator'
    or (platform.actor_role() = 'coordinator' and current_setting('meernet.secrecy', true) = 'professionalSecrecy') $$;

-- A file is seen by who guides volunteers and by the volunteer. NOTE the policies are for the application's role by its name in the
-- condition, not by `to meernet_app`: the owner is a member of that role, and the functions below must not meet them again.
create policy file on volunteers.volunteer as restrictive for all to public
  using (current_user <> 'meernet_app' or (select volunteers.is_guide()) or account_id = (select platform.actor_user()));

-- Files of the actor, for the policies of what belongs to a file.
create function volunteers.own_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog
  as $$ select id from volunteers.volunteer
        where municipality_id = platform.current_municipality() and account_id = platform.actor_user() $$;

create procedure volunteers.protect_part_of_file(guarded regclass) language plpgsql as $$
begin
  execute format($policy$
    create policy file on %s as restrictive for all to public
      using (current_user <> 'meernet_app' or (select volunteers.is_guide())
        or volunteer_id = any (array(select volunteers.own_ids())))
  $policy$, guarded);
end $$;
call volunteers.protect_part_of_file('volunteers.onboarding_proof');
call volunteers.protect_part_of_file('volunteers.refused_address');
call volunteers.protect_part_of_file('volunteers.refused_street');

-- Names within one data zone, without the file: for a pair, and for who may know only that somebody is a volunteer.
create function volunteers.fellows()
  returns table (id uuid, account_id uuid, name text, paused_from date, paused_until date, ended_on date)
  language sql stable security definer set search_path = pg_catalog
  as $$ select v.id, v.account_id, v.name, v.paused_from, v.paused_until, v.ended_on
        from volunteers.volunteer v
        where v.municipality_id = platform.current_municipality()
          and (platform.actor_kind() = 'system' or v.zone_id = platform.actor_zone()) $$;
