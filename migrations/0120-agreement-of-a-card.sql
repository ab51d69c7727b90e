-- What a person agreed on a card stands in the register of agreements too, once the card became a case.

alter table agreements.sharing_agreement add column from_card_id uuid;
-- NOTE no foreign key: the register stands below what cards are; a card is agreed to once.
create unique index agreement_of_card on agreements.sharing_agreement (municipality_id, from_card_id) where from_card_id is not null;

-- A card that was joined to the wrong case: the agreement was never of this person.
alter table agreements.sharing_agreement drop constraint sharing_agreement_withdrawn_channel_check;
alter table agreements.sharing_agreement add constraint sharing_agreement_withdrawn_channel_check
  check (withdrawn_channel in ('online', 'phone', 'letter', 'faceToFace', 'mistake'));
