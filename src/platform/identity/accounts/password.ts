import { oftenChosen } from './often-chosen.ts'

/** In characters. The upper end only keeps the work of hashing small. */
export const passwordLength = { min: 12, max: 128 } as const

/** Fields of forms that hold a password: checked and kept as typed, spaces at the ends included. */
export const passwordFields = ['password', 'present'] as const

/** Why a password is refused. */
export type PasswordProblem = 'tooShort' | 'tooLong' | 'tooCommon' | 'aboutYou'

/**
 * What is wrong with a password for somebody with this name and address; nothing when it may be used. Length and a list of
 * what others often choose, no rules about signs. Source: NIST SP 800-63B, section 5.1.1.2.
 */
export function passwordProblem(
  password: string,
  { name, email }: { readonly name: string; readonly email: string },
): PasswordProblem | undefined {
  const length = [...password].length
  if (length < passwordLength.min) return 'tooShort'
  if (length > passwordLength.max) return 'tooLong'
  const folded = foldedOf(password)
  const stem = stemOf(folded)
  if (isCommon(stem) || new Set(folded).size < 5 || isRow(folded)) return 'tooCommon'
  const own = [...name.split(/\s+/), ...email.split(/[@.]/), 'meernet'].map(foldedOf).filter((word) => word.length > 3)
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), stem)
  return rest.length < stem.length && rest.length < 8 ? 'aboutYou' : undefined
}

/** Lower case, without accents and spaces. */
const foldedOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .toLowerCase()

/** The word in it: without digits and signs at the ends, and with the usual signs for letters turned back (`p@ssw0rd!99`). */
function stemOf(folded: string): string {
  const inside = folded.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const letters: Readonly<Record<string, string>> = {
    '@': 'a',
    '4': 'a',
    '3': 'e',
    '1': 'i',
    '0': 'o',
    $: 's',
    '5': 's',
  }
  return inside.replace(/[@431$05]/g, (sign) => letters[sign] ?? sign)
}

/** A common password, or one written a few times after each other. */
function isCommon(stem: string): boolean {
  return oftenChosen.some((common) => stem.replaceAll(common, '') === '' && stem !== '')
}

/** A walk over the alphabet, the digits or a keyboard. */
function isRow(folded: string): boolean {
  return rows.some((row) => row.includes(folded) || [...row].reverse().join('').includes(folded))
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
]
