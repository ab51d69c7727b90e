-- Checks of rights that a person let be kept in the case: what came out on that day. The answers stay with the newest one only,
-- and go when the case closes (docs/decisions/0231).
create table guidance.kept_rights_check (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  -- The day of which the law was looked at.
  checked_on date not null,
  -- Which rules it was worked out with: the digest of the whole model.
  rules text not null check (length(rules) between 8 and 64),
  -- Sealed, JSON: who is in the household (bond and age), and every outcome.
  outcomes bytea not null,
  -- Sealed, JSON: what was told, fact by fact; null where nothing was to be kept, or no longer.
  facts bytea,
  kept text not null check (kept in ('nothing', 'withoutSensitive', 'everything')),
  by_user uuid not null,
  at timestamptz not null,
  facts_erased_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade,
  check (facts is null or (kept <> 'nothing' and facts_erased_at is null))
);
create index kept_rights_check_by_case on guidance.kept_rights_check (municipality_id, case_id, at);
call guidance.protect_by_case('guidance.kept_rights_check');
call guidance.freeze_by_case('guidance.kept_rights_check');
