-- A municipality may let its colleagues enter through its own OpenID Connect provider.

-- A session that such a provider opened works in that municipality only, and only in roles it named; null: no such limit.
alter table identity.session
  add column only_municipality_id uuid,
  add column only_roles text[],
  add check (only_roles is null or only_municipality_id is not null);

create view identity.session_membership as
  select s.id as session_id, m.*
  from identity.session s join identity.open_membership m on m.account_id = s.account_id
  where (s.only_municipality_id is null or s.only_municipality_id = m.municipality_id)
    and (s.only_roles is null or m.role = any (s.only_roles));

create table identity.provider (
  municipality_id uuid not null references municipalities.municipality (id),
  -- What its page of signing in calls it.
  name text not null check (length(name) between 1 and 60),
  issuer text not null check (issuer ~ '^https?://' and length(issuer) <= 300),
  client_id text not null check (length(client_id) between 1 and 200),
  client_secret_sealed bytea not null,
  -- Which claim names roles; null: the provider says nothing about roles.
  role_claim text check (length(role_claim) between 1 and 100),
  is_on boolean not null,
  -- When the provider last answered with what we need of it.
  checked_at timestamptz not null,
  version integer not null default 1,
  primary key (municipality_id)
);
call platform.protect_by_municipality('identity.provider');
create policy owner_all on identity.provider for all to current_user using (true) with check (true);
create policy keepers on identity.provider as restrictive for all to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) = 'administrator')
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');

-- Which value of that claim stands for which role.
create table identity.provider_role (
  municipality_id uuid not null,
  claim_value text not null check (length(claim_value) between 1 and 200),
  role text not null,
  primary key (municipality_id, role, claim_value),
  foreign key (municipality_id) references identity.provider (municipality_id)
);
call platform.protect_by_municipality('identity.provider_role');
create policy owner_all on identity.provider_role for all to current_user using (true) with check (true);
create policy keepers on identity.provider_role as restrictive for all to meernet_app
  using ((select platform.is_program()) or (select platform.actor_role()) = 'administrator')
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');

-- What the page of signing in offers. Read by the owner only.
create view identity.open_provider as
  select p.*, t.slug, t.name as municipality_name
  from identity.provider p join municipalities.municipality t on t.id = p.municipality_id
  where p.is_on;
