-- Maps drawn once: the published areas of a level and edition as the picture has them, until their borders change. Drawing seven hundred
-- sectors takes longer than a page may.

create table analysis.map_sheet (
  municipality_id uuid not null references municipalities.municipality (id),
  level text not null check (level in ('sector', 'neighbourhood', 'district', 'municipality')),
  edition text not null,
  -- Of the borders it was drawn from.
  stamp text not null,
  sheet jsonb not null,
  primary key (municipality_id, level, edition)
);
call platform.protect_by_municipality('analysis.map_sheet');
