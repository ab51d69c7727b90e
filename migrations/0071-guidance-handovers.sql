-- Warm handovers: to another controller, with the person, until the receiver has really started. What is shared crosses from
-- one data zone to another only here, by an explicit disclosure that names agreement and legal ground (P7, P9).

create table guidance.handover (
  municipality_id uuid not null,
  id uuid not null,
  -- Of the sender.
  zone_id uuid not null,
  -- Of the receiver, when it has accounts here; null: by single-use link.
  receiver_zone_id uuid,
  case_id uuid not null,
  person_id uuid not null,
  service_id uuid,
  organisation_name text not null check (length(organisation_name) between 1 and 160),
  -- A professional, by function or name, and where the link goes.
  receiver_contact text check (length(receiver_contact) between 1 and 160),
  receiver_email text check (length(receiver_email) between 3 and 200),
  state text not null default 'proposed' check (state in
    ('proposed', 'agreed', 'introduced', 'accepted', 'refused', 'arrived', 'noShow', 'outcome', 'withdrawn')),
  -- Sealed: what the receiver may read. Chosen text, never the case.
  shared bytea not null,
  -- To whom it returns when it does not go through: a person, never nobody.
  returns_to uuid not null,
  agreement_id uuid,
  introduced_how text check (introduced_how in ('together', 'phone')),
  introduced_on date,
  answered_at timestamptz,
  -- Sealed: who answered at the receiver's, and why not.
  answered_by bytea,
  refusal_reason text check (refusal_reason in ('notOurTask', 'notEligible', 'full', 'outOfArea', 'other')),
  refusal_words bytea,
  waiting_weeks integer check (waiting_weeks between 0 and 520),
  arrival_due_on date,
  arrived_on date,
  -- In between, something else keeps the person going: since when, until when.
  bridging_since date,
  bridging_until date,
  outcome text check (outcome in ('helpStarted', 'rightGranted', 'stoppedByPerson', 'noHelp')),
  outcome_words bytea,
  is_readable_by_receiver boolean not null default false,
  -- The case the receiver opened in its own zone, when it did: another file, of another controller.
  receiver_case_id uuid,
  -- When it was refused, missed or withdrawn.
  ended_at timestamptz,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, receiver_zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade,
  foreign key (municipality_id, person_id) references people.person (municipality_id, id),
  foreign key (municipality_id, agreement_id) references agreements.sharing_agreement (municipality_id, id),
  foreign key (municipality_id, service_id) references organisations.service (municipality_id, id),
  check (receiver_zone_id is distinct from zone_id),
  check (state in ('proposed', 'withdrawn') or agreement_id is not null),
  check ((state in ('accepted', 'arrived', 'noShow', 'outcome')) <= (arrival_due_on is not null)),
  check ((state = 'refused') <= (refusal_reason is not null)),
  check ((state in ('refused', 'noShow', 'withdrawn')) = (ended_at is not null)),
  check (bridging_until is null or bridging_until >= bridging_since)
);
create index handover_by_case on guidance.handover (municipality_id, case_id);
create index handover_by_receiver on guidance.handover (municipality_id, receiver_zone_id) where is_readable_by_receiver;
create index handover_by_agreement on guidance.handover (municipality_id, agreement_id) where agreement_id is not null;
call platform.protect_by_municipality('guidance.handover');
-- The sender's members; and at the receiver's those bound by secrecy whose work it is, as long as it may be read.
create policy sides on guidance.handover as restrictive for all to public
  using ((select platform.is_program())
    or (zone_id = (select platform.actor_zone()) and case_id in (select guidance.my_cases()))
    or (receiver_zone_id = (select platform.actor_zone()) and is_readable_by_receiver
      and (select platform.actor_role()) in ('partnerCoordinator', 'socialWorker', 'coordinator')
      and (select current_setting('meernet.secrecy', true)) = 'professionalSecrecy'))
  with check ((select platform.is_program())
    or (zone_id = (select platform.actor_zone()) and case_id in (select guidance.my_cases()))
    or receiver_zone_id = (select platform.actor_zone()));

