-- A phone that erases itself says how many acts it had not sent. A coordinator asks its visitor what they were.

alter table identity.phone
  -- Acts that waited on the phone when it last reported: a number, nothing of what they say.
  add column not_sent integer check (not_sent between 0 and 100000),
  -- When a coordinator asked the visitor about them.
  add column not_sent_settled_at timestamptz;

create function identity.acts_lost_with_phones() returns table (phone_id uuid, name text, wiped_at timestamptz, not_sent integer)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.id, a.name, p.wiped_at, p.not_sent
  from identity.phone p join identity.account a on a.id = p.account_id
  where p.municipality_id = platform.current_municipality() and platform.actor_role() = 'coordinator'
    and p.wiped_at is not null and p.not_sent > 0 and p.not_sent_settled_at is null
$$;
create function identity.settle_acts_lost_with_phone(lost_phone uuid, settled_at timestamptz) returns boolean
  language sql security definer set search_path = pg_catalog as $$
  with settled as (
    update identity.phone set not_sent_settled_at = settled_at
    where id = lost_phone and id in (select l.phone_id from identity.acts_lost_with_phones() l)
      and municipality_id = platform.current_municipality()
    returning id
  )
  select exists (select from settled)
$$;
revoke execute on function identity.acts_lost_with_phones(), identity.settle_acts_lost_with_phone(uuid, timestamptz) from public;
grant execute on function identity.acts_lost_with_phones(), identity.settle_acts_lost_with_phone(uuid, timestamptz) to meernet_app;
