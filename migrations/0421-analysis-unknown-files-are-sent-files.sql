-- A file whose columns somebody has to explain waits as every other sent file does. What waited here was there for a day at most.
drop table analysis.unknown_file;
