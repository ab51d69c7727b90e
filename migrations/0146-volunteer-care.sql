-- Care for volunteers: what they learned, talks after a hard visit, contact, formalities, the talk on leaving. Nothing about residents.

create table volunteers.training (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  topic text not null check (topic in ('listening', 'noticing', 'discretion', 'boundaries', 'safety', 'rightsBasics')),
  followed_on date not null,
  noted_by uuid,
  primary key (municipality_id, volunteer_id, topic),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade
);
call platform.protect_by_zone('volunteers.training');
call volunteers.protect_part_of_file('volunteers.training');

-- That the questions about a formality (benefit, minor) were asked and settled, and when. Never which one.
create table volunteers.formality (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  handled_on date not null,
  noted_by uuid,
  primary key (municipality_id, volunteer_id),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade
);
call platform.protect_by_zone('volunteers.formality');
call volunteers.protect_part_of_file('volunteers.formality');

-- The last time somebody of the organisation spoke with a volunteer. A day, no content.
create table volunteers.contact (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  contact_on date not null,
  noted_by uuid,
  primary key (municipality_id, volunteer_id),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade
);
call platform.protect_by_zone('volunteers.contact');
call volunteers.protect_part_of_file('volunteers.contact');

-- A talk owed within 48 hours of a hard visit. No link to the visit: one a day for one volunteer is enough.
create table volunteers.debrief (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  origin text not null check (origin in ('alarm', 'volunteer', 'guide')),
  -- The day of the hard visit in Brussels, and the moment by which the talk was promised.
  visited_on date not null,
  due_at timestamptz not null,
  held_on date,
  held_by uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade,
  unique (municipality_id, volunteer_id, visited_on),
  check ((held_on is null) = (held_by is null))
);
call platform.protect_by_zone('volunteers.debrief');
call volunteers.protect_part_of_file('volunteers.debrief');

-- What the organisation learns from somebody who leaves. Sealed; read by who guides volunteers and by the volunteer.
create table volunteers.exit_talk (
  municipality_id uuid not null,
  zone_id uuid not null,
  volunteer_id uuid not null,
  held_on date not null,
  learned_sealed bytea not null,
  noted_by uuid,
  version integer not null default 1,
  primary key (municipality_id, volunteer_id),
  foreign key (municipality_id, volunteer_id) references volunteers.volunteer (municipality_id, id) on delete cascade
);
call platform.protect_by_zone('volunteers.exit_talk');
call volunteers.protect_part_of_file('volunteers.exit_talk');

-- A volunteer may ask for a talk; all else here is noted by who guides volunteers.
create procedure volunteers.protect_writing(guarded regclass) language plpgsql as $$
begin
  execute format($policy$
    create policy guide_adds on %s as restrictive for insert to meernet_app with check ((select volunteers.is_guide()))
  $policy$, guarded);
  execute format($policy$
    create policy guide_changes on %s as restrictive for update to meernet_app using ((select volunteers.is_guide()))
  $policy$, guarded);
  execute format($policy$
    create policy guide_removes on %s as restrictive for delete to meernet_app using ((select volunteers.is_guide()))
  $policy$, guarded);
end $$;
call volunteers.protect_writing('volunteers.training');
call volunteers.protect_writing('volunteers.formality');
call volunteers.protect_writing('volunteers.contact');
call volunteers.protect_writing('volunteers.exit_talk');
create policy guide_changes on volunteers.debrief as restrictive for update to meernet_app using ((select volunteers.is_guide()));
create policy guide_removes on volunteers.debrief as restrictive for delete to meernet_app using ((select volunteers.is_guide()));

-- Both of a pair had the hard visit, but one of them does not see the file of the other: the talk is asked for here. Within the
-- zone of whoever asks, for volunteers who have not left; the second time on one day changes nothing.
create function volunteers.ask_debriefs(asked uuid[], asked_origin text, day date, due timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog
  as $$
    insert into volunteers.debrief (municipality_id, id, zone_id, volunteer_id, origin, visited_on, due_at)
    select v.municipality_id, gen_random_uuid(), v.zone_id, v.id, asked_origin, day, due
    from volunteers.volunteer v
    where v.municipality_id = platform.current_municipality() and v.id = any (asked) and v.ended_on is null
      and (platform.actor_kind() = 'system' or v.zone_id = platform.actor_zone())
    on conflict do nothing $$;
