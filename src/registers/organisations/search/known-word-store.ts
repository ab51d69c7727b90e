import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import { errorKeys, errorsBetween, errorsForgiven, errorsToBeginning } from './typing-errors.ts'
import { shorterForms } from './words.ts'

/** A word of the index that may be meant by an asked word; `likeness` 0–1, 1 for the word itself. */
export type Meant = { readonly asked: string; readonly word: string; readonly likeness: number }

/**
 * Words of the index that hold each asked word as it is typed: the word itself, one that begins with it, its shorter form, a
 * compound that ends on it.
 */
export async function wordsHolding(tx: Tx, asked: readonly string[]): Promise<readonly Meant[]> {
  const shorter = asked.flatMap((word) => shorterForms(word).map((form) => ({ word, form })))
  const { rows } = await sql<{ asked: string; word: string; how: 'beginning' | 'shorter' | 'tail' }>`
    select a.word as asked, found.word, 'beginning' as how
    from unnest(${[...asked]}::text[], ${asked.map(endOfBeginning)}::text[]) as a (word, ending),
      lateral (select w.word from organisations.search_word w
        where w.word >= a.word collate "C" and w.word < a.ending collate "C" order by w.word limit ${mostWords}) found
    union all
    select s.asked, w.word, 'shorter'
    from unnest(${shorter.map(({ word }) => word)}::text[], ${shorter.map(({ form }) => form)}::text[]) as s (asked, form)
    join organisations.search_word w on w.word = s.form collate "C"
    union all
    select a.word, found.word, 'tail'
    from unnest(${asked.filter((word) => word.length >= 4)}::text[]) as a (word),
      lateral (select k.word from organisations.search_key k where k.kind = 'tail'
        and k.key >= a.word collate "C" and k.key < a.word || ${lastSign} collate "C" order by k.key limit ${mostWords}) found`.execute(
    tx.db,
  )
  const isKnown = new Set(rows.filter(({ asked: typed, word }) => typed === word).map(({ word }) => word))
  return rows.map(({ asked: typed, word, how }) => ({
    asked: typed,
    word,
    likeness: likenessOf(typed, word, how) * (isKnown.has(typed) && typed !== word ? shareBesideItself : 1),
  }))
}

/** Words of the index that each asked word may be with typing errors in it. */
export async function wordsMeant(tx: Tx, asked: readonly string[]): Promise<readonly Meant[]> {
  const keys = asked.flatMap((word) => errorKeys(word, errorsForgiven(word.length)).map((key) => ({ word, key })))
  const { rows } = await sql<{ asked: string; word: string }>`
    select distinct a.word as asked, k.word
    from unnest(${keys.map(({ word }) => word)}::text[], ${keys.map(({ key }) => key)}::text[]) as a (word, key)
    join organisations.search_key k on k.kind = 'typo' and k.key = a.key collate "C"`.execute(tx.db)
  const meant = rows.flatMap(({ asked: typed, word }) => {
    const likeness = likenessWithErrors(typed, word)
    return likeness > 0 ? [{ asked: typed, word, likeness }] : []
  })
  const best = new Map<string, number>()
  for (const { asked: typed, likeness } of meant) best.set(typed, Math.max(likeness, best.get(typed) ?? 0))
  return meant.filter(({ asked: typed, likeness }) => likeness >= (best.get(typed) ?? 0) * leastShareOfBest)
}

/** Words much further from what was typed than the best ones are not meant, and reading where they stand takes time. */
const leastShareOfBest = 0.7
const mostWords = 300
/**
 * What another word counts for when the asked one is known itself: "lede" in a name then comes after "ledegem" in an address.
 * Names weigh up to 120, addresses 40.
 */
const shareBesideItself = 1 / 3
/** Sorts after every sign a word can hold. */
const lastSign = '\u{10ffff}'
/** A beginning of one or two letters says too little: then only the word itself. */
const endOfBeginning = (word: string) => (word.length < 3 ? `${word}\u0001` : word + lastSign)

function likenessOf(asked: string, word: string, how: 'beginning' | 'shorter' | 'tail'): number {
  if (asked === word) return 1
  const share = asked.length / word.length
  if (how === 'beginning') return 0.6 + 0.3 * share
  return how === 'shorter' ? 0.8 : 0.4 + 0.2 * share
}

function likenessWithErrors(asked: string, word: string): number {
  const forgiven = errorsForgiven(asked.length)
  const errors = errorsBetween(asked, word)
  if (errors <= forgiven) return 0.8 - 0.15 * errors
  // NOTE in a short word an error and a missing end together leave too little to go on.
  const toBeginning = asked.length < 5 ? Number.POSITIVE_INFINITY : errorsToBeginning(asked, word)
  return toBeginning <= forgiven ? 0.4 - 0.1 * toBeginning + 0.1 * (asked.length / word.length) : 0
}
