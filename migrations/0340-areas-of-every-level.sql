-- Areas of every level beside neighbourhoods: sectors, districts and municipalities as published, kept once. A caring
-- neighbourhood may be composed of them, and figures are added up by them.

alter table places.area
  add column level text not null default 'neighbourhood'
    check (level in ('sector', 'neighbourhood', 'district', 'municipality')),
  drop constraint area_municipality_id_edition_code_key,
  add constraint area_by_code unique (municipality_id, level, edition, code),
  -- Districts of Brussels have one edition only.
  drop constraint area_edition_check,
  add constraint area_edition_check check (edition ~ '^([0-9]{4}|fixed)$'),
  add constraint composed_is_neighbourhood check (origin = 'imported' or level = 'neighbourhood');
