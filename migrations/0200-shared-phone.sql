-- One telephone may hold the notebooks of several visitors: each is a registration of its own, and says that it is not alone.

alter table identity.phone
  -- Others have a notebook on this telephone too; not who.
  add column is_shared boolean not null default false;
