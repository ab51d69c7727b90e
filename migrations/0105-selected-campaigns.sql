-- Selected campaigns: a list of addresses that a body decided on, destroyed afterwards, with a certificate of it.

alter table detection.campaign
  drop constraint campaign_kind_check,
  add constraint campaign_kind_check check (kind in ('wholeStreet', 'selected')),
  -- By what the addresses were chosen, as decided; never kept per address.
  add column criteria text check (length(criteria) between 1 and 400),
  -- The same as the letter tells it to who lives there.
  add column letter_words text check (length(letter_words) between 1 and 200),
  -- The list is gone by this day at the latest; fixed since the campaign is announced.
  add column destroy_on date,
  -- Kept when the list goes; per street it would point at doors.
  add column final_list_doors integer check (final_list_doors >= 0),
  add column final_list_done integer check (final_list_done >= 0),
  add constraint campaign_selected_check check (kind = 'wholeStreet'
    or (criteria is not null and letter_words is not null and destroy_on is not null and destroy_on > ends_on));

-- An address to visit in a selected campaign. Nothing about who lives there, nothing about why.
create table detection.campaign_address (
  municipality_id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  address_id uuid not null,
  primary key (municipality_id, campaign_id, address_id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id) on delete cascade,
  foreign key (municipality_id, address_id) references places.address (municipality_id, id)
);
call platform.protect_by_zone('detection.campaign_address');
create policy visit_list on detection.campaign_address as restrictive for all to public
  using ((select detection.leads_visits()));

-- Addresses that would rather have no visit, said in another campaign whose lists still exist: by opting out, or at the door.
create function detection.said_no_elsewhere(campaign uuid) returns setof uuid language sql stable as $$
  select o.address_id from detection.campaign_opt_out o where o.campaign_id <> campaign
  union
  select d.address_id from detection.round_address d where d.campaign_id <> campaign and d.last_outcome = 'noWish' $$;

-- The living doors of the list of a selected campaign, without those that said no elsewhere.
create function detection.listed_doors(campaign uuid) returns table (address_id uuid, street_id uuid) language sql stable as $$
  select a.id, a.street_id from places.address a
  where a.gone_on is null
    and a.id in (select l.address_id from detection.campaign_address l where l.campaign_id = campaign)
    and a.id not in (select detection.said_no_elsewhere(campaign)) $$;

-- That the lists of a campaign were destroyed: what, how many, when, by which rule, approved by whom. No address.
create table detection.destruction_certificate (
  municipality_id uuid not null,
  zone_id uuid not null,
  campaign_id uuid not null,
  destroyed_at timestamptz not null,
  -- null: by the program, by the rule alone.
  approved_by uuid references identity.account (id),
  rule_reference text not null,
  rule_decided_by text not null,
  rule_decided_on date not null,
  rule_days integer not null,
  listed_addresses integer not null check (listed_addresses >= 0),
  round_addresses integer not null check (round_addresses >= 0),
  rounds integer not null check (rounds >= 0),
  pairs integer not null check (pairs >= 0),
  letters integer not null check (letters >= 0),
  opt_outs integer not null check (opt_outs >= 0),
  -- SHA-256 of all of the above, as it stands in the audit trail as well.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (municipality_id, campaign_id),
  foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id)
);
call platform.protect_by_zone('detection.destruction_certificate');
