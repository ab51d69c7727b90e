-- A policy signal may also come from counting: nobody wrote it, so anybody under secrecy who coordinates may read it as second.

alter table policy_advice.policy_signal
  alter column noted_by drop not null,
  drop constraint policy_signal_origin_check,
  add constraint policy_signal_origin_check check (origin in ('case', 'direct', 'counted')),
  add check ((origin = 'counted') = (noted_by is null));
alter policy second_reading on policy_advice.policy_signal
  using ((select platform.is_program())
    or ((select platform.actor_role()) = 'coordinator' and read_on is null
      and noted_by is distinct from (select platform.actor_user())));
