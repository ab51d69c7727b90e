-- Staff: an account belongs to no municipality; memberships say in which municipality and zone somebody acts, and as what.

create schema identity;
grant usage on schema identity to meernet_app;

create table identity.account (
  id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null check (length(name) between 1 and 120),
  language text not null default 'nl' check (language in ('nl', 'fr', 'en')),
  -- An account begins with an invitation that came by mail, so the address is known to be theirs.
  email_verified boolean not null default true,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
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
  -- Rule P5: a status is shown by a proof and looked at again by a date.
  check (secrecy = 'none' or (secrecy_proof is not null and secrecy_review_on is not null)),
  -- null: all neighbourhoods of the municipality.
  neighbourhood_ids uuid[],
  phone text,
  is_on_call boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);
create unique index one_open_membership on identity.membership (municipality_id, account_id, zone_id, role) where ended_at is null;
create index membership_of_account on identity.membership (account_id);
call platform.protect_by_municipality('identity.membership');
create policy owner_all on identity.membership for all to current_user using (true) with check (true);
-- Proofs of secrecy are for who keeps them and who checks them; everybody else reads the view below.
create policy keepers on identity.membership as restrictive for all to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) in ('administrator', 'dataProtectionOfficer'))
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');

-- Colleagues see each other's names, never each other's accounts. A function, because it must pass the policy above.
create function identity.colleagues_here() returns table (municipality_id uuid, membership_id uuid, account_id uuid, name text,
    zone_id uuid, role text, secrecy text, secrecy_review_on date, neighbourhood_ids uuid[], phone text, is_on_call boolean)
  language sql stable security definer set search_path = pg_catalog as $$
  select m.municipality_id, m.id, a.id, a.name, m.zone_id, m.role, m.secrecy, m.secrecy_review_on, m.neighbourhood_ids, m.phone,
         m.is_on_call
  from identity.membership m join identity.account a on a.id = m.account_id
  where m.ended_at is null and m.municipality_id = platform.current_municipality()
$$;
revoke execute on function identity.colleagues_here() from public;
grant execute on function identity.colleagues_here() to meernet_app;
create view identity.colleague as select * from identity.colleagues_here();
grant select on identity.colleague to meernet_app;

-- As above with the address, for the administrator's list and the access list of the data protection officer.
create view identity.member as
  select m.*, a.name, a.email
  from identity.membership m join identity.account a on a.id = m.account_id
  where m.municipality_id = platform.current_municipality()
    and (platform.is_program() or platform.actor_role() in ('administrator', 'dataProtectionOfficer'));
grant select on identity.member to meernet_app;

-- What somebody may choose to work in after signing in. Read by the owner only.
create view identity.open_membership as
  select m.*, z.name as zone_name, t.name as municipality_name
  from identity.membership m
  join municipalities.data_zone z on z.municipality_id = m.municipality_id and z.id = m.zone_id
  join municipalities.municipality t on t.id = m.municipality_id
  where m.ended_at is null;
