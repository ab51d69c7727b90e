-- Some doors are published without a street. They are chosen together, per neighbourhood, and stand in rounds like any other.

alter table detection.campaign_neighbourhood add column takes_streetless boolean not null default false;

alter table detection.round_address alter column street_id drop not null;

-- Kept when the lists go, as for streets: doors there were, and doors where the visit was settled.
alter table detection.campaign
  add column final_streetless_doors integer check (final_streetless_doors >= 0),
  add column final_streetless_done integer check (final_streetless_done >= 0);
