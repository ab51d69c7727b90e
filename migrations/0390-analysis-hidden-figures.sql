-- Published figures that are not shown, because they count few people or would tell how few (P13): worked out once over all areas
-- of an indicator, so that no two pages together tell more than one.

create table analysis.hidden_figure (
  municipality_id uuid not null references municipalities.municipality (id),
  indicator text not null check (length(indicator) between 1 and 120),
  period text not null check (period ~ '^(19|20)[0-9]{2}'),
  -- Level, edition and code, or the neighbourhood.
  area text not null check (length(area) between 1 and 120),
  -- An estimate with a hidden part in it is told in tens.
  how text not null check (how in ('hidden', 'inTens')),
  primary key (municipality_id, indicator, period, area)
);
call platform.protect_by_municipality('analysis.hidden_figure');

-- For which indicators that was worked out since figures and neighbourhoods last changed.
create table analysis.protected_indicator (
  municipality_id uuid not null references municipalities.municipality (id),
  indicator text not null check (length(indicator) between 1 and 120),
  worked_out_at timestamptz not null,
  primary key (municipality_id, indicator)
);
call platform.protect_by_municipality('analysis.protected_indicator');
