-- Staff: memberships say in which municipality and zone somebody acts, and as what. Accounts themselves (sign-in) follow in
-- their own migration; an account belongs to no municipality.

create schema identity;
grant usage on schema identity to meernet_app;

create table identity.account (
  id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null check (length(name) between 1 and 120),
  language text not null default 'nl',
  created_at timestamptz not null default now()
);

create table identity.membership (
  municipality_id uuid not null,
  id uuid not null,
  account_id uuid not null references identity.account (id),
  zone_id uuid not null,
  role text not null,
  secrecy text not null check (secrecy in ('professionalSecrecy', 'dutyOfDiscretion', 'none')),
  secrecy_proof text,
  secrecy_review_on date,
  -- null: all neighbourhoods of the municipality.
  neighbourhood_ids uuid[],
  phone text,
  is_on_call boolean not null default false,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);
create unique index one_open_membership on identity.membership (municipality_id, account_id, zone_id, role) where ended_at is null;
create index membership_of_account on identity.membership (account_id);
call platform.protect_by_municipality('identity.membership');
create policy owner_all on identity.membership for all to current_user using (true) with check (true);

-- Colleagues see each other's names, never each other's accounts.
create view identity.colleague as
  select m.municipality_id, m.id as membership_id, a.id as account_id, a.name, m.zone_id, m.role, m.secrecy, m.neighbourhood_ids,
         m.phone, m.is_on_call
  from identity.membership m join identity.account a on a.id = m.account_id
  where m.ended_at is null and m.municipality_id = platform.current_municipality();
grant select on identity.colleague to meernet_app;
