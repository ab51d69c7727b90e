/** A number that must not stand in free text (rule P12). */
export type NumberPattern = 'national-number' | 'account-number'

/** Where a number stands in a text: from `start` up to, not including, `end`. */
export type NumberFound = { readonly kind: NumberPattern; readonly start: number; readonly end: number }

/** The kind of the first number in `text` that must not stand there; undefined when there is none. */
export function findNumberPattern(text: string): NumberPattern | undefined {
  return findNumberPatterns(text)[0]?.kind
}

/**
 * Finds what looks like a Belgian national number (11 digits: birth date, serial, check) or an IBAN in a text, in reading
 * order. Telephone numbers and plain amounts pass: bare digits count only when the check digits fit, digits written with the
 * usual dots and dash always do; so does a Belgian account number with a typing error. Sources: Royal Decree of 3 April 1984
 * on the identification number; ISO 13616 (IBAN).
 */
export function findNumberPatterns(text: string): readonly NumberFound[] {
  // Each of them has two digits side by side; most sentences have none, and this is asked of every one.
  if (!/\d\d/.test(text)) return []
  const found = [
    ...matches(text, nationalNumbers, 'national-number', looksNational),
    ...matches(text, belgianAccounts, 'account-number', () => true),
    ...matches(text, foreignAccounts, 'account-number', (account) => !/^BE/i.test(account) && ibanCheckFits(account)),
  ]
  return found.sort((one, other) => one.start - other.start)
}

const nationalNumbers = /(?<![\d+])\d{2}[. -]?\d{2}[. -]?\d{2}[. -]?\d{3}[. -]?\d{2}(?!\d)/g
const writtenNational = /^\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}$/
const belgianAccounts = /(?<![A-Z0-9])BE\d{2}(?: ?\d{4}){3}(?!\d)/gi
const foreignAccounts = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g

function looksNational(found: string): boolean {
  return writtenNational.test(found) || nationalCheckFits(found.replace(/\D/g, ''))
}

/** The last two digits are 97 minus the first nine modulo 97; with a 2 before them for births from 2000. */
function nationalCheckFits(digits: string): boolean {
  const check = Number(digits.slice(9))
  return ['', '2'].some((century) => 97 - (Number(century + digits.slice(0, 9)) % 97) === check)
}

/** Moves country and check digits to the end, reads letters as 10 to 35; the whole modulo 97 is 1. */
function ibanCheckFits(found: string): boolean {
  const iban = found.replace(/ /g, '')
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((sign) => Number.parseInt(sign, 36)).join('')
  return BigInt(digits) % 97n === 1n
}

function matches(
  text: string,
  pattern: RegExp,
  kind: NumberPattern,
  counts: (found: string) => boolean,
): readonly NumberFound[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => counts(found))
    .map(({ 0: found, index }) => ({ kind, start: index, end: index + found.length }))
}
