-- Keys that can be changed while everybody works, and work in the background that stays behind where somebody sees it.

-- From when a version of a zone's key is sealed with. A little later than it is made, so that every process can read it by then.
alter table platform.zone_key add column sealing_from timestamptz not null default now();
-- When nothing was left that an older version sealed; null for a version that is still being brought in.
alter table platform.zone_key add column resealed_at timestamptz;

-- Jobs that failed three times or more, of the municipality one acts in or of the whole installation. No payload: only what
-- kind of work it is. For the administrator.
-- NOTE reads private tables of graphile-worker, for the payload is nowhere else; tests/journeys look at it after an upgrade.
create function platform.work_left_behind()
  returns table (id bigint, task text, attempts integer, max_attempts integer, since timestamptz, next_at timestamptz, last_error text)
  language sql stable security definer set search_path = pg_catalog as $$
  select j.id::bigint, t.identifier, j.attempts::integer, j.max_attempts::integer, j.created_at, j.run_at, j.last_error
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  where j.attempts >= 3
    and platform.current_municipality() is not null
    and (platform.actor_role() = 'administrator' or platform.actor_kind() = 'system')
    and coalesce(j.payload ->> 'municipalityId', '00000000-0000-0000-0000-000000000000')
        in (platform.current_municipality()::text, '00000000-0000-0000-0000-000000000000')
  order by j.created_at
$$;

-- Tries such a job again now, from the beginning. Whether there was one.
create function platform.try_work_again(job bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from platform.work_left_behind() w where w.id = job) then return false; end if;
  perform graphile_worker.reschedule_jobs(array[job], run_at => now(), attempts => 0);
  return true;
end $$;

-- Drops such a job for good. Whether there was one.
create function platform.drop_work(job bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from platform.work_left_behind() w where w.id = job) then return false; end if;
  perform graphile_worker.complete_jobs(array[job]);
  return true;
end $$;

revoke execute on function platform.work_left_behind(), platform.try_work_again(bigint), platform.drop_work(bigint) from public;
grant execute on function platform.work_left_behind(), platform.try_work_again(bigint), platform.drop_work(bigint) to meernet_app;
