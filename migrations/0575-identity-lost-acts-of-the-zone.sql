-- What was lost with the phone of a visitor concerns the controller they visit for (P9), and there a coordinator under secrecy, as
-- all of a visit does: not a coordinator of another data zone of the same municipality. A visitor who left meanwhile still has their
-- membership, ended.
create or replace function identity.acts_lost_with_phones()
  returns table (phone_id uuid, name text, wiped_at timestamptz, not_sent integer)
  language sql stable security definer set search_path = pg_catalog as $$
  select p.id, a.name, p.wiped_at, p.not_sent
  from identity.phone p join identity.account a on a.id = p.account_id
  where p.municipality_id = platform.current_municipality()
    and platform.actor_role() = 'coordinator' and platform.actor_secrecy() = 'professionalSecrecy'
    and exists (
      select from identity.membership m
      where m.municipality_id = p.municipality_id and m.account_id = p.account_id
        and m.role = 'visitor' and m.zone_id = platform.actor_zone())
    and p.wiped_at is not null and p.not_sent > 0 and p.not_sent_settled_at is null
$$;
