-- A session on a telephone that several visitors share is over after half an hour of silence: an app that is killed while it is open
-- cannot end it (P22).
alter table identity.session add column is_on_shared_phone boolean not null default false;

-- The copy of somebody's own data says of their phones whether others use them too.
create or replace function identity.held_of(asked uuid) returns jsonb
  language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'account', (select jsonb_agg(to_jsonb(a)) from (
      select email, name, language, created_at from identity.account where id = asked) a),
    'membership', (select jsonb_agg(to_jsonb(m) order by m.created_at) from (
      select role, secrecy, secrecy_proof, secrecy_review_on, phone, is_on_call, created_at, ended_at from identity.membership
      where account_id = asked and municipality_id = platform.current_municipality()) m),
    'passkey', (select jsonb_agg(to_jsonb(p) order by p.created_at) from (
      select name, created_at, last_used_at from identity.passkey where account_id = asked) p),
    'session', (select jsonb_agg(to_jsonb(s) order by s.created_at) from (
      select device, created_at, last_seen_at from identity.session where account_id = asked) s),
    'phone', (select jsonb_agg(to_jsonb(f) order by f.first_seen_at) from (
      select device, first_seen_at, last_seen_at, is_shared from identity.phone
      where account_id = asked and municipality_id = platform.current_municipality()) f))
  where platform.actor_kind() = 'system' and exists (
    select from identity.membership where account_id = asked and municipality_id = platform.current_municipality())
$$;
