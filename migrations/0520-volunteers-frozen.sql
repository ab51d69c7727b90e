-- A volunteer who asks to restrict (P16): the file is kept, and from then on read by nobody but the volunteer; the data protection
-- officer reads it under a request, as the program. It does not change, and nothing new hangs on it, until it is let go.

alter table volunteers.volunteer add column frozen_on date;
alter table volunteers.volunteer add column frozen_for uuid;
alter table volunteers.volunteer add check ((frozen_on is null) = (frozen_for is null));
create index volunteer_frozen on volunteers.volunteer (municipality_id) where frozen_on is not null;

-- Whose files are frozen in the municipality one acts in: what hangs on them is hidden by it, whoever asks.
create function volunteers.frozen_ids() returns setof uuid language sql stable security definer set search_path = pg_catalog
  as $$ select v.id from volunteers.volunteer v
        where v.municipality_id = platform.current_municipality() and v.frozen_on is not null $$;

create policy frozen on volunteers.volunteer as restrictive for all to public
  using (frozen_on is null or (select platform.is_program()) or account_id = (select platform.actor_user())) with check (true);

create procedure volunteers.freeze_part_of_file(guarded regclass) language plpgsql as $$
begin
  execute format($policy$
    create policy frozen on %s as restrictive for all to public
      using ((select platform.is_program()) or volunteer_id not in (select volunteers.frozen_ids())
        or volunteer_id = any (array(select volunteers.own_ids()))) with check (true)
  $policy$, guarded);
end $$;
do $$
declare guarded text;
begin
  -- NOTE not the reimbursements and what was declared for them: the law asks the organisation for that list, by name and by year.
  foreach guarded in array array['onboarding_proof', 'refused_address', 'refused_street', 'training', 'formality', 'contact',
      'debrief', 'exit_talk'] loop
    call volunteers.freeze_part_of_file(format('volunteers.%I', guarded)::regclass);
  end loop;
end $$;

-- Nobody changes a frozen file, the program neither. It only freezes and lets go, deletes what two people decided, and forgets a
-- buddy whose own file is deleted. Work on storage (changing keys, restoring a backup) is the owner's.
create function volunteers.keep_frozen_file() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  isProgram constant boolean := platform.actor_kind() = 'system';
  freezing constant text[] := array['frozen_on', 'frozen_for'];
begin
  if current_user <> 'meernet_app' then return coalesce(new, old); end if;
  if tg_op = 'DELETE' then
    if isProgram then return old; end if;
  elsif new.frozen_on is distinct from old.frozen_on or new.frozen_for is distinct from old.frozen_for then
    if isProgram and to_jsonb(new) - freezing = to_jsonb(old) - freezing then return new; end if;
  elsif isProgram and new.buddy_id is null and to_jsonb(new) - 'buddy_id' = to_jsonb(old) - 'buddy_id' then
    return new;
  end if;
  raise exception 'The file of this volunteer is frozen.' using errcode = 'restrict_violation';
end $$;
create trigger frozen_changed before update on volunteers.volunteer
  for each row when (old.frozen_on is not null or new.frozen_on is not null) execute function volunteers.keep_frozen_file();
create trigger frozen_deleted before delete on volunteers.volunteer
  for each row when (old.frozen_on is not null) execute function volunteers.keep_frozen_file();

-- The same for what belongs to a frozen file.
create function volunteers.keep_part_of_frozen_file() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'meernet_app' and not (tg_op = 'DELETE' and platform.actor_kind() = 'system')
    and exists (select from volunteers.frozen_ids() as frozen where frozen in (old.volunteer_id, new.volunteer_id))
  then
    raise exception 'The file of this volunteer is frozen.' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
do $$
declare guarded text;
begin
  foreach guarded in array array['onboarding_proof', 'refused_address', 'refused_street', 'training', 'formality', 'contact',
      'debrief', 'exit_talk', 'reimbursement', 'reimbursement_declaration'] loop
    execute format($trigger$
      create trigger frozen before insert or update or delete on volunteers.%I
        for each row execute function volunteers.keep_part_of_frozen_file()
    $trigger$, guarded);
  end loop;
end $$;

-- Whose file is frozen becomes nobody's buddy; who was, stays.
create function volunteers.refuse_frozen_buddy() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'meernet_app' and new.buddy_id in (select volunteers.frozen_ids()) then
    raise exception 'The file of this buddy is frozen.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen_buddy_added before insert on volunteers.volunteer
  for each row when (new.buddy_id is not null) execute function volunteers.refuse_frozen_buddy();
create trigger frozen_buddy_changed before update of buddy_id on volunteers.volunteer
  for each row when (new.buddy_id is not null and new.buddy_id is distinct from old.buddy_id)
  execute function volunteers.refuse_frozen_buddy();

