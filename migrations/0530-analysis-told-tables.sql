-- Published counts as they once stood and which of them could be seen, so that nothing shown later tells beside them what was hidden (P13):
-- not when a neighbourhood changes, nor when a publisher revises figures.

create table analysis.told_table (
  municipality_id uuid not null references municipalities.municipality (id),
  -- The count of which all others in it are parts, and the period.
  root text not null check (length(root) between 1 and 120),
  period text not null check (period ~ '^(19|20)[0-9]{2}'),
  -- In the order in which they were told; figures that were revised begin a new one.
  place integer not null check (place >= 0),
  told_at timestamptz not null,
  -- By area the wider areas it lay in, with neighbourhoods as what they were made of.
  within jsonb not null,
  -- By indicator and area the count, and by indicator the areas of which it was never told.
  counts jsonb not null,
  hidden jsonb not null,
  primary key (municipality_id, root, period, place)
);
call platform.protect_by_municipality('analysis.told_table');

-- What is told today is noted before any neighbourhood or figure changes again.
delete from analysis.protected_indicator;
