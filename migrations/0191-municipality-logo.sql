-- The picture a municipality shows beside its name. As base64 in text: columns of bytes are those that are sealed.
create table municipalities.logo (
  municipality_id uuid primary key references municipalities.municipality (id) on delete cascade,
  picture text not null check (length(picture) between 1 and 24000),
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  set_at timestamptz not null
);
call platform.protect_by_municipality('municipalities.logo');

-- Part of its address, so that a browser may keep the picture for good.
alter table municipalities.municipality add column logo_digest text;
