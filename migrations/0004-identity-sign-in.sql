-- Signing in: what the library Better Auth keeps (session, credential, verification, two_factor), codes that were used, and
-- invitations. All but invitations belong to the installation; only the owner of the schema reaches them.

create table identity.session (
  id uuid primary key,
  account_id uuid not null references identity.account (id) on delete cascade,
  token text not null unique,
  -- The one membership this session works in; null until it is chosen.
  membership_id uuid,
  -- Kind of browser and machine in two words, so that its owner recognises it. No network address is kept.
  device text not null default '',
  expires_at timestamptz not null,
  last_seen_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_of_account on identity.session (account_id);

-- A way to prove an account: today a password, as its hash.
create table identity.credential (
  id uuid primary key,
  account_id uuid not null references identity.account (id) on delete cascade,
  provider text not null,
  provider_account text not null,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, provider_account)
);
create index credential_of_account on identity.credential (account_id);

-- Links and challenges on their way, under a hash; used up or expired they go.
create table identity.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on identity.verification (identifier);

create table identity.two_factor (
  id uuid primary key,
  account_id uuid not null references identity.account (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factor_of_account on identity.two_factor (account_id);

-- A one-time code counts once (RFC 6238, section 5.2).
create table identity.used_code (
  account_id uuid not null references identity.account (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null,
  primary key (account_id, code_hash)
);

create table identity.invitation (
  municipality_id uuid not null,
  id uuid not null,
  email text not null check (email = lower(email) and email like '%_@_%'),
  zone_id uuid not null,
  role text not null,
  secrecy text not null check (secrecy in ('professionalSecrecy', 'dutyOfDiscretion', 'none')),
  secrecy_proof text,
  secrecy_review_on date,
  neighbourhood_ids uuid[],
  -- SHA-256 of the token in the mail.
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  check (secrecy = 'none' or (secrecy_proof is not null and secrecy_review_on is not null))
);
call platform.protect_by_municipality('identity.invitation');
create policy owner_all on identity.invitation for all to current_user using (true) with check (true);
create policy keepers on identity.invitation as restrictive for all to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) = 'administrator')
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');
