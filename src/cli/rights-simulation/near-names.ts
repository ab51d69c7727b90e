import { trigramLikeness } from '@meernet/duplicates'

/** The names most like one that does not exist, for a refusal: `, did you mean a, b or c?`; nothing when none is like it. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = names
    .map((other) => ({ other, likeness: trigramLikeness(name.toLowerCase(), other.toLowerCase()) }))
    .filter(({ likeness }) => likeness > 0.35)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, 3)
    .map(({ other }) => other)
  const last = near.at(-1)
  if (last === undefined) return ''
  return `, did you mean ${near.length === 1 ? last : `${near.slice(0, -1).join(', ')} or ${last}`}?`
}
