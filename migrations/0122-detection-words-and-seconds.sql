-- What somebody under secrecy tells others of a card, as far as the person agreed; and the second of a coordinator without
-- professional secrecy (domain guide chapter 16).

create table detection.told_word (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  card_id uuid not null,
  -- To whom: whoever sent the card, or the coordinator who asked for a second.
  audience text not null check (audience in ('sender', 'coordinator')),
  words_sealed bytea not null,
  told_by uuid not null,
  told_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, card_id) references detection.referral_card (municipality_id, id) on delete cascade
);
create index told_word_by_card on detection.told_word (municipality_id, card_id, told_at);
call platform.protect_by_municipality('detection.told_word');

-- Whoever reads the card writes them and reads them back; those who are told ask the program.
create policy readers on detection.told_word as restrictive for all to meernet_app
  using ((select platform.is_program())
    or ((select detection.reads_cards()) and zone_id = (select platform.actor_zone()))
    or card_id in (select detection.signals_of_my_cases()))
  with check ((select platform.is_program())
    or (told_by = (select platform.actor_user()) and zone_id = (select platform.actor_zone())
      and ((select detection.reads_cards()) or card_id in (select detection.signals_of_my_cases()))));

create table detection.second_request (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  signal_id uuid not null,
  asked_by uuid not null,
  asked_of uuid not null,
  asked_at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'taken', 'declined')),
  answered_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, signal_id) references detection.signal (municipality_id, id) on delete cascade,
  check (asked_by <> asked_of),
  check ((state = 'asked') = (answered_at is null))
);
create unique index one_second on detection.second_request (municipality_id, signal_id) where state <> 'declined';
create index second_request_of on detection.second_request (municipality_id, asked_of) where state = 'asked';
create index second_request_by on detection.second_request (municipality_id, asked_by);
call platform.protect_by_zone('detection.second_request');
-- Coordinators of the zone, whatever their secrecy, see who was asked; who asked may take it back, who was asked answers.
create policy sides on detection.second_request as restrictive for all to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) = 'coordinator')
  with check ((select platform.is_program()) or (asked_by = (select platform.actor_user()) and state <> 'taken')
    or (asked_of = (select platform.actor_user()) and (select detection.reads_cards())));

/*
 * Where the signals of the actor's zone stand, for a coordinator, whatever their secrecy: no content, no person, no case, not
 * why something ended. Asks as the owner, so it names municipality, zone and role itself.
 */
create function detection.standings_in_my_zone(asked uuid) returns table (
    id uuid, neighbourhood_id uuid, urgency text, received_at timestamptz, changed_at timestamptz, state text,
    case_progress text, due_on date, assignee_user_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.neighbourhood_id, s.urgency, s.received_at, s.changed_at, s.state, s.case_progress, s.due_on, s.assignee_user_id
  from detection.signal s
  where s.municipality_id = platform.current_municipality() and s.zone_id = platform.actor_zone()
    and platform.actor_kind() = 'staff' and platform.actor_role() = 'coordinator'
    and s.merged_into is null and (asked is null or s.id = asked)
$$;

-- Where cards wait and who has them, without saying which or how many: to see that somebody bound by secrecy reads them.
create function detection.places_with_open_cards() returns table (zone_id uuid, neighbourhood_id uuid, assignee_user_id uuid)
  language sql stable security definer set search_path = pg_catalog as $$
  select distinct s.zone_id, s.neighbourhood_id, s.assignee_user_id
  from detection.signal s
  where s.municipality_id = platform.current_municipality()
    and s.merged_into is null and s.state not in ('declined', 'closed', 'case')
    and (platform.actor_kind() = 'system' or platform.actor_role() = 'administrator'
      or (platform.actor_role() = 'coordinator' and s.zone_id = platform.actor_zone()))
$$;

-- On which of the cards the actor sent something was told lately, for as long as the agreement holds; not what.
create function detection.told_to_me() returns table (card_id uuid, told_at timestamptz)
  language sql stable security definer set search_path = pg_catalog as $$
  select t.card_id, max(t.told_at)
  from detection.told_word t
  join detection.signal s on s.municipality_id = t.municipality_id and s.id = t.card_id
  join detection.card_agreement a on a.municipality_id = t.municipality_id and a.card_id = t.card_id
  where t.municipality_id = platform.current_municipality() and t.audience = 'sender'
    and s.sender_user_id = platform.actor_user() and a.withdrawn_on is null and 'sender' = any(a.to_whom)
  group by t.card_id
$$;
create policy owner_telling on detection.told_word for select to current_user using (true);
create policy owner_telling on detection.card_agreement for select to current_user using (true);

revoke execute on function detection.told_to_me(), detection.standings_in_my_zone(uuid), detection.places_with_open_cards() from public;
grant execute on function detection.told_to_me(), detection.standings_in_my_zone(uuid), detection.places_with_open_cards() to meernet_app;
