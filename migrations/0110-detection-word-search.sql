-- Search in cards forgives a typing error in every word, not only in names and places (decision 0020): keyed numbers of the
-- forms of each word replace those of trigrams. Only the program has the keys, so cards that are there already are indexed by
-- a job (detection.indexCardsAgain, at start); until it has been by, a card is not found by its words.
drop function detection.cards_with_words(jsonb, integer);
drop index detection.referral_card_by_words;
alter table detection.referral_card
  drop column search_tokens,
  add column word_numbers integer[] not null default '{}',
  -- By which rules the numbers were made; lower than what the program makes now: to be indexed again.
  add column words_version smallint not null default 0;
-- A condition on it is never estimated: the search below always asks the index.
alter table detection.referral_card alter column word_numbers set statistics 0;
create index referral_card_by_words on detection.referral_card using gin (word_numbers) with (fastupdate = off);
create index referral_card_to_index on detection.referral_card (municipality_id, words_version) where erased_at is null;

/*
 * Cards that have one of the numbers of every word; at most `most`, in no order. `words` holds an array of numbers per word.
 * With `among`, only cards of these. Under row-level security PostgreSQL may not ask an index with an operator that is not
 * leakproof, as && is not; so this asks as the owner, and names reader, municipality and zone itself.
 * NOTE only bitmaps: with a limit, PostgreSQL would rather read the whole table in the hope of meeting enough soon.
 */
create function detection.cards_with_words(words jsonb, among uuid[], most integer) returns setof uuid
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
  if among is not null then condition := condition || ' and c.id = any($3)'; end if;
  return query execute
    'select c.id from detection.referral_card c where c.municipality_id = $1 and c.zone_id = $2' || condition || ' limit $4'
    using platform.current_municipality(), platform.actor_zone(), among, most;
end $$;
revoke execute on function detection.cards_with_words(jsonb, uuid[], integer) from public;
grant execute on function detection.cards_with_words(jsonb, uuid[], integer) to meernet_app;

-- What has ended is listed by state, newest first; counting looks no further than it shows.
create index signal_by_state on detection.signal (municipality_id, zone_id, state, received_at desc) where merged_into is null;

-- One job for every municipality that is there; it does nothing where there are no cards.
select platform.enqueue('detection.indexCardsAgain', json_build_object('municipalityId', id), null, 'detection.indexCardsAgain:' || id)
from municipalities.municipality;
