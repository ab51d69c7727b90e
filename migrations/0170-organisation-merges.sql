-- Two sheets of one organisation become one, and apart again: who did it, when, and what it changed.

alter table organisations.organisation
  -- The organisation this sheet went into; ended_on is then the day of merging.
  add column merged_into uuid,
  add constraint organisation_merged_into_fkey foreign key (municipality_id, merged_into)
    references organisations.organisation (municipality_id, id),
  add constraint organisation_merged_has_ended check (merged_into is null or (ended_on is not null and merged_into <> id));
create index organisation_merged_into on organisations.organisation (municipality_id, merged_into)
  where merged_into is not null;

create table organisations.organisation_merge (
  municipality_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  other_id uuid not null,
  -- Services that moved along, to move back.
  service_ids uuid[] not null,
  -- Columns of the kept sheet that were empty and were filled from the other, with what they got.
  filled jsonb not null,
  merged_by uuid,
  merged_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, kept_id) references organisations.organisation (municipality_id, id),
  foreign key (municipality_id, other_id) references organisations.organisation (municipality_id, id),
  check (kept_id <> other_id)
);
create index organisation_merge_by_moment on organisations.organisation_merge (municipality_id, merged_at);
call platform.protect_by_municipality('organisations.organisation_merge');

-- Two sheets somebody looked at and found to be different organisations; the smaller identifier first.
create table organisations.different_organisations (
  municipality_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  decided_by uuid,
  decided_at timestamptz not null,
  primary key (municipality_id, first_id, second_id),
  foreign key (municipality_id, first_id) references organisations.organisation (municipality_id, id),
  foreign key (municipality_id, second_id) references organisations.organisation (municipality_id, id),
  check (first_id < second_id)
);
call platform.protect_by_municipality('organisations.different_organisations');
