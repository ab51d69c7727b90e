import { demoNames } from '../../src/functions/detection/signals/demo/demo-wishes.ts'

const familyNames = 3000
const syllables =
  'van der de aer beek bos dam donck eyck goe hof kens laer mans meer mou pee poel rey roo sels sta ters ve wou'.split(
    ' ',
  )

/**
 * Names as they come in a town, the same ones in each run: the most frequent family name is that of one person in two hundred, as in
 * Flanders, and most are rare.
 */
export function namesOfTown(): () => { readonly givenName: string; readonly familyName: string } {
  let state = 51
  const chance = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return () => {
    const [givenName] = demoNames[Math.floor(chance() * demoNames.length)] ?? ['']
    return { givenName, familyName: familyName(Math.floor(familyNames * chance() ** 1.5)) }
  }
}

function familyName(nth: number): string {
  const count = syllables.length
  const parts = [nth % count, Math.floor(nth / count) % count, Math.floor(nth / count ** 2) % count]
  const name = parts.map((part) => syllables[part]).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
