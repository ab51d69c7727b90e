-- What figures there are, without reading them all: a monitor of a hundred and fifty districts has two hundred thousand. And figures found
-- by their area, for the profile of a neighbourhood.

create table analysis.indicator_coverage (
  municipality_id uuid not null,
  dataset_id uuid not null,
  indicator text not null,
  level text not null,
  edition text not null,
  first_period text not null,
  last_period text not null,
  area_count integer not null check (area_count > 0),
  -- Figures with a value; the others say why there is none.
  value_count integer not null check (value_count >= 0),
  primary key (municipality_id, dataset_id, indicator, level, edition),
  foreign key (municipality_id, dataset_id) references analysis.dataset (municipality_id, id) on delete cascade
);

-- The owner reads the rows of all municipalities for once.
alter table analysis.indicator_value no force row level security;
insert into analysis.indicator_coverage
select municipality_id, dataset_id, indicator, level, edition, min(period), max(period), count(distinct area_code), count(value)
from analysis.indicator_value
group by municipality_id, dataset_id, indicator, level, edition;
alter table analysis.indicator_value force row level security;

call platform.protect_by_municipality('analysis.indicator_coverage');

create index indicator_value_by_area on analysis.indicator_value (municipality_id, level, area_code);
