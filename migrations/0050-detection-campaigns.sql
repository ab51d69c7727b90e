-- Visit campaigns: what was decided, where, who goes where, who would rather have no visit, and who was reached as counts.

create schema if not exists detection;
grant usage on schema detection to meernet_app;

create table detection.campaign (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  -- Whole streets: addresses only, no list of people.
  kind text not null default 'wholeStreet' check (kind in ('wholeStreet')),
  name text not null check (length(name) between 1 and 120),
  reason text not null check (length(reason) between 1 and 1000),
  decided_by text not null check (length(decided_by) between 1 and 160),
  decided_on date not null,
  legal_ground_type text not null check (legal_ground_type in
    ('publicTask', 'legalObligation', 'contract', 'vitalInterest', 'consent')),
  legal_ground text not null check (length(legal_ground) between 1 and 400),
  -- Languages the visits are offered in; a pair speaks at least one of them.
  languages text[] not null check (cardinality(languages) > 0),
  starts_on date not null,
  ends_on date not null,
  on_call_user_id uuid not null references identity.account (id),
  state text not null default 'planned' check (state in ('planned', 'announced', 'running', 'ended')),
  announced_on date,
  started_on date,
  ended_on date,
  -- Visit lists, letters and opt-outs are gone since; the counts below stay.
  lists_erased_on date,
  version integer not null default 1,
  created_by uuid not null references identity.account (id),
  created_at timestamptz not null default now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  check (ends_on >= starts_on),
  check (state in ('planned', 'ended') or announced_on is not null),
  check ((state = 'ended') = (ended_on is not null))
);
create index campaign_by_state on detection.campaign (municipality_id, state, ends_on);
call platform.protect_by_zone('detection.campaign');

create table detection.campaign_neighbourhood (
  municipality_id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  neighbourhood_id uuid not null,
  primary key (municipality_id, campaign_id, neighbourhood_id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id)
);
call platform.protect_by_zone('detection.campaign_neighbourhood');

create table detection.campaign_street (
  municipality_id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  street_id uuid not null,
  -- Kept when the lists go: doors there were, and doors where the visit was settled.
  final_doors integer,
  final_done integer,
  primary key (municipality_id, campaign_id, street_id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, street_id) references places.street (municipality_id, id)
);
call platform.protect_by_zone('detection.campaign_street');

-- Outcomes of the whole campaign, kept when the lists go.
create table detection.campaign_result (
  municipality_id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  outcome text not null check (outcome in
    ('notHome', 'notNow', 'noWish', 'pleasantTalk', 'cardFilled', 'alarm', 'optedOut')),
  doors integer not null check (doors >= 0),
  primary key (municipality_id, campaign_id, outcome),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade
);
call platform.protect_by_zone('detection.campaign_result');

-- A letter that announces the visit, with the code by which that address can say: rather not.
create table detection.campaign_letter (
  municipality_id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  address_id uuid not null,
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{9}$'),
  primary key (municipality_id, campaign_id, address_id),
  unique (municipality_id, code),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, address_id) references places.address (municipality_id, id)
);
call platform.protect_by_zone('detection.campaign_letter');

-- An address that would rather have no visit. Nothing about who lives there.
create table detection.campaign_opt_out (
  municipality_id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  address_id uuid not null,
  channel text not null check (channel in ('code', 'phone')),
  noted_on date not null,
  primary key (municipality_id, campaign_id, address_id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, address_id) references places.address (municipality_id, id)
);
call platform.protect_by_zone('detection.campaign_opt_out');

-- Two volunteers who go together.
create table detection.visitor_pair (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  first_volunteer_id uuid not null,
  second_volunteer_id uuid not null,
  ended_on date,
  primary key (municipality_id, id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, first_volunteer_id) references volunteers.volunteer (municipality_id, id),
  foreign key (municipality_id, second_volunteer_id) references volunteers.volunteer (municipality_id, id),
  check (first_volunteer_id <> second_volunteer_id)
);
create index pair_of_campaign on detection.visitor_pair (municipality_id, campaign_id);
create index pair_of_first on detection.visitor_pair (municipality_id, first_volunteer_id);
create index pair_of_second on detection.visitor_pair (municipality_id, second_volunteer_id);
call platform.protect_by_zone('detection.visitor_pair');