-- The crossing itself, with the five checks that allowed it. Written once, never changed.
create table guidance.disclosure (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  receiver_zone_id uuid,
  handover_id uuid not null,
  case_id uuid not null,
  person_id uuid not null,
  agreement_id uuid not null,
  legal_ground_id uuid not null,
  receiver_bound_by_secrecy boolean not null check (receiver_bound_by_secrecy),
  same_helping_aim boolean not null check (same_helping_aim),
  person_informed boolean not null check (person_informed),
  person_agrees boolean not null check (person_agrees),
  only_what_is_needed boolean not null check (only_what_is_needed),
  by_user uuid not null,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, handover_id) references guidance.handover (municipality_id, id) on delete cascade,
  foreign key (municipality_id, agreement_id) references agreements.sharing_agreement (municipality_id, id),
  foreign key (municipality_id, legal_ground_id) references agreements.legal_ground (municipality_id, id)
);
call guidance.protect_by_case('guidance.disclosure');
create trigger disclosure_is_kept before update on guidance.disclosure
  for each row execute function platform.refuse_change();

-- A single-use link for a receiver without account; the code goes by another channel.
create table guidance.handover_link (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  handover_id uuid not null,
  -- SHA-256 of what the link carries.
  token_hash bytea not null,
  -- Sealed link and code, wiped at first use, at the end, and after too many wrong codes.
  secret bytea,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  -- SHA-256 of what the receiver's browser holds after the right code, and until when it may read.
  view_hash bytea,
  view_until timestamptz,
  ended_at timestamptz,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, token_hash),
  foreign key (municipality_id, handover_id) references guidance.handover (municipality_id, id) on delete cascade
);
create unique index one_link on guidance.handover_link (municipality_id, handover_id) where ended_at is null;
call guidance.protect_by_case('guidance.handover_link');

-- What somebody has to do, by when. Its words are a kind, or sealed own words.
create table guidance.task (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  handover_id uuid,
  kind text not null check (kind in ('own', 'tellBack', 'arrivalCheck', 'resultAfterSixWeeks', 'resultAfterSixMonths',
    'handoverRefused', 'handoverNoShow', 'agreementWithdrawn', 'agreementExpires')),
  words bytea,
  due_on date not null,
  assignee_id uuid not null,
  made_by uuid,
  made_at timestamptz not null,
  done_by uuid,
  done_at timestamptz,
  reminded_on date,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade,
  foreign key (municipality_id, handover_id) references guidance.handover (municipality_id, id) on delete cascade,
  check ((kind = 'own') = (words is not null))
);
create index task_by_assignee on guidance.task (municipality_id, assignee_id, due_on) where done_at is null;
create index task_by_case on guidance.task (municipality_id, case_id);
-- The job that announces the end of an agreement may run twice.
create unique index one_announcement on guidance.task (municipality_id, case_id, due_on) where kind = 'agreementExpires';

-- Everything that happened in a case, one line an act. No free text: the act's own row has that.
create table guidance.case_event (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  kind text not null check (length(kind) between 1 and 60),
  -- State, domain or another code; the handover, goal or colleague it is about.
  value text check (length(value) between 1 and 60),
  about_id uuid,
  by_user uuid,
  at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade
);
create index event_by_case on guidance.case_event (municipality_id, case_id, at);

-- The receiver's answer leaves a task and a line in the sender's case: it may add these, and see none of them.
create function guidance.cases_handed_to_my_zone() returns setof uuid language sql stable security definer
  set search_path = pg_catalog
  as $$ select h.case_id from guidance.handover h
    where h.municipality_id = platform.current_municipality() and h.receiver_zone_id = platform.actor_zone()
      and h.is_readable_by_receiver $$;
do $$
declare
  kept regclass;
begin
  foreach kept in array array['guidance.task', 'guidance.case_event']::regclass[] loop
    call platform.protect_by_municipality(kept);
    execute format($policy$
      create policy members on %s as restrictive for all to public
        using ((select platform.is_program())
          or (zone_id = (select platform.actor_zone()) and case_id in (select guidance.my_cases())))
        with check ((select platform.is_program())
          or (zone_id = (select platform.actor_zone()) and case_id in (select guidance.my_cases()))
          or case_id in (select guidance.cases_handed_to_my_zone()))
    $policy$, kept);
  end loop;
end $$;

-- A handover that does not go through takes the receiver's sight away, at once and whoever ended it. A trigger, because a
-- receiver may not make a row invisible to itself.
create function guidance.end_sight() returns trigger language plpgsql security definer
  set search_path = pg_catalog as $$
begin
  update guidance.handover h set is_readable_by_receiver = false
    where h.municipality_id = new.municipality_id and h.id = new.id;
  update guidance.handover_link l set ended_at = new.ended_at, secret = null, view_hash = null, view_until = null
    where l.municipality_id = new.municipality_id and l.handover_id = new.id and l.ended_at is null;
  return null;
end $$;
create trigger sight_ends after update of state on guidance.handover
  for each row when (new.is_readable_by_receiver and new.state in ('refused', 'noShow', 'withdrawn'))
  execute function guidance.end_sight();
