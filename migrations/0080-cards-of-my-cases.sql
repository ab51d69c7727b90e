-- A card that became a case: whoever is in that case reads the card, its agreement, its signal and what happened to it
-- (domain guide chapter 16: "case"). Changing them stays with the inbox.

/*
 * The signals that became a case of the actor, and those merged into one. Asks as the owner, because the policies below ask it,
 * so it names municipality and zone itself; `guidance.my_cases` looks at membership and secrecy.
 */
create function detection.signals_of_my_cases() returns setof uuid language sql stable security definer
  set search_path = pg_catalog
  as $$
  with became_case as (
    select s.id from detection.signal s
    where s.municipality_id = platform.current_municipality() and s.zone_id = platform.actor_zone()
      and s.case_id in (select guidance.my_cases())
  )
  select id from became_case
  union all
  select double.id from detection.signal double join became_case on double.merged_into = became_case.id
  where double.municipality_id = platform.current_municipality()
$$;
revoke execute on function detection.signals_of_my_cases() from public;
grant execute on function detection.signals_of_my_cases() to meernet_app;

alter policy reading on detection.referral_card using (
  ((select detection.reads_cards()) and ((select platform.is_program()) or zone_id = (select platform.actor_zone())))
  or id in (select detection.signals_of_my_cases()));
alter policy reading on detection.card_agreement using (
  ((select detection.reads_cards()) and ((select platform.is_program()) or zone_id = (select platform.actor_zone())))
  or card_id in (select detection.signals_of_my_cases()));
alter policy reading on detection.signal using (
  (select platform.is_program()) or sender_user_id = (select platform.actor_user())
  or ((select detection.reads_cards()) and zone_id = (select platform.actor_zone()))
  or id in (select detection.signals_of_my_cases()));
alter policy reading on detection.signal_event using (
  (select platform.is_program())
  or ((select detection.reads_cards()) and zone_id = (select platform.actor_zone()))
  or signal_id in (select detection.signals_of_my_cases()));
