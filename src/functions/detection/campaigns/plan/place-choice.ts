import type { ChosenPlaces } from '../campaign-store.ts'

/** What a campaign visits after a form: of what the form showed only what it gives, of all else what was chosen before. */
export function choiceAfter(before: ChosenPlaces, shown: ChosenPlaces, given: ChosenPlaces): ChosenPlaces {
  return {
    streetIds: oneAfter(before.streetIds, shown.streetIds, given.streetIds),
    streetlessIn: oneAfter(before.streetlessIn, shown.streetlessIn, given.streetlessIn),
  }
}

function oneAfter(before: readonly string[], shown: readonly string[], given: readonly string[]): readonly string[] {
  const [showing, giving] = [new Set(shown), new Set(given)]
  return [...before.filter((id) => !showing.has(id)), ...shown.filter((id) => giving.has(id))]
}
