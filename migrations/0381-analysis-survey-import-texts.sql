-- What residents wrote waits sealed as well, until the export it came in is confirmed.
alter table analysis.survey_import
  add column zone_id uuid,
  add column written_sealed bytea,
  add constraint written_has_zone check ((written_sealed is null) or (zone_id is not null));