-- Colleagues do not find them among the volunteers, and nobody is asked to talk with them.
create or replace function volunteers.fellows()
  returns table (id uuid, account_id uuid, name text, paused_from date, paused_until date, ended_on date)
  language sql stable security definer set search_path = pg_catalog
  as $$ select v.id, v.account_id, v.name, v.paused_from, v.paused_until, v.ended_on
        from volunteers.volunteer v
        where v.municipality_id = platform.current_municipality() and v.frozen_on is null
          and (platform.actor_kind() = 'system' or v.zone_id = platform.actor_zone()) $$;
create or replace function volunteers.ask_debriefs(asked uuid[], asked_origin text, day date, due timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$
    insert into volunteers.debrief (municipality_id, id, zone_id, volunteer_id, origin, visited_on, due_at)
    select v.municipality_id, gen_random_uuid(), v.zone_id, v.id, asked_origin, day, due
    from volunteers.volunteer v
    where v.municipality_id = platform.current_municipality() and v.id = any (asked) and v.ended_on is null and v.frozen_on is null
      and (platform.actor_kind() = 'system' or v.zone_id = platform.actor_zone())
    on conflict do nothing $$;

-- Who would see the file is told that it is frozen, since when, and whether a talk was owed; not whose it is.
create function volunteers.frozen_files() returns table (id uuid, since date, owes_talk boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$ select v.id, v.frozen_on, exists (select from volunteers.debrief d
          where d.municipality_id = v.municipality_id and d.volunteer_id = v.id and d.held_on is null)
        from volunteers.volunteer v
        where v.municipality_id = platform.current_municipality() and v.frozen_on is not null and v.zone_id = platform.actor_zone()
          and (platform.actor_role() = 'partnerCoordinator'
            or platform.actor_role() = 'coordinator' and platform.actor_secrecy() = 'professionalSecrecy') $$;

-- The name that the law asks in the list of what was paid back: of those to whom something was, for who would see the file.
create function volunteers.frozen_name_on_accounts(asked uuid) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$ select v.name from volunteers.volunteer v
        where v.municipality_id = platform.current_municipality() and v.id = asked
          and v.id in (select f.id from volunteers.frozen_files() f)
          and exists (select from volunteers.reimbursement r where r.municipality_id = v.municipality_id and r.volunteer_id = v.id) $$;

-- Whether the file of an account is frozen here: no mail about volunteering goes to it, and it gets no second file.
create function volunteers.is_frozen_account(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from volunteers.volunteer v
          where v.municipality_id = platform.current_municipality() and v.account_id = asked and v.frozen_on is not null
            and (platform.actor_kind() = 'system' or v.zone_id = platform.actor_zone())) $$;

revoke execute on function volunteers.frozen_ids(), volunteers.frozen_files(), volunteers.frozen_name_on_accounts(uuid),
  volunteers.is_frozen_account(uuid) from public;
grant execute on function volunteers.frozen_ids(), volunteers.frozen_files(), volunteers.frozen_name_on_accounts(uuid),
  volunteers.is_frozen_account(uuid) to meernet_app;

-- No new pair, round or door for whose file is frozen; what they had stays for others to take over.
create function detection.refuse_frozen_pair() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'meernet_app' and exists (select from volunteers.frozen_ids() as frozen
      where frozen in (new.first_volunteer_id, new.second_volunteer_id)) then
    raise exception 'The file of a volunteer of this pair is frozen.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before insert or update of first_volunteer_id, second_volunteer_id on detection.visitor_pair
  for each row execute function detection.refuse_frozen_pair();

create function detection.is_frozen_pair(asked uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from detection.visitor_pair p
          join volunteers.volunteer v on v.municipality_id = p.municipality_id
            and v.id in (p.first_volunteer_id, p.second_volunteer_id) and v.frozen_on is not null
          where p.municipality_id = platform.current_municipality() and p.id = asked) $$;
revoke execute on function detection.is_frozen_pair(uuid) from public;
grant execute on function detection.is_frozen_pair(uuid) to meernet_app;

create function detection.refuse_frozen_round() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'meernet_app' and detection.is_frozen_pair(new.pair_id) then
    raise exception 'The file of a volunteer of this pair is frozen.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before insert or update of pair_id, day on detection.round
  for each row execute function detection.refuse_frozen_round();

create function detection.refuse_frozen_door() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if current_user = 'meernet_app' and exists (select from detection.round r where r.id = new.round_id
      and r.municipality_id = new.municipality_id and detection.is_frozen_pair(r.pair_id)) then
    raise exception 'The file of a volunteer of this pair is frozen.' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before insert or update of round_id on detection.round_address
  for each row when (new.round_id is not null) execute function detection.refuse_frozen_door();
