-- The nearest door is found from the point itself, not from a strip of the municipality.
drop index places.address_by_x;
create index address_by_point on places.address using gist (point(x, y)) where gone_on is null and street_id is not null;
