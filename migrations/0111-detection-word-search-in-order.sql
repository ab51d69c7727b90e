/*
 * Cards that have one of the numbers of every word; at most `most`, in no order. `words` holds an array of numbers per word.
 * Under row-level security PostgreSQL may not ask an index with an operator that is not leakproof, as && is not; so this asks
 * as the owner, and names reader, municipality and zone itself. Only the index is asked: comparing arrays row by row costs far
 * more than reading rows the index is sure of.
 * NOTE only bitmaps: with a limit, PostgreSQL would rather read the whole table in the hope of meeting enough soon.
 */
drop function detection.cards_with_words(jsonb, uuid[], integer);
create function detection.cards_with_words(words jsonb, most integer) returns setof uuid
  language plpgsql stable security definer
  set search_path = pg_catalog set enable_seqscan = off set enable_indexscan = off as $$
declare
  word jsonb;
  condition text := '';
begin
  if platform.actor_role() is distinct from 'coordinator' or platform.actor_secrecy() is distinct from 'professionalSecrecy'
    or jsonb_array_length(words) = 0 then return; end if;
  for word in select value from jsonb_array_elements(words) loop
    condition := condition || format(' and c.word_numbers && %L::integer[]', translate(word::text, '[]', '{}'));
  end loop;
  return query execute
    'select c.id from detection.referral_card c where c.municipality_id = $1 and c.zone_id = $2' || condition || ' limit $3'
    using platform.current_municipality(), platform.actor_zone(), most;
end $$;
revoke execute on function detection.cards_with_words(jsonb, integer) from public;
grant execute on function detection.cards_with_words(jsonb, integer) to meernet_app;
