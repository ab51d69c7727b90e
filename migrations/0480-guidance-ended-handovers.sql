-- Of two colleagues who answer one handover, the second reads that it ended: a refusal or a withdrawal took the sight away from
-- both, and an answer that says nothing would leave the second thinking that the own answer was lost. How it ended, to those
-- who could read it; nothing of what was shared.
create function guidance.ended_handover_to_my_zone(of_id uuid) returns table (state text, ended_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$ select h.state, h.ended_at from guidance.handover h
    where h.municipality_id = platform.current_municipality() and h.id = of_id
      and h.receiver_zone_id = platform.actor_zone() and h.agreement_id is not null
      and h.ended_at is not null and not h.is_readable_by_receiver
      and platform.actor_role() in ('partnerCoordinator', 'socialWorker', 'coordinator')
      and current_setting('meernet.secrecy', true) = 'professionalSecrecy' $$;
revoke execute on function guidance.ended_handover_to_my_zone(uuid) from public;
grant execute on function guidance.ended_handover_to_my_zone(uuid) to meernet_app;
