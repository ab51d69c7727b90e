-- Anonymous surveys: questionnaires as data, rounds of asking, answer sheets that belong to nobody.

-- One version of a questionnaire. It never changes: a change is the next version.
create table analysis.questionnaire (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  key text not null check (length(key) between 1 and 120),
  version text not null check (length(version) between 1 and 60),
  origin text not null check (origin in ('pulse', 'workbook', 'kobo')),
  content jsonb not null,
  -- What of the workbook has no place here, and why.
  remarks jsonb not null default '[]',
  -- Who allowed to use a scale, and when, in words.
  permission text check (length(permission) <= 500),
  file_name text check (length(file_name) <= 300),
  brought_at timestamptz not null,
  brought_by uuid,
  primary key (municipality_id, id),
  unique (municipality_id, key, version)
);
call platform.protect_by_municipality('analysis.questionnaire');
-- One version is one wording: what was asked must stay known.
create policy unchanged on analysis.questionnaire as restrictive for update to public using (false);

-- One round of asking.
create table analysis.survey (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  questionnaire_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  -- Why it is asked and what is done with it, for residents.
  purpose text check (length(purpose) <= 1000),
  -- On paper and behind the QR code; public, so no secret.
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{9}$'),
  state text not null default 'draft' check (state in ('draft', 'open', 'finished')),
  -- By link until the end of this day; sheets may be typed in until it is finished.
  closes_on date not null,
  -- Where it is asked, so that an answer can say in which of these.
  neighbourhood_ids uuid[] not null check (cardinality(neighbourhood_ids) <= 200),
  created_at timestamptz not null,
  created_by uuid,
  finished_on date,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, code),
  foreign key (municipality_id, questionnaire_id) references analysis.questionnaire (municipality_id, id),
  check ((state = 'finished') = (finished_on is not null))
);
create index survey_by_questionnaire on analysis.survey (municipality_id, questionnaire_id);
call platform.protect_by_municipality('analysis.survey');

-- One answer sheet. By chance alone is its identifier, and only its month is kept: nothing here leads to a person.
create table analysis.survey_answer (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  survey_id uuid not null,
  neighbourhood_id uuid,
  mode text not null check (mode in ('paper', 'link', 'staff', 'imported')),
  language text not null check (length(language) between 1 and 60),
  answered_month text not null check (answered_month ~ '^[0-9]{4}-[0-9]{2}$'),
  answers jsonb not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, survey_id) references analysis.survey (municipality_id, id) on delete cascade
);
create index survey_answer_by_survey on analysis.survey_answer (municipality_id, survey_id);
call platform.protect_by_municipality('analysis.survey_answer');
-- Only the program takes them in and adds them up: nobody who works here reads a sheet.
create policy program_only on analysis.survey_answer as restrictive for all to public
  using ((select platform.is_program())) with check ((select platform.is_program()));

-- What somebody wrote, apart from the sheet it stood on: which belong together is not kept. Sealed.
create table analysis.survey_text (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  survey_id uuid not null,
  zone_id uuid not null,
  question text not null check (length(question) <= 300),
  text_sealed bytea not null,
  state text not null default 'unread' check (state in ('unread', 'proposed', 'quotable', 'withheld')),
  -- Who shortened it so that nobody is recognised in it, and who read it as second.
  proposed_by uuid,
  read_by uuid,
  read_on date,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, survey_id) references analysis.survey (municipality_id, id) on delete cascade,
  check ((state = 'quotable') <= (read_by is not null and proposed_by is not null and read_by <> proposed_by))
);
create index survey_text_by_survey on analysis.survey_text (municipality_id, survey_id);
call platform.protect_by_zone('analysis.survey_text');

-- A workbook or export that somebody sent and still has to confirm: what of it would be kept, already read.
create table analysis.survey_import (
  municipality_id uuid not null references municipalities.municipality (id),
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  content jsonb not null,
  primary key (municipality_id, id)
);
create index survey_import_by_moment on analysis.survey_import (municipality_id, sent_at);
call platform.protect_by_municipality('analysis.survey_import');
create policy own on analysis.survey_import as restrictive for all to public
  using ((select platform.is_program()) or sent_by = (select platform.actor_user()))
  with check ((select platform.is_program()) or sent_by = (select platform.actor_user()));