-- One walk of one pair on one day.
create table detection.round (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  pair_id uuid not null,
  number integer not null check (number > 0),
  day date not null,
  -- Length of the walk from door to door.
  metres integer not null check (metres >= 0),
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, campaign_id, number),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, pair_id) references detection.visitor_pair (municipality_id, id)
);
create index round_of_pair on detection.round (municipality_id, pair_id, day);
call platform.protect_by_zone('detection.round');

-- A door to ring at. Each address stands once in a campaign.
create table detection.round_address (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  -- null: waits for another pair (handed back, or refused by a visitor).
  round_id uuid,
  street_id uuid not null,
  address_id uuid not null,
  position integer not null,
  state text not null default 'open' check (state in ('open', 'done')),
  last_outcome text check (last_outcome in ('notHome', 'notNow', 'noWish', 'pleasantTalk', 'cardFilled', 'alarm')),
  last_visited_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, campaign_id, address_id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, street_id) references places.street (municipality_id, id),
  foreign key (municipality_id, address_id) references places.address (municipality_id, id),
  foreign key (municipality_id, round_id) references detection.round (municipality_id, id),
  check (state = 'open' or last_outcome is not null),
  check ((last_outcome is null) = (last_visited_at is null))
);
create index address_of_round on detection.round_address (municipality_id, round_id, position);
call platform.protect_by_zone('detection.round_address');

-- Who was reached, as counts nobody can be found in: per group, estimated or said by the people themselves.
create table detection.reach_tally (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  group_key text not null check (group_key in ('poverty', 'migrationBackground', 'jobseeker', 'disability', 'olderPerson',
    'informalCarer', 'singleParent', 'youth', 'newcomer', 'mentalHealth', 'isolatedFarmOrHamlet')),
  people integer not null check (people between 1 and 10000),
  basis text not null check (basis in ('estimated', 'selfDeclared')),
  noted_on date not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade
);
create index tally_of_campaign on detection.reach_tally (municipality_id, campaign_id);
call platform.protect_by_zone('detection.reach_tally');

-- The municipality's own short-term rule that lets visit lists be deleted without approving each time (P15a).
create table detection.visit_list_rule (
  municipality_id uuid not null primary key,
  days integer not null default 30 check (days between 1 and 365),
  reference text not null check (length(reference) between 1 and 200),
  decided_by text not null check (length(decided_by) between 1 and 160),
  decided_on date not null,
  is_on boolean not null,
  version integer not null default 1,
  changed_by uuid not null references identity.account (id),
  changed_at timestamptz not null
);
call platform.protect_by_municipality('detection.visit_list_rule');

-- Sees and changes visit lists: a coordinator under professional secrecy, and the program.
create function detection.leads_visits() returns boolean language sql stable as $$
  select platform.is_program()
    or (platform.actor_role() = 'coordinator' and current_setting('meernet.secrecy', true) = 'professionalSecrecy') $$;

-- A visitor sees the own pair and rounds only; other roles than the coordinator see none of the visit list.
create function detection.own_pair_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog
  as $$ select p.id from detection.visitor_pair p
        where p.municipality_id = platform.current_municipality() and p.ended_on is null
          and (p.first_volunteer_id in (select volunteers.own_ids()) or p.second_volunteer_id in (select volunteers.own_ids())) $$;
create function detection.own_round_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog
  as $$ select r.id from detection.round r
        where r.municipality_id = platform.current_municipality() and r.pair_id in (select detection.own_pair_ids()) $$;

create policy visit_list on detection.visitor_pair as restrictive for all to public
  using ((select detection.leads_visits()) or id = any (array(select detection.own_pair_ids())));
create policy visit_list on detection.round as restrictive for all to public
  using ((select detection.leads_visits()) or id = any (array(select detection.own_round_ids())));
create policy visit_list on detection.round_address as restrictive for all to public
  using ((select detection.leads_visits()) or round_id = any (array(select detection.own_round_ids())));
create policy letters on detection.campaign_letter as restrictive for all to public
  using ((select detection.leads_visits()));

-- Doors are handed back: a visitor those of the own rounds, who leads visits all of the zone. From then on they are out of the
-- visitor's sight, so it takes the owner's rights.
create function detection.hand_back(doors uuid[]) returns void language sql security definer set search_path = pg_catalog
  as $$ update detection.round_address set round_id = null, version = version + 1
        where municipality_id = platform.current_municipality() and id = any (doors) and state = 'open'
          and (round_id in (select detection.own_round_ids())
            or detection.leads_visits() and (platform.actor_kind() = 'system' or zone_id = platform.actor_zone())) $$;
