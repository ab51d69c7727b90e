/** Small numbers as bits of a piece of a larger array: cheap to join, and nothing is made while a household is worked out. */

/** How many words hold the numbers below `count`. */
export const wordsFor = (count: number): number => (count + 31) >>> 5

/** Adds `number` to the set that begins at word `at`. */
export function addNumber(bits: Int32Array, at: number, number: number): void {
  const word = at + (number >>> 5)
  bits[word] = (bits[word] as number) | (1 << (number & 31))
}

/** Adds the `words` words of `other` from `from` on to those of `bits` from `at` on. */
export function addAll(bits: Int32Array, at: number, other: Int32Array, from: number, words: number): void {
  for (let word = 0; word < words; word += 1)
    bits[at + word] = (bits[at + word] as number) | (other[from + word] as number)
}

/** The numbers in it, in order. */
export function numbersIn(bits: Int32Array, at: number, words: number): readonly number[] {
  const numbers: number[] = []
  for (let word = 0; word < words; word += 1) {
    for (let left = bits[at + word] as number; left !== 0; left &= left - 1)
      numbers.push(32 * word + (31 - Math.clz32(left & -left)))
  }
  return numbers
}
