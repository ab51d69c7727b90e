-- What was heard need not have a day: signals and tallies are of a while, and the form leaves the day open.
alter table analysis.finding_evidence drop constraint finding_evidence_check3;
alter table analysis.finding_evidence add constraint finding_evidence_figure_has_no_day check (kind <> 'figure' or on_day is null);
