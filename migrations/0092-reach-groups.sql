-- Groups are dated content (registers/frameworks): the form decides which may be counted on a day, not a closed list here.
alter table detection.reach_tally drop constraint reach_tally_group_key_check;
