-- What became of each right that was worth asking for, in a case: a fact people note, beside what a check said of it.

create table guidance.followed_right (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  case_id uuid not null,
  -- Id in the catalogue of rights, as it was when it began to be followed.
  right_id text not null check (length(right_id) between 1 and 60),
  state text not null default 'worthAsking'
    check (state in ('worthAsking', 'asked', 'granted', 'refused', 'notApplicable', 'doesNotWant')),
  -- The last day to ask for it, where it has one.
  ask_by date,
  asked_on date,
  answered_on date,
  -- Sealed: whole cents.
  amount_cents bytea,
  amount_per text check (amount_per in ('month', 'year', 'once')),
  -- From a short list and not sealed, so that refusals can be counted without opening anything.
  refusal_reason text
    check (refusal_reason in ('income', 'conditionNotMet', 'late', 'papersMissing', 'noAnswer', 'other')),
  -- Sealed: facts or the person's words.
  words bytea,
  begun_by uuid not null,
  begun_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  foreign key (municipality_id, case_id) references guidance."case" (municipality_id, id) on delete cascade,
  check ((amount_cents is null) = (amount_per is null)),
  check (amount_cents is null or state = 'granted'),
  check ((state = 'refused') = (refusal_reason is not null)),
  check (state <> 'asked' or asked_on is not null),
  check ((state in ('granted', 'refused')) = (answered_on is not null)),
  check (answered_on >= asked_on)
);
create index followed_right_by_case on guidance.followed_right (municipality_id, case_id);
-- A right may be asked again next year, and is followed once at a time.
create unique index one_open_right on guidance.followed_right (municipality_id, case_id, right_id)
  where state in ('worthAsking', 'asked');
call guidance.protect_by_case('guidance.followed_right');
create policy frozen on guidance.followed_right as restrictive for all to public
  using ((select platform.is_program()) or case_id not in (select guidance.frozen_cases())) with check (true);

-- Terms are tasks like others: to ask in time, and to look when no answer came.
alter table guidance.task
  add column followed_right_id uuid,
  add foreign key (municipality_id, followed_right_id)
    references guidance.followed_right (municipality_id, id) on delete cascade,
  drop constraint task_kind_check,
  add constraint task_kind_check check (kind in ('own', 'tellBack', 'arrivalCheck', 'resultAfterSixWeeks',
    'resultAfterSixMonths', 'handoverRefused', 'handoverNoShow', 'agreementWithdrawn', 'agreementExpires',
    'askRight', 'lookForAnswer')),
  add check ((kind in ('askRight', 'lookForAnswer')) = (followed_right_id is not null));
create unique index one_task_of_right on guidance.task (municipality_id, followed_right_id, kind) where done_at is null;
