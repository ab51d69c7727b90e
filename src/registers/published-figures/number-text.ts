/** What a cell of a column of numbers holds: a number, something that is none, or one that can be read in two ways. */
export type NumberRead =
  | { readonly kind: 'number'; readonly value: number; readonly decimals: number }
  | { readonly kind: 'not-a-number' }
  /** `1,234` is one thousand or one and a quarter. */
  | { readonly kind: 'ambiguous' }

/**
 * Reads a number as published. Without `decimal`, a point is a decimal point, and a comma is a decimal comma unless exactly
 * three digits follow. Never guesses: thousands are only read where a decimal comma shows which sign is which.
 */
export function readNumber(text: string, decimal: '.' | ',' | undefined): NumberRead {
  if (decimal !== ',' && /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$/.test(text)) return numberOf(text)
  if (decimal === '.') return { kind: 'not-a-number' }
  if (/^[+-]?[0-9]{1,3}([. \u00a0\u202f][0-9]{3})+(,[0-9]+)?$/.test(text) && (decimal === ',' || text.includes(',')))
    return numberOf(text.replaceAll(/[. \u00a0\u202f]/g, '').replace(',', '.'))
  if (/^[+-]?[0-9]+(,[0-9]+)?$/.test(text)) {
    const isAmbiguous = decimal === undefined && /^[+-]?[1-9][0-9]{0,2},[0-9]{3}$/.test(text)
    return isAmbiguous ? { kind: 'ambiguous' } : numberOf(text.replace(',', '.'))
  }
  return { kind: 'not-a-number' }
}

function numberOf(text: string): NumberRead {
  const value = Number(text)
  if (!Number.isFinite(value)) return { kind: 'not-a-number' }
  const fraction = /\.([0-9]+)$/.exec(text)
  return { kind: 'number', value: value === 0 ? 0 : value, decimals: fraction?.[1]?.length ?? 0 }
}
