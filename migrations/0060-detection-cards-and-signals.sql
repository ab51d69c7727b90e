-- Referral cards and the signals they become. Content of a card is sealed; where it stands is not, so that a sender can see
-- the status without the content.

create schema if not exists detection;
grant usage on schema detection to meernet_app;

-- Who may read what a card says: a coordinator under professional secrecy in the zone, and the program (P5, P6).
create function platform.actor_secrecy() returns text language sql stable
  as $$ select nullif(current_setting('meernet.secrecy', true), '') $$;
create function detection.reads_cards() returns boolean language sql stable as $$
  select platform.is_program()
    or (platform.actor_role() = 'coordinator' and platform.actor_secrecy() = 'professionalSecrecy')
$$;

create table detection.referral_card (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  source text not null check (source in ('visitor', 'frontlineProfessional', 'keyPerson', 'partner', 'resident', 'staff')),
  channel text not null check (channel in ('homeVisit', 'web', 'paper', 'phone', 'faceToFace')),
  campaign_id uuid,
  visit_id uuid,
  address_id uuid,
  language text not null check (language ~ '^[a-z]{2,3}$'),
  needs_interpreter boolean not null,
  -- What the person wants, how to reach them, who filled it in; null once erased (a decline keeps only that).
  content_sealed bytea,
  -- Keyed numbers of trigrams: of all words, and of those that say who and where.
  search_tokens integer[] not null default '{}',
  name_tokens integer[] not null default '{}',
  -- Keyed digests, to see that two cards have the same telephone or e-mail address.
  phone_digest bytea,
  email_digest bytea,
  -- Keyed digest of the code by which the card is followed; the code itself is not kept.
  code_digest bytea not null,
  filled_in_on date not null,
  filed_at timestamptz not null,
  compared_at timestamptz,
  erased_at timestamptz,
  primary key (municipality_id, id),
  unique (municipality_id, code_digest),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  check ((content_sealed is null) = (erased_at is not null))
);
-- Without a list of pending entries: a search asks an index a dozen times, and would read that list each time.
create index referral_card_by_words on detection.referral_card using gin (search_tokens) with (fastupdate = off);
create index referral_card_by_name on detection.referral_card using gin (name_tokens) with (fastupdate = off);
create index referral_card_by_phone on detection.referral_card (municipality_id, zone_id, phone_digest) where phone_digest is not null;
create index referral_card_by_email on detection.referral_card (municipality_id, zone_id, email_digest) where email_digest is not null;
create index referral_card_to_compare on detection.referral_card (municipality_id, zone_id) where compared_at is null;

-- What the person lets us tell, to whom and until when (P2): a record of its own, apart from any legal ground.
create table detection.card_agreement (
  municipality_id uuid not null,
  card_id uuid not null,
  zone_id uuid not null,
  may_tell_sealed bytea,
  to_whom text[] not null check (to_whom <@ array['coordinator', 'socialWorker', 'partner', 'sender']),
  given text not null check (given in ('spoken', 'written')),
  given_on date not null,
  valid_until date,
  withdrawn_on date,
  withdrawn_by text check (withdrawn_by in ('codeHolder', 'staff')),
  primary key (municipality_id, card_id),
  foreign key (municipality_id, card_id) references detection.referral_card (municipality_id, id) on delete cascade,
  check ((withdrawn_on is null) = (withdrawn_by is null))
);

-- A card on its way: carries the identifier of its card. No content, so that the sender may see where it stands.
create table detection.signal (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  state text not null check (state in
    ('received', 'acknowledged', 'triaged', 'contacted', 'agreed', 'declined', 'closed', 'case')),
  triage text check (triage in ('alarm', 'ordinary', 'informationOnly', 'policyOnly')),
  urgency text not null check (urgency in ('ordinary', 'urgent')),
  source text not null,
  neighbourhood_id uuid,
  sender_user_id uuid,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  -- The day by which the next step is promised.
  due_on date,
  assignee_user_id uuid,
  escalated text not null default 'nobody' check (escalated in ('nobody', 'substitute', 'headOfService')),
  escalated_to uuid,
  person_id uuid,
  case_id uuid,
  case_progress text check (case_progress in ('takenUp', 'followed', 'closed')),
  may_share_content boolean not null default false,
  closed_because text check (closed_because in
    ('helped', 'informed', 'notReached', 'withdrawn', 'noPerson', 'safetyConcern', 'mistake')),
  reoffer_on date,
  merged_into uuid,
  merged_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, id) references detection.referral_card (municipality_id, id) on delete cascade,
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, merged_into) references detection.signal (municipality_id, id),
  check ((merged_into is null) = (merged_at is null)),
  check ((case_id is null) = (state <> 'case')),
  check ((closed_because is null) = (state <> 'closed'))
);
create index signal_by_deadline on detection.signal (municipality_id, zone_id, due_on, received_at)
  where merged_into is null and state not in ('declined', 'closed', 'case');
