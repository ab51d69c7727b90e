-- Why data are kept (legal ground) and what may be told to whom (agreement): two records, never one (P2).

create schema agreements;
grant usage on schema agreements to meernet_app;

create table agreements.legal_ground (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('publicTask', 'legalObligation', 'contract', 'vitalInterest', 'consent')),
  -- Code of a purpose in content/legal-bases.json.
  purpose text not null check (length(purpose) between 1 and 60),
  recorded_by uuid,
  recorded_at timestamptz not null,
  ended_on date,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, id)
);
create unique index one_ground_per_purpose on agreements.legal_ground (municipality_id, person_id, purpose) where ended_on is null;
call platform.protect_by_zone('agreements.legal_ground');

create table agreements.sharing_agreement (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  person_id uuid not null,
  -- Sealed: what may be told, in the person's words.
  may_tell bytea not null,
  to_whom text[] not null
    check (cardinality(to_whom) > 0 and to_whom <@ array['coordinator', 'socialWorker', 'partner', 'sender']),
  -- The organisation the person named, when one was named.
  to_organisation text check (length(to_organisation) between 1 and 160),
  purpose text not null check (purpose in ('contact', 'guidance', 'handover', 'feedback', 'caseMeeting')),
  given text not null check (given in ('spoken', 'written')),
  given_on date not null,
  -- Who heard or saw it given.
  witnessed_by text not null check (length(witnessed_by) between 1 and 120),
  valid_until date,
  recorded_by uuid,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_channel text check (withdrawn_channel in ('online', 'phone', 'letter', 'faceToFace')),
  withdrawal_noted_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, person_id) references people.person (municipality_id, id),
  check ((withdrawn_at is null) = (withdrawn_channel is null)),
  check (valid_until is null or valid_until >= given_on)
);
create index agreement_by_person on agreements.sharing_agreement (municipality_id, person_id);
create index agreement_by_end on agreements.sharing_agreement (municipality_id, valid_until) where withdrawn_at is null;
call platform.protect_by_zone('agreements.sharing_agreement');

-- Who may see the person may see these; the person's own policy decides.
create policy person on agreements.legal_ground as restrictive for all to public
  using ((select platform.is_program()) or exists (select from people.person p where p.municipality_id = legal_ground.municipality_id and p.id = person_id))
  with check (true);
create policy person on agreements.sharing_agreement as restrictive for all to public
  using ((select platform.is_program()) or exists (select from people.person p where p.municipality_id = sharing_agreement.municipality_id and p.id = person_id))
  with check (true);
