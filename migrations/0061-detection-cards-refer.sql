-- What a card and its signal point at exists, or is no longer named: a card outlives the campaign, the visit, the place and
-- the person it came from. Only the reference empties, never the municipality.
alter table detection.referral_card
  add foreign key (municipality_id, campaign_id) references detection.campaign (municipality_id, id)
    on delete set null (campaign_id),
  add foreign key (municipality_id, visit_id) references detection.visit (municipality_id, id) on delete set null (visit_id),
  add foreign key (municipality_id, address_id) references places.address (municipality_id, id)
    on delete set null (address_id);
alter table detection.signal
  add foreign key (municipality_id, neighbourhood_id) references places.area (municipality_id, id)
    on delete set null (neighbourhood_id),
  add foreign key (municipality_id, person_id) references people.person (municipality_id, id)
    on delete set null (person_id);

-- Deleting what is pointed at looks for the rows that point.
create index referral_card_of_campaign on detection.referral_card (municipality_id, campaign_id) where campaign_id is not null;
create index referral_card_of_visit on detection.referral_card (municipality_id, visit_id) where visit_id is not null;
create index referral_card_of_address on detection.referral_card (municipality_id, address_id) where address_id is not null;
create index signal_of_neighbourhood on detection.signal (municipality_id, neighbourhood_id) where neighbourhood_id is not null;
create index signal_of_person on detection.signal (municipality_id, person_id) where person_id is not null;

-- Whether the sender may hear more than the status stands in the agreement on the card (`to_whom`), and there alone.
alter table detection.signal drop column may_share_content;
