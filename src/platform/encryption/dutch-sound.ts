/**
 * How a Dutch word sounds, roughly: what people write differently though they mean the same becomes the same. "Steijaert" and
 * "Steyaert" both give `stYart`, "electriciteit" and "elektrisiteit" both `elektrisitYt`. For finding words again only; it
 * says nothing about meaning, and different words may sound alike ("lijden", "leiden").
 */

/** The sound of `word` (lower case, no accents); capitals stand for ij, ui and ou. */
export function soundOf(word: string): string {
  return rules.reduce((sound, [written, heard]) => sound.replace(written, heard), word)
}

/** In this order: what two letters make together comes before what one letter is. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/u(?:ij|y|i)/g, 'U'],
  [/e?ij|e[iy]|y/g, 'Y'],
  [/[ao]uw?/g, 'O'],
  [/sch$/, 's'],
  [/[cg]h/g, 'g'],
  [/ck/g, 'k'],
  [/c(?=[eiY])/g, 's'],
  [/c/g, 'k'],
  [/qu/g, 'kw'],
  [/q/g, 'k'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dt?$/, 't'],
  // At the beginning of a word one hears no difference; inside it people write the one for the other.
  [/z/g, 's'],
  [/v/g, 'f'],
  [/ae/g, 'a'],
  [/ie/g, 'i'],
  [/(.)\1+/g, '$1'],
]
