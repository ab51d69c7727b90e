-- What a municipality or its OCMW decides itself about rights: amounts, and where people can ask. Entered by staff, never guessed;
-- a new value is a new row, so that a check on an earlier day keeps the value of that day.
create table guidance.local_parameter (
  municipality_id uuid not null,
  id uuid not null,
  -- Its name in the code; for an amount that of the value of the law behind `municipality.`.
  parameter text not null check (length(parameter) between 1 and 60),
  valid_from date not null check (valid_from between '2000-01-01' and '2100-12-31'),
  -- none: they checked, and there is none. unknown: what held before no longer does, and nobody knows yet what does.
  kind text not null check (kind in ('amount', 'none', 'statusesOnly', 'contact', 'unknown')),
  amount_cents integer check (amount_cents between 1 and 10000000),
  contact_name text check (length(contact_name) between 1 and 120),
  contact_phone text check (length(contact_phone) between 1 and 40),
  contact_address text check (length(contact_address) between 1 and 200),
  contact_hours text check (length(contact_hours) between 1 and 200),
  -- Conditions and who asks, in words of the regulation.
  notes text check (length(notes) between 1 and 500),
  -- Where it was read: a regulation and its date, a page, a colleague's answer.
  source text not null check (length(source) between 1 and 200),
  entered_by uuid not null,
  entered_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id, id),
  unique (municipality_id, parameter, valid_from),
  check ((kind = 'amount') = (amount_cents is not null)),
  check ((kind = 'contact') = (contact_name is not null)),
  check (kind = 'contact' or (contact_phone is null and contact_address is null and contact_hours is null))
);
call platform.protect_by_municipality('guidance.local_parameter');
