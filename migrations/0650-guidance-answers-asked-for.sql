-- A handover that nobody answers is asked about by mail, and again after as long: since when that last happened.
alter table guidance.handover add column answer_asked_on date;
