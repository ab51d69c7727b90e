-- Figures about the areas of a municipality, out of files that others publish, with where they come from.

create schema analysis;
grant usage on schema analysis to meernet_app;

-- One import of one file.
create table analysis.dataset (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  source text not null check (length(source) between 1 and 200),
  licence text not null check (length(licence) between 1 and 200),
  retrieved_on date not null,
  file_name text not null check (length(file_name) between 1 and 300),
  -- Of the file as it came, in hexadecimal digits.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  layout text not null check (length(layout) between 1 and 120),
  mapping jsonb not null,
  -- Per indicator: key, name, kind and unit as the file has them.
  indicators jsonb not null,
  remarks jsonb not null,
  rows_read integer not null check (rows_read >= 0),
  imported_at timestamptz not null,
  -- Nothing when it was done from the command line.
  imported_by uuid,
  -- The dataset of which this one brings all figures anew.
  replaces_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, replaces_id) references analysis.dataset (municipality_id, id),
  check (replaces_id <> id)
);
create index dataset_by_file on analysis.dataset (municipality_id, sha256);

-- One figure: a value, or why there is none. A true zero is a value.
create table analysis.indicator_value (
  municipality_id uuid not null,
  dataset_id uuid not null,
  indicator text not null check (length(indicator) between 1 and 120),
  level text not null check (level in
    ('sector', 'neighbourhood', 'district', 'municipality', 'arrondissement', 'nuts3', 'province', 'region', 'country')),
  area_code text not null check (length(area_code) between 1 and 60),
  -- Edition of the areas: codes changed with the mergers of 2019 and 2025 and with the sectors of 2025.
  edition text not null check (length(edition) between 1 and 40),
  period text not null check (period ~ '^(19|20)[0-9]{2}'),
  area_name text not null check (length(area_name) <= 300),
  value double precision,
  state text check (state in ('unknown', 'hidden', 'notApplicable', 'empty')),
  -- About people or things of which the area is not known.
  not_localisable boolean not null,
  -- Added up here from the rows of the file.
  is_summed boolean not null,
  primary key (municipality_id, dataset_id, indicator, level, edition, area_code, period),
  foreign key (municipality_id, dataset_id) references analysis.dataset (municipality_id, id) on delete cascade,
  check ((value is null) <> (state is null))
);
create index indicator_value_by_indicator on analysis.indicator_value (municipality_id, indicator, level, period);

call platform.protect_by_municipality('analysis.dataset');
call platform.protect_by_municipality('analysis.indicator_value');
