/** What a cell of a column of numbers holds: a number, something that is none, or one that can be read in two ways. */
export type NumberRead =
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'not-a-number' }
  /** `1,234` is one thousand or one and a quarter. */
  | { readonly kind: 'ambiguous' }

/**
 * Reads a number as published. What divides thousands shows by what stands beside it: it is a space, it comes twice
 * (`1.234.567`), or the other sign follows (`1.234,5`). Never guesses: without `decimal` one comma before exactly three digits
 * can be read in two ways, and so can one point unless `isPointSure`.
 */
export function readNumber(text: string, decimal: '.' | ',' | undefined, isPointSure = true): NumberRead {
  if (decimal === undefined && (isPointSure ? oneComma : onePointOrComma).test(text)) return { kind: 'ambiguous' }
  for (const sign of decimal ? [decimal] : signs) {
    if (plain[sign].test(text)) return numberOf(text.replace(',', '.'))
    if (inThousands[sign].test(text)) return numberOf(withoutThousands(text, sign))
  }
  return { kind: 'not-a-number' }
}

/** Whether a text is a number for whoever knows its decimal sign. */
export const isNumber = (text: string): boolean => signs.some((sign) => readNumber(text, sign).kind === 'number')

/** Whether a text is a number with the sign of a percentage behind it: `25,1 %`. */
export const isPercentage = (text: string): boolean => text.endsWith('%') && isNumber(text.replace(/ ?%$/, ''))

/** A number of a workbook, which it shows as a percentage, as one sees it; moved by its signs, so that 0.07 is 7. */
export const hundredfold = (number: string): string =>
  String(number.includes('e') ? Number(number) * 100 : Number(`${number}e2`))

const signs = ['.', ','] as const

const plain = { '.': /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$/, ',': /^[+-]?[0-9]+(,[0-9]+)?$/ }

const oneComma = /^[+-]?[1-9][0-9]{0,2},[0-9]{3}$/
const onePointOrComma = /^[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}$/

/** By the decimal sign. No number begins its thousands with a zero. */
const inThousands = {
  '.': /^[+-]?[1-9][0-9]{0,2}((,[0-9]{3})+|([ \u00a0\u202f][0-9]{3})+)(\.[0-9]+)?$/,
  ',': /^[+-]?[1-9][0-9]{0,2}((\.[0-9]{3})+|([ \u00a0\u202f][0-9]{3})+)(,[0-9]+)?$/,
}

const withoutThousands = (text: string, decimal: '.' | ',') =>
  text.replaceAll(decimal === ',' ? /[. \u00a0\u202f]/g : /[, \u00a0\u202f]/g, '').replace(',', '.')

function numberOf(text: string): NumberRead {
  const value = Number(text)
  // Beyond it a number is no longer the one that was written.
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return { kind: 'not-a-number' }
  const fraction = /\.([0-9]+)$/.exec(text)
  return { kind: 'number', value: value === 0 ? 0 : value, decimals: fraction?.[1]?.length ?? 0 }
}
