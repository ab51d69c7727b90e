-- What is told of an estimate with something hidden in it: what readers make of it who see all the rest, in tens.
alter table analysis.hidden_figure
  add column estimate double precision check (estimate is null or how = 'inTens');

-- Worked out anew when somebody looks next; until then nothing is told of such estimates.
delete from analysis.protected_indicator;
