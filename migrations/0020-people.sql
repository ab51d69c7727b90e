-- People and households a municipality helps, each in the data zone that knows them. No national number exists here (P3).

create schema people;
grant usage on schema people to meernet_app;

create table people.person (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  given_name text not null check (length(given_name) between 1 and 80),
  family_name text not null check (length(family_name) between 0 and 80),
  -- What the person wants to be called; null: the given name.
  called text check (length(called) between 1 and 80),
  birth_year integer check (birth_year between 1895 and 2100),
  language text not null default 'nl' check (language ~ '^[a-z]{2,3}$'),
  needs_interpreter boolean not null default false,
  preferred_channel text not null default 'phone' check (preferred_channel in ('phone', 'letter', 'email', 'faceToFace')),
  reach_when text check (length(reach_when) <= 200),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 200),
  address_id uuid,
  -- Where to find somebody without an address: "bij haar zus", "in het park aan de kerk".
  place_text text check (length(place_text) <= 200),
  neighbourhood_id uuid,
  -- Sealed: what helps to reach this person.
  note bytea,
  version integer not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  names text generated always as
    (platform.folded(given_name || ' ' || family_name || ' ' || coalesce(called, ''))) stored,
  -- The last eight digits, the same with and without the number of the country.
  phone_tail text generated always as (right(regexp_replace(phone, '\D', '', 'g'), 8)) stored,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, address_id) references places.address (municipality_id, id),
  foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id)
);
create index person_by_zone on people.person (municipality_id, zone_id, family_name, given_name);
create index person_by_phone on people.person (municipality_id, phone_tail) where phone_tail is not null;
create index person_by_address on people.person (municipality_id, address_id) where address_id is not null;
call platform.protect_by_zone('people.person');

-- Search by name: the words of each name, and the trigrams of each word that anybody is called, both under ordinary indexes.
-- Under row-level security PostgreSQL does not let the operators of trigrams use an index, because they are not leakproof;
-- equality of text is. Both are kept by the table of people itself, a statement at a time.
create table people.name_word (
  municipality_id uuid not null,
  zone_id uuid not null,
  word text collate "C" not null,
  person_id uuid not null,
  primary key (municipality_id, zone_id, word, person_id)
);
create index name_word_by_person on people.name_word (municipality_id, person_id);
call platform.protect_by_zone('people.name_word');

create table people.word_trigram (
  municipality_id uuid not null,
  zone_id uuid not null,
  trigram text collate "C" not null,
  word text collate "C" not null,
  primary key (municipality_id, zone_id, trigram, word)
);
create index trigram_by_word on people.word_trigram (municipality_id, zone_id, word);
call platform.protect_by_zone('people.word_trigram');

create function people.words_of(names text) returns setof text language sql immutable set search_path = pg_catalog
  as $$ select distinct word from regexp_split_to_table(names, '[\s.''’-]+') word where word <> '' $$;

create function people.forget_names() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from people.name_word n using gone g where n.municipality_id = g.municipality_id and n.person_id = g.id;
  delete from people.word_trigram t
    using (select distinct g.municipality_id, g.zone_id, word from gone g cross join people.words_of(g.names) word) lost
    where t.municipality_id = lost.municipality_id and t.zone_id = lost.zone_id and t.word = lost.word
      and not exists (select from people.name_word n
        where n.municipality_id = lost.municipality_id and n.zone_id = lost.zone_id and n.word = lost.word);
  return null;
end $$;
create function people.keep_names() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into people.name_word (municipality_id, zone_id, word, person_id)
    select f.municipality_id, f.zone_id, word, f.id from fresh f cross join people.words_of(f.names) word;
  insert into people.word_trigram (municipality_id, zone_id, trigram, word)
    select w.municipality_id, w.zone_id, trigram, w.word
    from (select distinct f.municipality_id, f.zone_id, word from fresh f cross join people.words_of(f.names) word) w
      cross join unnest(public.show_trgm(w.word)) trigram
    on conflict do nothing;
  return null;
end $$;
create trigger person_is_findable after insert on people.person
  referencing new table as fresh for each statement execute function people.keep_names();
create trigger person_is_gone after delete on people.person
  referencing old table as gone for each statement execute function people.forget_names();
-- In the order of their names: the old name goes before the new one comes.
create trigger person_is_renamed_1 after update on people.person
  referencing old table as gone for each statement execute function people.forget_names();
create trigger person_is_renamed_2 after update on people.person
  referencing new table as fresh for each statement execute function people.keep_names();

create table people.household (
  municipality_id uuid not null,
  id uuid not null,
  zone_id uuid not null,
  created_by uuid,
  created_at timestamptz not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id)
);
call platform.protect_by_zone('people.household');

create table people.household_member (
  municipality_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  zone_id uuid not null,
  role text not null check (role in ('contact', 'partner', 'child', 'parent', 'relative', 'otherResident')),
  since date not null,
  primary key (municipality_id, household_id, person_id),
  foreign key (municipality_id, household_id) references people.household (municipality_id, id) on delete cascade,
  foreign key (municipality_id, person_id) references people.person (municipality_id, id) on delete cascade
);
-- Somebody lives in one household at a time.
create unique index one_household on people.household_member (municipality_id, person_id);
call platform.protect_by_zone('people.household_member');