create index signal_by_arrival on detection.signal (municipality_id, zone_id, received_at desc);
create index signal_of_sender on detection.signal (municipality_id, sender_user_id, received_at desc) where sender_user_id is not null;
create index signal_of_case on detection.signal (municipality_id, case_id) where case_id is not null;
create index signal_merged on detection.signal (municipality_id, merged_into) where merged_into is not null;

-- What happened to a signal, who did it and when; never changed.
create table detection.signal_event (
  municipality_id uuid not null,
  signal_id uuid not null,
  number integer not null check (number > 0),
  zone_id uuid not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('staff', 'sender', 'codeHolder', 'program')),
  by_user_id uuid,
  kind text not null,
  -- A word of a closed list that belongs to the kind: a triage, a reason, a channel.
  detail text check (detail ~ '^[a-zA-Z]{1,40}$'),
  other_id uuid,
  note_sealed bytea,
  primary key (municipality_id, signal_id, number),
  foreign key (municipality_id, signal_id) references detection.signal (municipality_id, id) on delete cascade
);

-- Two signals that may be about the same person; somebody looks.
create table detection.possible_duplicate (
  municipality_id uuid not null,
  signal_id uuid not null,
  other_id uuid not null,
  zone_id uuid not null,
  because text not null check (because in ('samePhone', 'sameEmail', 'similarNameAndPlace')),
  found_at timestamptz not null,
  dismissed_at timestamptz,
  dismissed_by uuid,
  primary key (municipality_id, signal_id, other_id),
  foreign key (municipality_id, signal_id) references detection.signal (municipality_id, id) on delete cascade,
  foreign key (municipality_id, other_id) references detection.signal (municipality_id, id) on delete cascade,
  check (signal_id < other_id)
);
create index possible_duplicate_other on detection.possible_duplicate (municipality_id, other_id);

-- What the person must hear back, in their own channel, by when.
create table detection.tell_back (
  municipality_id uuid not null,
  signal_id uuid not null,
  about text not null check (about in ('whoFollows', 'followed', 'result')),
  zone_id uuid not null,
  channel text not null check (channel in ('phone', 'email', 'letter')),
  due_on date not null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  outcome text check (outcome in ('told', 'notReached', 'notWanted')),
  primary key (municipality_id, signal_id, about),
  foreign key (municipality_id, signal_id) references detection.signal (municipality_id, id) on delete cascade,
  check ((done_at is null) = (outcome is null))
);
create index tell_back_open on detection.tell_back (municipality_id, zone_id, due_on) where done_at is null;

-- Who stands in for whom: during an absence, or (without days) whenever something is overdue.
create table detection.substitute (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  user_id uuid not null,
  substitute_user_id uuid not null,
  away_from date,
  away_until date,
  created_by uuid,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  check (user_id <> substitute_user_id),
  check ((away_from is null) = (away_until is null)),
  check (away_until >= away_from)
);
create index substitute_of on detection.substitute (municipality_id, user_id);

