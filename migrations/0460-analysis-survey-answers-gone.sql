-- Answer sheets go two steps after their survey was finished (P15). What was told of them stays, protected as it was told.

alter table analysis.survey
  add column answers_gone_on date,
  add constraint gone_when_finished check (answers_gone_on is null or state = 'finished');

create table analysis.survey_result (
  municipality_id uuid not null references municipalities.municipality (id),
  survey_id uuid not null,
  -- As readers saw it: shares and sums, with what is hidden left out.
  told jsonb not null,
  primary key (municipality_id, survey_id),
  foreign key (municipality_id, survey_id) references analysis.survey (municipality_id, id) on delete cascade
);
call platform.protect_by_municipality('analysis.survey_result');
create policy program_only on analysis.survey_result as restrictive for all to public
  using ((select platform.is_program())) with check ((select platform.is_program()));
