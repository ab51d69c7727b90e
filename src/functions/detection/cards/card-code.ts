/**
 * The code on a receipt: 12 signs out of 25, shown in fours ("C7RM 4XHP 9KWD"). Eleven carry chance (51 bits), the last one
 * checks: reading the signs as digits, Horner's rule with factor 2 modulo 25 must end at 0, so one wrong sign and two
 * neighbours changed round are seen before anything is looked up. No A, B, G, I, L, O, S, U, Z: whoever reads one of these
 * meant the sign it looks like, and gets that.
 */
const signs = '23456789CDEFHJKMNPQRTVWXY'
const chanceSigns = 11
const lookAlikes: Readonly<Record<string, string>> = { B: '8', G: '6', I: 'T', L: 'T', S: '5', U: 'V', Z: '2' }

/** The code that follows from 32 unguessable bytes, without spaces. */
export function codeFrom(bytes: Uint8Array): string {
  let rest = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)
  const digits = Array.from({ length: chanceSigns }, () => {
    const digit = Number(rest % 25n)
    rest /= 25n
    return digit
  })
  const check = (25 - ((remainder(digits) * 2) % 25)) % 25
  return [...digits, check].map((digit) => signs.charAt(digit)).join('')
}

/** What somebody typed as a code without spaces, or undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = [...typed.toUpperCase().replace(/[^A-Z0-9]/g, '')].map((sign) => lookAlikes[sign] ?? sign).join('')
  const digits = [...code].map((sign) => signs.indexOf(sign))
  const isCode = digits.length === chanceSigns + 1 && !digits.includes(-1) && remainder(digits) === 0
  return isCode ? code : undefined
}

/** As it is shown and read aloud, in fours. */
export function spacedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ')
}

function remainder(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => (sum * 2 + digit) % 25, 0)
}
