-- Passkeys, and whether a link by mail still opens an account.

create table identity.passkey (
  id uuid primary key,
  account_id uuid not null references identity.account (id) on delete cascade,
  -- What the browser calls it, base64url.
  credential_id text not null unique check (length(credential_id) between 1 and 1400),
  -- COSE key, as WebAuthn writes it. The private half never leaves its owner's device.
  public_key bytea not null,
  -- Counts up at each use on devices that count: going back means that somebody copied the key.
  sign_count bigint not null default 0,
  transports text[] not null default '{}',
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkey_of_account on identity.passkey (account_id);

-- A challenge counts once.
create table identity.used_challenge (
  challenge_hash bytea primary key,
  used_at timestamptz not null
);
create index used_challenge_by_age on identity.used_challenge (used_at);

-- Somebody with other ways in may shut the one through the mailbox.
alter table identity.account add column opens_by_mail boolean not null default true;
