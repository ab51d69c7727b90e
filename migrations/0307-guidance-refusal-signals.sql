-- When it was told to policy advice that a right is refused or stays without answer again and again: once for each such pattern.
-- Which cases it was counted in is not kept.

create table guidance.refusal_signal (
  municipality_id uuid not null,
  right_id text not null check (length(right_id) between 1 and 60),
  noted_on date not null,
  primary key (municipality_id, right_id, noted_on)
);
call platform.protect_by_municipality('guidance.refusal_signal');
create policy program on guidance.refusal_signal as restrictive for all to public
  using ((select platform.is_program())) with check ((select platform.is_program()));
