-- An analysis in the languages of its readers: all that was written in it, translated by people, piece by piece.

create table analysis.report_translation (
  municipality_id uuid not null,
  report_id uuid not null,
  language text not null check (language in ('nl', 'fr', 'en', 'ar', 'tr', 'uk')),
  -- Who wrote in it last does not read it as second.
  changed_by uuid not null,
  -- Of what was written after the report was published: who read it as second, and since when residents have it.
  second_reader uuid,
  added_on date,
  version integer not null default 1 check (version > 0),
  primary key (municipality_id, report_id, language),
  foreign key (municipality_id, report_id) references analysis.report (municipality_id, id) on delete cascade,
  check ((second_reader is null) = (added_on is null))
);

create table analysis.translated_passage (
  municipality_id uuid not null,
  report_id uuid not null,
  language text not null,
  -- Which piece: `summary`, or `finding.<identifier>.statement`.
  passage text not null check (passage ~ '^[a-z]+(\.[0-9a-f-]{36}\.[a-zA-Z]+)?$'),
  -- Written after publishing, and not read by a second yet: nobody but colleagues sees it.
  is_awaiting boolean not null,
  text text not null check (length(text) between 1 and 6000),
  -- The text that was translated; when the report says something else since, the translation is older. Null: nobody can tell any more.
  translated_from text,
  primary key (municipality_id, report_id, language, passage, is_awaiting),
  foreign key (municipality_id, report_id, language) references analysis.report_translation (municipality_id, report_id, language)
    on delete cascade
);

-- Titles and summaries that were translated already; what they were translated from is taken to be the text of today.
insert into analysis.report_translation (municipality_id, report_id, language, changed_by)
  select t.municipality_id, t.report_id, t.language, (array_agg(t.changed_by order by t.part))[1]
  from analysis.report_text t
  join analysis.report r on r.municipality_id = t.municipality_id and r.id = t.report_id
  where t.language <> r.language
  group by t.municipality_id, t.report_id, t.language;
insert into analysis.translated_passage (municipality_id, report_id, language, passage, is_awaiting, text, translated_from)
  select t.municipality_id, t.report_id, t.language, t.part, false, t.text,
    coalesce(o.text, case t.part when 'title' then r.title end)
  from analysis.report_text t
  join analysis.report r on r.municipality_id = t.municipality_id and r.id = t.report_id
  left join analysis.report_text o
    on o.municipality_id = t.municipality_id and o.report_id = t.report_id and o.part = t.part and o.language = r.language
  where t.language <> r.language;
delete from analysis.report_text t using analysis.report r
  where r.municipality_id = t.municipality_id and r.id = t.report_id and t.language <> r.language;

call platform.protect_by_municipality('analysis.report_translation');
call platform.protect_by_municipality('analysis.translated_passage');

do $$
declare part text;
begin
  foreach part in array array['report_translation', 'translated_passage'] loop
    execute format($policy$create policy with_report on analysis.%1$I as restrictive for all to public
      using (exists (select from analysis.report r where r.municipality_id = %1$I.municipality_id and r.id = %1$I.report_id))$policy$, part);
    execute format($policy$create policy writers_add on analysis.%1$I as restrictive for insert to public
      with check ((select platform.is_program())
        or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup'))$policy$, part);
    -- A second reader may be a social worker.
    execute format($policy$create policy writers_change on analysis.%1$I as restrictive for update to public
      using ((select platform.is_program())
        or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup', 'socialWorker'))$policy$, part);
    execute format($policy$create policy writers_remove on analysis.%1$I as restrictive for delete to public
      using ((select platform.is_program())
        or (select platform.actor_role()) in ('communityWorker', 'coordinator', 'partnerCoordinator', 'steeringGroup', 'socialWorker'))$policy$, part);
  end loop;
end $$;
create policy awaiting_for_colleagues on analysis.translated_passage as restrictive for select to public
  using (not is_awaiting or (select platform.is_program()) or (select platform.actor_kind()) = 'staff');
