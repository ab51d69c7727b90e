-- Visits: what happened at a door, who is out now, and the acts of phones, applied or refused.

create table detection.visit (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  round_address_id uuid not null,
  visitor_id uuid not null references identity.account (id),
  outcome text not null check (outcome in ('notHome', 'notNow', 'noWish', 'pleasantTalk', 'cardFilled', 'alarm')),
  -- One sentence that the person may read.
  sentence_sealed bytea,
  wants_return_on date,
  visited_at timestamptz not null,
  -- From here the visitor sees it for one more day (P8).
  handed_over_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  -- The visit list and what hangs on it go together (P15a).
  foreign key (municipality_id, round_address_id) references detection.round_address (municipality_id, id) on delete cascade,
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade
);
create index visit_at_door on detection.visit (municipality_id, round_address_id, visited_at);
create index visit_of_visitor on detection.visit (municipality_id, visitor_id, handed_over_at);
call platform.protect_by_zone('detection.visit');
-- A visitor sees the own visits; how long is decided by the program, because it is counted from the handing over.
create policy visit_note on detection.visit as restrictive for all to meernet_app
  using ((select detection.leads_visits()) or visitor_id = (select platform.actor_user()));

-- Somebody out on a round.
create table detection.outing (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  round_id uuid not null,
  visitor_id uuid not null references identity.account (id),
  checked_in_at timestamptz not null,
  expected_back_at timestamptz not null,
  back_at timestamptz,
  -- A coordinator who heard that all is well, instead of a check-out.
  settled_by uuid references identity.account (id),
  escalated_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, round_id) references detection.round (municipality_id, id) on delete cascade,
  check (settled_by is null or back_at is not null)
);
create index outing_still_out on detection.outing (municipality_id, expected_back_at) where back_at is null;
create index outing_of_visitor on detection.outing (municipality_id, visitor_id, round_id);
call platform.protect_by_zone('detection.outing');
create policy own_outing on detection.outing as restrictive for all to meernet_app
  using ((select detection.leads_visits()) or visitor_id = (select platform.actor_user()));

-- A visitor raised the alarm or asked for help: that it happened and who called, never what about.
create table detection.visit_call (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  kind text not null check (kind in ('alarm', 'help')),
  round_id uuid,
  visit_id uuid,
  visitor_id uuid not null references identity.account (id),
  called_at timestamptz not null,
  taken_by uuid references identity.account (id),
  taken_at timestamptz,
  primary key (municipality_id, id),
  check ((taken_by is null) = (taken_at is null))
);
create index call_waiting on detection.visit_call (municipality_id, called_at) where taken_at is null;
call platform.protect_by_zone('detection.visit_call');
create policy own_call on detection.visit_call as restrictive for all to meernet_app
  using ((select detection.leads_visits()) or visitor_id = (select platform.actor_user()));

-- Every act that arrived, so that sending twice does nothing twice.
create table detection.visit_act (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  visitor_id uuid not null,
  kind text not null,
  visit_id uuid,
  done_at timestamptz,
  received_at timestamptz not null,
  refused_because text,
  primary key (municipality_id, id)
);
create index act_by_age on detection.visit_act (municipality_id, received_at);
call platform.protect_by_zone('detection.visit_act');
create policy own_act on detection.visit_act as restrictive for all to meernet_app
  using ((select detection.leads_visits()) or visitor_id = (select platform.actor_user()));

-- An act that could not be applied, kept whole as work for a coordinator.
create table detection.refused_act (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  visitor_id uuid not null references identity.account (id),
  kind text not null,
  reason text not null,
  body_sealed bytea,
  done_at timestamptz,
  refused_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references identity.account (id),
  settlement text check (settlement in ('applied', 'dropped')),
  version integer not null default 1,
  primary key (municipality_id, id),
  -- Once it is settled the content is gone.
  check ((settled_at is null) = (settlement is null)),
  check (settled_at is null or body_sealed is null)
);
create index refused_waiting on detection.refused_act (municipality_id, refused_at) where settled_at is null;
call platform.protect_by_zone('detection.refused_act');
-- The visitor writes it and does not read it again.
create policy refused_read on detection.refused_act as restrictive for select to meernet_app
  using ((select detection.leads_visits()));
create policy refused_change on detection.refused_act as restrictive for update to meernet_app
  using ((select detection.leads_visits()));
create policy refused_delete on detection.refused_act as restrictive for delete to meernet_app
  using ((select detection.leads_visits()));
