/**
 * Syllables of a Dutch word, counted by its vowel groups: a diphthong is one, a diaeresis begins a new one, a `u` after `q` and a
 * `y` or `i` that stands for a consonant is none. A word without vowels (`dr`, `24`) counts one. Borrowed words may be one off.
 */
export function syllablesIn(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äëïöü]/g, (letter) => `-${plain(letter)}`)
  const groups = letters.match(vowelGroup) ?? []
  return Math.max(1, groups.length)
}

/** The longest vowel groups that Dutch says in one breath come first: `eeuw`, `aai`, `ooi`, `ieu`. */
const vowelGroup =
  /(?<=q)u[aeiou]|[aeou]{1,2}i(?![ej])|ieu|eeu|ij|eu|oe|ou|ui|ei|au|ie|aa|ee|oo|uu|[aeiouàáâèéêìíîòóôùúû]|(?<=[^aeiou])y/g

function plain(letter: string): string {
  return letter.normalize('NFD').charAt(0)
}
