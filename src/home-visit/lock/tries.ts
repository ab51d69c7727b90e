/** Wrong tries before everything on the phone is erased. */
export const triesAllowed = 5

/** Tries, right or wrong, on a phone so full that wrong ones cannot be written down; then it needs room first. */
export const triesOnFullPhone = 20

/** What follows from a wrong try. */
export type AfterWrongTry = { readonly kind: 'again'; readonly triesLeft: number } | { readonly kind: 'erase' }

/** After a wrong try with `triesLeft` to go before it. */
export function afterWrongTry(triesLeft: number): AfterWrongTry {
  return triesLeft <= 1 ? { kind: 'erase' } : { kind: 'again', triesLeft: triesLeft - 1 }
}

/** Shortest unlock phrase, in characters: three short words. */
const shortestPhrase = 12

/** Why a phrase will not do; undefined when it will. */
export function phraseProblem(phrase: string, repeated: string): 'tooShort' | 'tooPlain' | 'different' | undefined {
  const signs = [...phrase.trim()]
  if (signs.length < shortestPhrase) return 'tooShort'
  if (new Set(signs.map((sign) => sign.toLowerCase())).size < 6) return 'tooPlain'
  return phrase === repeated ? undefined : 'different'
}
