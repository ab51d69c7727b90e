-- What people ask about their own data: to see, to have a copy, to correct, to restrict, to object, to withdraw, to complain (P16).

create schema rights;
grant usage on schema rights to meernet_app;

create table rights.request (
  municipality_id uuid not null,
  id uuid not null,
  -- Who has to answer: each data zone is a controller of its own.
  zone_id uuid not null,
  kind text not null check (kind in ('view', 'copy', 'correct', 'restrict', 'object', 'withdraw', 'complain')),
  channel text not null check (channel in ('desk', 'phone', 'letter', 'email', 'cardCode')),
  received_on date not null,
  -- How it was seen that it is this person. No copy of an identity card exists here.
  identity_checked text not null check (identity_checked in ('known', 'calledBack', 'askedWhatOnlyTheyKnow', 'documentShown', 'cardCode')),
  -- Null: not in the register, or deleted since.
  person_id uuid,
  -- The card whose code was typed, when it came that way.
  card_id uuid,
  -- Sealed: who asks and how to reach them when not in the register, and what is asked.
  asker_sealed bytea,
  ask_sealed bytea,
  extended_on date,
  extension_sealed bytea,
  answered_on date,
  outcome text check (outcome in ('done', 'partly', 'refused', 'nothingHeld')),
  answer_sealed bytea,
  recorded_by uuid,
  recorded_at timestamptz not null,
  answered_by uuid,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, id) on delete set null (person_id),
  check ((extended_on is null) = (extension_sealed is null)),
  check ((answered_on is null) = (outcome is null))
);
create index request_open on rights.request (municipality_id, zone_id, received_on) where answered_on is null;
create index request_of_person on rights.request (municipality_id, person_id) where person_id is not null;
call platform.protect_by_zone('rights.request');

-- Handled by a coordinator under professional secrecy and watched by the data protection officer. Nobody throws one away.
create policy handlers on rights.request as restrictive for all to public
  using ((select platform.is_program()) or (select platform.actor_role()) = 'dataProtectionOfficer'
    or ((select platform.actor_role()) = 'coordinator' and (select platform.actor_secrecy()) = 'professionalSecrecy'))
  with check (true);
create policy kept on rights.request as restrictive for delete to public using ((select platform.is_program()));

-- Restriction of processing: from then on the data are kept, and nobody reads them; the data protection officer does through
-- the request, as the program and on the log.
alter table people.person add column frozen_on date;
alter table people.person add column frozen_for uuid;
alter table people.person add check ((frozen_on is null) = (frozen_for is null));

create policy frozen on people.person as restrictive for all to public
  using (frozen_on is null or (select platform.is_program())) with check (true);

-- Whose data are frozen in the municipality one acts in: what hangs on them is hidden by it, whoever asks.
create function people.frozen_people() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select p.id from people.person p where p.municipality_id = platform.current_municipality() and p.frozen_on is not null $$;
create index person_frozen on people.person (municipality_id) where frozen_on is not null;

create function guidance.frozen_cases() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select c.id from guidance."case" c where c.municipality_id = platform.current_municipality()
    and c.person_id in (select people.frozen_people()) $$;
create function detection.frozen_cards() returns setof uuid language sql stable security definer set search_path = pg_catalog as $$
  select s.id from detection.signal s where s.municipality_id = platform.current_municipality()
    and s.person_id in (select people.frozen_people()) $$;
revoke execute on function people.frozen_people(), guidance.frozen_cases(), detection.frozen_cards() from public;
grant execute on function people.frozen_people(), guidance.frozen_cases(), detection.frozen_cards() to meernet_app;

create policy frozen on guidance."case" as restrictive for all to public
  using ((select platform.is_program()) or person_id not in (select people.frozen_people())) with check (true);
create policy frozen on detection.signal as restrictive for all to public
  using ((select platform.is_program()) or person_id is null or person_id not in (select people.frozen_people())) with check (true);
create policy frozen on detection.referral_card as restrictive for all to public
  using ((select platform.is_program()) or id not in (select detection.frozen_cards())) with check (true);
create policy frozen on agreements.sharing_agreement as restrictive for all to public
  using ((select platform.is_program()) or person_id not in (select people.frozen_people())) with check (true);
create policy frozen on agreements.legal_ground as restrictive for all to public
  using ((select platform.is_program()) or person_id not in (select people.frozen_people())) with check (true);
create policy frozen on people.household_member as restrictive for all to public
  using ((select platform.is_program()) or person_id not in (select people.frozen_people())) with check (true);
create policy frozen on people.name_word as restrictive for all to public
  using ((select platform.is_program()) or person_id not in (select people.frozen_people())) with check (true);

create procedure guidance.freeze_by_case(guarded regclass) language plpgsql as $$
begin
  execute format($policy$
    create policy frozen on %s as restrictive for all to public
      using ((select platform.is_program()) or case_id not in (select guidance.frozen_cases())) with check (true)
  $policy$, guarded);
end $$;
do $$
declare guarded text;
begin
  foreach guarded in array array['case_event', 'case_meeting', 'case_member', 'closing', 'disclosure', 'domain_fact', 'goal',
      'handover', 'handover_link', 'note', 'task'] loop
    call guidance.freeze_by_case(format('guidance.%I', guarded)::regclass);
  end loop;
end $$;

create policy frozen on detection.card_agreement as restrictive for all to public
  using ((select platform.is_program()) or card_id not in (select detection.frozen_cards())) with check (true);
create policy frozen on detection.told_word as restrictive for all to public
  using ((select platform.is_program()) or card_id not in (select detection.frozen_cards())) with check (true);
create policy frozen on detection.signal_event as restrictive for all to public
  using ((select platform.is_program()) or signal_id not in (select detection.frozen_cards())) with check (true);
create policy frozen on detection.tell_back as restrictive for all to public
  using ((select platform.is_program()) or signal_id not in (select detection.frozen_cards())) with check (true);

-- Whether, and since when, somebody's data are frozen: so that who knew this person is told why the page is empty.
create function people.frozen_since(asked uuid) returns date language sql stable security definer set search_path = pg_catalog as $$
  select p.frozen_on from people.person p
  where p.municipality_id = platform.current_municipality() and p.id = asked and p.zone_id = platform.actor_zone()
    and platform.actor_kind() = 'staff'
    and (platform.actor_role() = 'coordinator' and platform.actor_secrecy() = 'professionalSecrecy'
      or p.id in (select guidance.people_of_my_cases())) $$;
revoke execute on function people.frozen_since(uuid) from public;
grant execute on function people.frozen_since(uuid) to meernet_app;
