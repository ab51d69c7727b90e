-- Of a stop or a bench on OpenStreetMap nobody wrote a name: such a place is called by what it is.
do $$
declare
  named text;
begin
  select conname into strict named from pg_constraint
  where conrelid = 'analysis.asset'::regclass and pg_get_constraintdef(oid) like '%(name IS NULL)%';
  execute format('alter table analysis.asset drop constraint %I', named);
end $$;
alter table analysis.asset add constraint asset_named check (
  case when kind in ('organisation', 'service') then name is null else name is not null or origin = 'openStreetMap' end);
