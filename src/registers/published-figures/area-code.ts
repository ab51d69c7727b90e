import { found, type Spot } from '../../platform/published-files/refusal.ts'
import type { AreaLevel } from './mapping/mapping.ts'
import { refuse } from './refusal.ts'

/** The codes of a level, as text: what they look like, and how a person calls them. */
const forms: Readonly<Partial<Record<AreaLevel, { readonly pattern: RegExp; readonly words: string }>>> = {
  sector: { pattern: /^[0-9]{5}([0-9A-Z-]{4}|zzzz)$/, words: 'a sector code of nine characters, such as 72025A00-' },
  municipality: { pattern: /^[1-9][0-9]{4}$/, words: 'a NIS code of five digits' },
  nuts3: { pattern: /^[A-Z]{2}[0-9A-Z]{3}$/, words: 'a NUTS code such as BE224' },
}

/** Refuses a code that cannot be one of its level: it is never mended, for a changed code is another area. */
export function checkAreaCode(code: string, level: AreaLevel, spot: Spot): void {
  refuseSpreadsheetCode(code, spot)
  const form = forms[level]
  const isRight = form ? form.pattern.test(code) : code !== '' && code.length <= 60
  if (isRight) return
  const expected = `expected ${form?.words ?? 'a code of at most 60 characters'}, found ${found(code)}.`
  refuse('code', spot, code === '' ? `${expected} ${inEveryRow}` : expected)
}

/** Years below one another often share a merged cell with their area. */
const inEveryRow = 'The code stands in every row: below a merged cell, write it again.'

/** NOTE `11002E122` is a sector, and only a spreadsheet writes `1.1002E+126`. */
function refuseSpreadsheetCode(code: string, spot: Spot): void {
  const made = /^[0-9]+([.,][0-9]+)?E\+[0-9]+$|^[0-9]+[.,][0-9]+E[0-9]+$|^[0-9]+[.,]0+$/i.test(code)
    ? 'number'
    : /^[0-9]{4}-[0-9]{2}-[0-9]{2}$|^[0-9]{1,2}[/-][0-9]{1,2}[/-]([0-9]{2}){1,2}$/.test(code)
      ? 'date'
      : undefined
  if (!made) return
  const sentence = `a spreadsheet turned the code into the ${made} ${found(code)}. Fetch the file again and import it as it comes.`
  refuse('spreadsheet-code', spot, sentence)
}

/** Levels whose codes are REFNIS; a row of another of them is what its code says. */
const largerLevels: readonly AreaLevel[] = ['country', 'region', 'province', 'arrondissement', 'municipality']

/**
 * The level of a row in a table of neighbourhoods, districts or municipalities: the sum of a municipality or a province among them is
 * known by its code, and is no neighbourhood.
 */
export function levelAmong(level: AreaLevel, code: string): AreaLevel {
  if (level !== 'neighbourhood' && level !== 'municipality' && level !== 'district') return level
  const byCode = levelOfCode(code)
  return byCode && largerLevels.includes(byCode) ? byCode : level
}

/** Whether a name or a code says that the row is the sum of all others. Words of publishers in four languages. */
export const isTotal = (text: string): boolean =>
  /^(alg(emeen)? |eind|grand |sub)?(totaal|total|totale|totaux|gesamt|insgesamt|summe|tot)\.?$/i.test(text)

/** The sum of the districts of the Brussels monitor, which stands among them with no code or with one of its own. */
export const isBrusselsRegion = (name: string): boolean =>
  /^(brussels(e)? (hoofdstedelijk )?gewest|(la )?région (de )?bruxelles([- ]capitale)?|brussels([- ]capital)? region)$/i.test(
    name,
  )

/** As `Totaal Pelt`: of a row without a code, for there may be a neighbourhood that is called so. */
export const isTotalOfSomething = (text: string): boolean => isTotal(/^\S+/.exec(text)?.[0] ?? '')

/**
 * The level of a code by its form: REFNIS (01000 the country, 02000 a region, 10000 a province, 71000 an arrondissement, 71022
 * a municipality), a sector, or NUTS 3. Nothing when it is none of them.
 */
export function levelOfCode(code: string): AreaLevel | undefined {
  if (code === '01000') return 'country'
  if (/^0[234]000$/.test(code)) return 'region'
  if (/^[1-9]0000$|^2000[12]$/.test(code)) return 'province'
  if (/^[1-9][0-9]000$/.test(code)) return 'arrondissement'
  if (/^[1-9][0-9]{4}$/.test(code)) return 'municipality'
  if (/^[A-Z]{2}[0-9A-Z]{3}$/.test(code)) return 'nuts3'
  return forms.sector?.pattern.test(code) ? 'sector' : undefined
}

/**
 * Whether the row is about people or things of whom the area is not known: `NNNNNZZZZ` for sectors, `…WONB` for
 * neighbourhoods, 99991 to 99993 for municipalities.
 */
export const isNotLocalisable = (code: string): boolean => /^[0-9]{5}(ZZZZ|zzzz)$|WONB$|^9999[0-9]$/.test(code)

export type Region = 'flanders' | 'brussels' | 'wallonia'

/** The region of a NIS code of a municipality. Source: Statbel, REFNIS (first digit: province; 21 Brussels, 25 Walloon Brabant). */
export function regionOf(nisCode: string): Region {
  if (nisCode.startsWith('21')) return 'brussels'
  return /^([1347]|23|24)/.test(nisCode) ? 'flanders' : 'wallonia'
}

/** REFNIS codes of the regions and the country. */
export const regionCodes: Readonly<Record<Region, string>> = { flanders: '02000', wallonia: '03000', brussels: '04000' }
/** The REFNIS code of Belgium. */
export const countryCode = '01000'
