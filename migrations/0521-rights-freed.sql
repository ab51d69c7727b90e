-- Letting frozen data go is told before it is done (GDPR art. 18.3), and the request says who did it, when and why.
alter table rights.request add column freed_on date;
alter table rights.request add column freed_by uuid;
alter table rights.request add column freed_because text
  check (freed_because in ('settled', 'objectionDecided', 'claimOver', 'askedBack'));
alter table rights.request add check ((freed_on is null) = (freed_by is null) and (freed_on is null) = (freed_because is null));
alter table rights.request add check (freed_on is null or kind = 'restrict');
