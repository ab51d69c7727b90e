/**
 * The code on a letter by which an address says: rather no visit. Eight random signs and one that checks them, written in
 * threes: `K7M P2Q XF4`. 31 signs without look-alikes (no 0, 1, I, L, O), and 31 is prime, so that the check sees every single
 * wrong sign and every two signs that changed places. About 39 bits: with the limit on tries nobody guesses one.
 */
const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const randomSigns = 8

/** A code from `random`, which gives whole numbers from 0 up to, not including, its argument. */
export function newLetterCode(random: (below: number) => number): string {
  const start = Array.from({ length: randomSigns }, () => signs[random(signs.length)] ?? '').join('')
  return start + checkSign(start)
}

/** What was typed, as a code: capitals, without spaces and dashes. Undefined when a sign is wrong or missing. */
export function readLetterCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s.-]/g, '')
  if (code.length !== randomSigns + 1 || [...code].some((sign) => !signs.includes(sign))) return undefined
  return checkSign(code.slice(0, randomSigns)) === code.at(-1) ? code : undefined
}

/** As it stands on paper: `K7M P2Q XF4`. */
export const spacedLetterCode = (code: string): string => code.match(/.{1,3}/g)?.join(' ') ?? code

/** The sum of the signs' values, each times its place, modulo 31. */
function checkSign(start: string): string {
  const sum = [...start].reduce((total, sign, place) => total + signs.indexOf(sign) * (place + 1), 0)
  return signs[sum % signs.length] ?? ''
}
