-- What a resident reads may be in any language the program speaks; which those are is known there, and grows.
alter table organisations.service_text drop constraint service_text_language_check;
alter table organisations.service_text add constraint service_text_language_check check (language ~ '^[a-z]{2,3}$');
