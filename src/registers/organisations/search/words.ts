import { wordsOf } from '../../../platform/encryption/blind-index.ts'

/** What a service is found by, field by field; each may hold several words. */
export type SearchDocument = {
  readonly serviceId: string
  readonly name: string
  readonly alternateName: string | null
  /** Name of the organisation. */
  readonly organisation: string
  readonly tags: readonly string[]
  /** Street, postal code, city, neighbourhoods. */
  readonly places: readonly string[]
  /** Labels of the groups it works for, and other words for them. */
  readonly groups: readonly string[]
  /** Descriptions, in all languages. */
  readonly texts: readonly string[]
}

/**
 * The words of a document with what a hit on them is worth: the name most, and more when there are fewer other words in it
 * ("Thuiszorg" before "Thuiszorg voor kinderen" for who asks "thuiszorg"); then tags, organisation, place, groups, description.
 */
export function weightedWords(document: SearchDocument): ReadonlyMap<string, number> {
  const weights = new Map<string, number>()
  const add = (weight: number, ...texts: readonly string[]) => {
    for (const word of texts.flatMap(tellingWords)) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  }
  for (const name of [document.name, document.alternateName ?? '']) {
    add(80 + Math.round(40 / Math.max(1, tellingWords(name).length)), name)
  }
  add(60, ...document.tags)
  add(50, document.organisation)
  add(40, ...document.places)
  add(25, ...document.groups)
  add(10, ...document.texts)
  return weights
}

/** The different words of what somebody typed, at most eight; the little words only when there are no others. */
export function askedWords(typed: string): readonly string[] {
  const telling = tellingWords(typed)
  return [...new Set(telling.length > 0 ? telling : wordsOf(typed))].slice(0, 8)
}

/** The ends of a compound that are words by themselves as a rule: at least four letters, after at least three. */
export function tailsOf(word: string): readonly string[] {
  return Array.from({ length: Math.max(0, word.length - 6) }, (_, place) => word.slice(place + 3))
}

/** `word` without one to three letters of its ending, at least four left: "boodschappen" → "boodschap". */
export function shorterForms(word: string): readonly string[] {
  return [1, 2, 3].filter((letters) => word.length - letters >= 4).map((letters) => word.slice(0, -letters))
}

const tellingWords = (text: string) => wordsOf(text).filter((word) => word.length <= 40 && !littleWords.has(word))

/** Words that stand in nearly every description and tell nothing, in Dutch, French and English. */
const littleWords: ReadonlySet<string> = new Set(
  `aan als bij dat de der des deze die dit doen door een en er heeft hebt het hij hoe hun iemand ik in is je kan kunt maar me met mij
  mijn moet naar niet nog of om onder ons onze ook op over per te tegen tot u uit uw van veel via voor waar wat we wel wie wij wil
  wilt word wordt ze zich zij zijn zo zonder au aux avec ce ces cette dans des du elle est et il ils la le les leur mon ma ne nous
  ou par pas pour qui sa se ses son sont sur un une vos votre vous a an and are as at be but by can do for from have he her his i
  if it its my no not on or our she so that the their them they this to was we with you your`.split(/\s+/),
)