-- Per data zone: the head of service, to whom goes what the substitute also left.
create table detection.inbox_setting (
  municipality_id uuid not null,
  zone_id uuid not null,
  escalation_to uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (municipality_id, zone_id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);

-- Violence, neglect, abuse, danger of suicide: leaves the inbox. Only the two named professionals see it, no job and no colleague.
create table detection.safety_concern (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  signal_id uuid,
  is_about_child boolean not null,
  first_user_id uuid not null,
  second_user_id uuid not null,
  content_sealed bytea not null,
  noted_by uuid not null,
  noted_at timestamptz not null,
  decision text check (decision in ('followTogether', 'referredByPhone', 'prosecutorInformed', 'noGround')),
  decided_by_first_at timestamptz,
  decided_by_second_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  check (first_user_id <> second_user_id)
);
create index safety_concern_named on detection.safety_concern (municipality_id, first_user_id, second_user_id);

call platform.protect_by_municipality('detection.referral_card');
call platform.protect_by_municipality('detection.card_agreement');
call platform.protect_by_municipality('detection.signal');
call platform.protect_by_municipality('detection.signal_event');
call platform.protect_by_municipality('detection.possible_duplicate');
call platform.protect_by_municipality('detection.tell_back');
call platform.protect_by_municipality('detection.safety_concern');
call platform.protect_by_zone('detection.substitute');
call platform.protect_by_zone('detection.inbox_setting');

-- Whoever hands in a card may write it, in the zone they act for; reading it back is another matter.
create procedure detection.protect_card_content(guarded regclass) language plpgsql as $$
declare
  own_zone text := '((select platform.is_program()) or zone_id = (select platform.actor_zone()))';
  readers text := '(select detection.reads_cards()) and ' || own_zone;
begin
  execute format('create policy handing_in on %s as restrictive for insert to meernet_app with check (%s)', guarded, own_zone);
  execute format('create policy reading on %s as restrictive for select to meernet_app using (%s)', guarded, readers);
  execute format('create policy changing on %s as restrictive for update to meernet_app using (%s) with check (%s)',
    guarded, readers, own_zone);
  execute format('create policy removing on %s as restrictive for delete to meernet_app using (%s)', guarded, readers);
end $$;
call detection.protect_card_content('detection.referral_card');
call detection.protect_card_content('detection.card_agreement');
call detection.protect_card_content('detection.possible_duplicate');
call detection.protect_card_content('detection.tell_back');

-- A signal and its history: also the sender's, wherever the sender works; that is status only.
create policy handing_in on detection.signal as restrictive for insert to meernet_app
  with check ((select platform.is_program()) or zone_id = (select platform.actor_zone()));
create policy reading on detection.signal as restrictive for select to meernet_app
  using ((select platform.is_program()) or sender_user_id = (select platform.actor_user())
    or ((select detection.reads_cards()) and zone_id = (select platform.actor_zone())));
create policy changing on detection.signal as restrictive for update to meernet_app
  using ((select platform.is_program())
    or ((select detection.reads_cards()) and zone_id = (select platform.actor_zone())))
  with check ((select platform.is_program()) or zone_id = (select platform.actor_zone()));
create policy removing on detection.signal as restrictive for delete to meernet_app
  using ((select platform.is_program()));

create policy handing_in on detection.signal_event as restrictive for insert to meernet_app
  with check ((select platform.is_program()) or zone_id = (select platform.actor_zone()));
create policy reading on detection.signal_event as restrictive for select to meernet_app
  using ((select platform.is_program())
    or ((select detection.reads_cards()) and zone_id = (select platform.actor_zone())));
create policy kept_as_is on detection.signal_event as restrictive for update to meernet_app
  using ((select platform.is_program()));
create policy removing on detection.signal_event as restrictive for delete to meernet_app
  using ((select platform.is_program()));

create policy noting on detection.safety_concern as restrictive for insert to meernet_app
  with check (noted_by = (select platform.actor_user()) and zone_id = (select platform.actor_zone())
    and (select platform.actor_secrecy()) = 'professionalSecrecy');
create policy named_reading on detection.safety_concern as restrictive for select to meernet_app
  using ((select platform.actor_user()) in (first_user_id, second_user_id) and zone_id = (select platform.actor_zone()));
create policy named_deciding on detection.safety_concern as restrictive for update to meernet_app
  using ((select platform.actor_user()) in (first_user_id, second_user_id) and zone_id = (select platform.actor_zone()));
create policy never_removed on detection.safety_concern as restrictive for delete to meernet_app using (false);

/*
 * The cards in which every asked word is found in at least one way. Under row-level security PostgreSQL may not ask an index
 * with an operator that is not leakproof, as @> is not; so this asks as the owner, and names municipality and zone of the
 * actor itself. `words` is one object per word: {"exact": [numbers], "nearly": [[numbers], …]}; exact in all words of a card,
 * nearly (a typing error) only in who and where. Newest first, at most `most`.
 */
create policy owner_search on detection.referral_card for select to current_user using (true);
create function detection.cards_with_words(words jsonb, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  word jsonb;
  way jsonb;
  condition text := 'true';
  ways text;
begin
  if not detection.reads_cards() or jsonb_array_length(words) = 0 then return; end if;
  for word in select value from jsonb_array_elements(words) loop
    ways := format('c.search_tokens @> %L::integer[]', translate(word ->> 'exact', '[]', '{}'));
    for way in select value from jsonb_array_elements(word -> 'nearly') loop
      ways := ways || format(' or c.name_tokens @> %L::integer[]', translate(way::text, '[]', '{}'));
    end loop;
    condition := condition || ' and (' || ways || ')';
  end loop;
  return query execute format(
    'select c.id from detection.referral_card c where c.municipality_id = $1 and c.zone_id = $2 and %s order by c.filed_at desc limit $3',
    condition) using platform.current_municipality(), platform.actor_zone(), most;
end $$;
revoke execute on function detection.cards_with_words(jsonb, integer) from public;
grant execute on function detection.cards_with_words(jsonb, integer) to meernet_app;

-- Where a signal stands into which somebody's own card was merged: status only, for the sender of that card.
create function detection.standing_of(kept uuid) returns table (changed_at timestamptz, state text, case_progress text)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.changed_at, s.state, s.case_progress
  from detection.signal s
  where s.municipality_id = platform.current_municipality() and s.id = kept and exists (
    select from detection.signal own
    where own.municipality_id = s.municipality_id and own.merged_into = s.id and own.sender_user_id = platform.actor_user())
$$;
create policy owner_status on detection.signal for select to current_user using (true);
revoke execute on function detection.standing_of(uuid) from public;
grant execute on function detection.standing_of(uuid) to meernet_app;
