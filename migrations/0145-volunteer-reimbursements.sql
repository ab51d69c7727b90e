-- Reimbursements of volunteers: what was paid for which day, what somebody declares about other organisations, and the amounts of a year.

-- Amounts of a year that the program does not know yet, entered by an administrator. No data of a person.
create table volunteers.yearly_amount (
  municipality_id uuid not null references municipalities.municipality (id),
  year integer not null check (year between 2025 and 2100),
  day_cents integer not null check (day_cents between 1 and 100000),
  year_cents integer not null check (year_cents between 1 and 10000000),
  -- null: not known, so the raised ceiling cannot be used in this year.
  raised_year_cents integer check (raised_year_cents between 1 and 10000000),
  source text not null check (length(source) between 1 and 200),
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (municipality_id, year),
  check (day_cents <= year_cents and (raised_year_cents is null or year_cents <= raised_year_cents))
);
call platform.protect_by_municipality('volunteers.yearly_amount');

-- Highest sum per kilometre between two days; rates change during the year.
create table volunteers.travel_rate (
  municipality_id uuid not null references municipalities.municipality (id),
  means text not null check (means in ('car', 'bicycle')),
  valid_from date not null,
  valid_until date not null,
  -- Ten-thousandths of a euro a kilometre: 4326 is € 0,4326.
  ten_thousandths_per_kilometre integer not null check (ten_thousandths_per_kilometre between 1 and 20000),
  source text not null check (length(source) between 1 and 200),
  entered_by uuid,
  entered_at timestamptz not null,
  primary key (municipality_id, means, valid_from),
  check (valid_from <= valid_until)
);
call platform.protect_by_municipality('volunteers.travel_rate');

create policy entered_add on volunteers.yearly_amount as restrictive for insert to meernet_app
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');
create policy entered_change on volunteers.yearly_amount as restrictive for update to meernet_app
  using ((select platform.actor_role()) = 'administrator');
create policy entered_add on volunteers.travel_rate as restrictive for insert to meernet_app
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'administrator');
create policy entered_change on volunteers.travel_rate as restrictive for update to meernet_app
  using ((select platform.actor_role()) = 'administrator');

-- What a volunteer was reimbursed for one day. A mistake is cancelled, never removed: the list of a year is kept for the accounts.
create table volunteers.reimbursement (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  day date not null,
  kind text not null check (kind in ('lumpSum', 'realCosts')),
  activity text not null check (length(activity) between 1 and 40),
  amount_cents integer not null check (amount_cents between 0 and 10000000),
  travel_means text check (travel_means in ('car', 'bicycle')),
  -- Hundreds of metres: 12,3 km is 123.
  travel_hectometres integer not null check (travel_hectometres between 0 and 1000000),
  travel_cents integer not null check (travel_cents between 0 and 10000000),
  noted_by uuid,
  noted_at timestamptz not null,
  cancelled_by uuid,
  cancelled_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id),
  check (amount_cents + travel_hectometres > 0),
  check ((travel_means is null) = (travel_hectometres = 0))
);
create index reimbursement_of_volunteer on volunteers.reimbursement (municipality_id, volunteer_id, day);
call platform.protect_by_zone('volunteers.reimbursement');
call volunteers.protect_part_of_file('volunteers.reimbursement');

-- Chapter 16: a partner's coordinator writes, a coordinator under secrecy reads, a volunteer reads the own.
create policy booked_add on volunteers.reimbursement as restrictive for insert to meernet_app
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'partnerCoordinator');
create policy booked_change on volunteers.reimbursement as restrictive for update to meernet_app
  using ((select platform.actor_role()) = 'partnerCoordinator');
create policy booked_keep on volunteers.reimbursement as restrictive for delete to meernet_app using (false);

-- What somebody says to have had in a year from organisations that are not in this installation.
create table volunteers.reimbursement_declaration (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  year integer not null check (year between 2025 and 2100),
  elsewhere text not null check (elsewhere in ('none', 'lumpSum', 'realCosts')),
  lump_sum_cents integer not null check (lump_sum_cents between 0 and 10000000),
  travel_hectometres integer not null check (travel_hectometres between 0 and 1000000),
  -- Says that the conditions of the raised ceiling are met. Never which one would not be.
  meets_raised_conditions boolean not null,
  declared_on date not null,
  noted_by uuid,
  version integer not null default 1,
  primary key (municipality_id, volunteer_id, year),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade,
  check (elsewhere = 'lumpSum' or lump_sum_cents = 0),
  check (elsewhere <> 'none' or travel_hectometres = 0)
);
call platform.protect_by_zone('volunteers.reimbursement_declaration');
call volunteers.protect_part_of_file('volunteers.reimbursement_declaration');
create policy declared_add on volunteers.reimbursement_declaration as restrictive for insert to meernet_app
  with check ((select platform.is_program()) or (select platform.actor_role()) = 'partnerCoordinator'
    or volunteer_id = any (array(select volunteers.own_ids())));
create policy declared_change on volunteers.reimbursement_declaration as restrictive for update to meernet_app
  using ((select platform.actor_role()) = 'partnerCoordinator' or volunteer_id = any (array(select volunteers.own_ids())));

-- What counts for one person in the year of `asked_day`, over all organisations of the municipality together: files of the same
-- account. Sums only, and only for whoever may see this file. NOTE not volunteers.is_guide(): with the owner's rights it is always true.
create function volunteers.counted_for(asked uuid, asked_day date)
  returns table (day_cents integer, year_cents integer, ordinary_cents integer, hectometres integer, has_lump_sum boolean,
    has_real_costs boolean, is_in_several boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    with file as (
      select v.municipality_id, v.id, v.account_id from volunteers.volunteer v
      where v.municipality_id = platform.current_municipality() and v.id = asked
        and (platform.actor_kind() = 'system' or v.zone_id = platform.actor_zone()
          and (v.account_id = platform.actor_user() or platform.actor_role() = 'partnerCoordinator'
            or platform.actor_role() = 'coordinator' and current_setting('meernet.secrecy', true) = 'professionalSecrecy'))
    ), files as (
      select v.municipality_id, v.id from volunteers.volunteer v join file f on f.municipality_id = v.municipality_id
        and (v.id = f.id or v.account_id = f.account_id)
    ), booked as (
      select r.* from volunteers.reimbursement r join files f on f.municipality_id = r.municipality_id and f.id = r.volunteer_id
      where r.cancelled_at is null and date_trunc('year', r.day::timestamp) = date_trunc('year', asked_day::timestamp)
    )
    select coalesce(sum(amount_cents) filter (where kind = 'lumpSum' and day = asked_day), 0)::integer,
      coalesce(sum(amount_cents) filter (where kind = 'lumpSum'), 0)::integer,
      coalesce(sum(amount_cents) filter (where kind = 'lumpSum' and activity = 'ordinary'), 0)::integer,
      coalesce(sum(travel_hectometres), 0)::integer,
      coalesce(bool_or(kind = 'lumpSum'), false), coalesce(bool_or(kind = 'realCosts'), false),
      (select count(*) > 1 from files)
    from booked where exists (select from file) $$;
