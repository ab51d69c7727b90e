-- Deleting what may go, in two steps: proposed by the program under an approved rule, checked by one person, approved by another,
-- carried out with a certificate (P15). And a journal of what was deleted, so that a restored backup follows.

create schema retention;
grant usage on schema retention to meernet_app;

-- What the municipality decided about one series of its selection list. Never changed: a new decision is a new row.
create table retention.selection_rule (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  series text not null check (length(series) between 1 and 80),
  -- ISO 8601, after the record was closed.
  term text not null check (term ~ '^P[1-9][0-9]{0,2}[YMD]$'),
  -- Where the approved and published rule can be found.
  reference text not null check (length(reference) between 1 and 200),
  motivation text not null check (length(motivation) between 1 and 600),
  decided_by text not null check (length(decided_by) between 1 and 160),
  decided_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);
create unique index one_rule_a_series on retention.selection_rule (municipality_id, zone_id, series) where ended_at is null;
call platform.protect_by_zone('retention.selection_rule');

create table retention.proposal (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  rule_id uuid not null,
  series text not null,
  made_on date not null,
  state text not null default 'proposed' check (state in ('proposed', 'checked', 'approved', 'executed', 'dropped')),
  checked_by uuid,
  checked_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, rule_id) references retention.selection_rule (municipality_id, id),
  -- Two people: who checks does not approve.
  check (approved_by is null or (checked_by is not null and approved_by <> checked_by)),
  check ((state in ('approved', 'executed')) <= (approved_by is not null)),
  check ((state in ('checked', 'approved', 'executed')) <= (checked_by is not null))
);
create unique index one_proposal_at_a_time on retention.proposal (municipality_id, zone_id, series)
  where state in ('proposed', 'checked', 'approved');
call platform.protect_by_zone('retention.proposal');

-- What a proposal holds: identifiers only.
create table retention.proposal_item (
  municipality_id uuid not null,
  proposal_id uuid not null,
  subject_id uuid not null,
  zone_id uuid not null,
  closed_on date not null,
  -- Kept for now, with the reason of who checked.
  kept_because text check (kept_because in ('dispute', 'stillNeeded', 'archive', 'notClosed')),
  primary key (municipality_id, proposal_id, subject_id),
  foreign key (municipality_id, proposal_id) references retention.proposal (municipality_id, id) on delete cascade
);
call platform.protect_by_zone('retention.proposal_item');

-- What was deleted, how much, by which rule, approved by whom: no personal data. Kept for good.
create table retention.certificate (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  series text not null,
  term text not null,
  reference text not null,
  checked_by uuid not null,
  approved_by uuid not null,
  approved_at timestamptz not null,
  executed_at timestamptz not null,
  -- Records, and rows per table.
  records integer not null check (records >= 0),
  row_counts jsonb not null,
  -- SHA-256 of all of the above; the same stands in the audit log.
  digest bytea not null,
  -- When a restored backup had brought records back, and they were deleted again.
  applied_again_at timestamptz,
  applied_again_records integer,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);
call platform.protect_by_zone('retention.certificate');

-- The journal of deletions: identifiers only, so that they can be deleted again after a restore.
create table retention.deletion (
  municipality_id uuid not null,
  certificate_id uuid not null,
  subject_id uuid not null,
  zone_id uuid not null,
  primary key (municipality_id, certificate_id, subject_id),
  foreign key (municipality_id, certificate_id) references retention.certificate (municipality_id, id)
);
call platform.protect_by_zone('retention.deletion');

-- Certificate and journal are made by the program alone.
create policy program_writes on retention.certificate as restrictive for insert to public with check ((select platform.is_program()));
create policy program_changes on retention.certificate as restrictive for update to public using ((select platform.is_program()));
create policy kept on retention.certificate as restrictive for delete to public using (false);
create policy program_only on retention.deletion as restrictive for all to public
  using ((select platform.is_program())) with check ((select platform.is_program()));
create policy kept on retention.deletion as restrictive for delete to public using (false);

-- Proposals and rules: coordinators under secrecy, administrators and the data protection officer of the zone.
create function retention.decides() returns boolean language sql stable as $$
  select platform.is_program() or platform.actor_role() in ('administrator', 'dataProtectionOfficer')
    or (platform.actor_role() = 'coordinator' and platform.actor_secrecy() = 'professionalSecrecy') $$;
create policy deciders on retention.selection_rule as restrictive for all to public
  using ((select retention.decides())) with check ((select retention.decides()));
create policy deciders on retention.proposal as restrictive for all to public
  using ((select retention.decides())) with check ((select retention.decides()));
create policy deciders on retention.proposal_item as restrictive for all to public
  using ((select retention.decides())) with check ((select retention.decides()));
create policy deciders on retention.certificate as restrictive for select to public using ((select retention.decides()));
