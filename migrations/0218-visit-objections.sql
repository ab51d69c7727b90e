-- Who objected to being visited is not visited by a later campaign either (P16): the address, and nothing about who or why.
create table detection.visit_objection (
  municipality_id uuid not null,
  zone_id uuid not null,
  address_id uuid not null,
  noted_on date not null,
  primary key (municipality_id, zone_id, address_id),
  foreign key (municipality_id, zone_id) references municipalities.data_zone (municipality_id, id),
  foreign key (municipality_id, address_id) references places.address (municipality_id, id)
);
call platform.protect_by_zone('detection.visit_objection');
