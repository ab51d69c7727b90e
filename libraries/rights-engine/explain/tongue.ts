import type { Words } from '../model.ts'

/** The languages a rule can be put into words in by itself. */
export type Tongue = 'nl' | 'fr' | 'en'

/** The words that hold a sentence together, and how numbers are written. */
export type Grammar = {
  readonly locale: string
  readonly and: string
  readonly or: string
  readonly not: string
  readonly yes: string
  readonly no: string
  readonly compare: Readonly<Record<'<' | '<=' | '>' | '>=' | '=' | '!=', string>>
  readonly compareDays: Readonly<Record<'<' | '<=' | '>' | '>=' | '=' | '!=', string>>
  readonly if: (when: string, yes: string, no: string) => string
  readonly known: (noun: string) => string
  readonly somebody: (what: string) => string
  readonly everybody: (what: string) => string
  readonly howMany: (what: string) => string
  readonly together: (what: string, who: string | null) => string
  readonly smallest: (parts: string) => string
  readonly largest: (parts: string) => string
  readonly from: (low: string, high: string) => string
  readonly decidedElsewhere: string
  readonly self: string
  readonly partner: string
  readonly today: string
  readonly yearsFrom: (from: string, to: string) => string
  readonly daysFrom: (from: string, to: string) => string
  readonly later: (day: string, count: string, unit: 'days' | 'months' | 'years') => string
  readonly year: (of: string) => string
  readonly newYear: (of: string) => string
  readonly rounded: (of: string) => string
}

const units = {
  nl: { days: 'dagen', months: 'maanden', years: 'jaar' },
  fr: { days: 'jours', months: 'mois', years: 'ans' },
  en: { days: 'days', months: 'months', years: 'years' },
}

/** How a sentence about a rule is built in each language. */
export const grammars: Readonly<Record<Tongue, Grammar>> = {
  nl: {
    locale: 'nl-BE',
    and: 'en',
    or: 'of',
    not: 'niet',
    yes: 'ja',
    no: 'nee',
    compare: {
      '<': 'minder dan',
      '<=': 'hoogstens',
      '>': 'meer dan',
      '>=': 'minstens',
      '=': 'precies',
      '!=': 'niet gelijk aan',
    },
    compareDays: { '<': 'vóór', '<=': 'ten laatste op', '>': 'na', '>=': 'op of na', '=': 'op', '!=': 'niet op' },
    if: (when, yes, no) => `als ${when}: ${yes}; anders: ${no}`,
    known: (noun) => `${noun}: bekend`,
    somebody: (what) => `iemand in het huishouden: ${what}`,
    everybody: (what) => `iedereen in het huishouden: ${what}`,
    howMany: (what) => `aantal personen (${what})`,
    together: (what, who) => (who ? `${what}, samen voor: ${who}` : `${what}, van iedereen samen`),
    smallest: (parts) => `het kleinste van: ${parts}`,
    largest: (parts) => `het grootste van: ${parts}`,
    from: (low, high) => `${low} tot ${high}`,
    decidedElsewhere: 'de berekening van de dienst zelf',
    self: 'de persoon zelf',
    partner: 'de partner',
    today: 'vandaag',
    yearsFrom: (from, to) => `aantal jaren van ${from} tot ${to}`,
    daysFrom: (from, to) => `aantal dagen van ${from} tot ${to}`,
    later: (day, count, unit) => `${day} plus ${count} ${units.nl[unit]}`,
    year: (of) => `het jaar van: ${of}`,
    newYear: (of) => `1 januari van het jaar van: ${of}`,
    rounded: (of) => `${of}, afgerond`,
  },
  fr: {
    locale: 'fr-BE',
    and: 'et',
    or: 'ou',
    not: 'pas',
    yes: 'oui',
    no: 'non',
    compare: {
      '<': 'moins de',
      '<=': 'au maximum',
      '>': 'plus de',
      '>=': 'au moins',
      '=': 'exactement',
      '!=': 'pas égal à',
    },
    compareDays: {
      '<': 'avant le',
      '<=': 'au plus tard le',
      '>': 'après le',
      '>=': 'à partir du',
      '=': 'le',
      '!=': 'pas le',
    },
    if: (when, yes, no) => `si ${when} : ${yes} ; sinon : ${no}`,
    known: (noun) => `${noun} : connu`,
    somebody: (what) => `quelqu’un du ménage : ${what}`,
    everybody: (what) => `toutes les personnes du ménage : ${what}`,
    howMany: (what) => `nombre de personnes (${what})`,
    together: (what, who) => (who ? `${what}, au total pour : ${who}` : `${what}, de tout le ménage`),
    smallest: (parts) => `le plus petit de : ${parts}`,
    largest: (parts) => `le plus grand de : ${parts}`,
    from: (low, high) => `de ${low} à ${high}`,
    decidedElsewhere: 'le calcul du service lui-même',
    self: 'la personne elle-même',
    partner: 'le ou la partenaire',
    today: 'aujourd’hui',
    yearsFrom: (from, to) => `nombre d’années de ${from} à ${to}`,
    daysFrom: (from, to) => `nombre de jours de ${from} à ${to}`,
    later: (day, count, unit) => `${day} plus ${count} ${units.fr[unit]}`,
    year: (of) => `l’année de : ${of}`,
    newYear: (of) => `le 1er janvier de l’année de : ${of}`,
    rounded: (of) => `${of}, arrondi`,
  },
  en: {
    locale: 'en-GB',
    and: 'and',
    or: 'or',
    not: 'not',
    yes: 'yes',
    no: 'no',
    compare: {
      '<': 'less than',
      '<=': 'at most',
      '>': 'more than',
      '>=': 'at least',
      '=': 'exactly',
      '!=': 'not equal to',
    },
    compareDays: { '<': 'before', '<=': 'no later than', '>': 'after', '>=': 'on or after', '=': 'on', '!=': 'not on' },
    if: (when, yes, no) => `if ${when}: ${yes}; otherwise: ${no}`,
    known: (noun) => `${noun}: known`,
    somebody: (what) => `somebody in the household: ${what}`,
    everybody: (what) => `everybody in the household: ${what}`,
    howMany: (what) => `number of persons (${what})`,
    together: (what, who) => (who ? `${what}, together for: ${who}` : `${what}, of everybody together`),
    smallest: (parts) => `the smallest of: ${parts}`,
    largest: (parts) => `the largest of: ${parts}`,
    from: (low, high) => `${low} to ${high}`,
    decidedElsewhere: 'the calculation of the service itself',
    self: 'the person',
    partner: 'the partner',
    today: 'today',
    yearsFrom: (from, to) => `number of years from ${from} to ${to}`,
    daysFrom: (from, to) => `number of days from ${from} to ${to}`,
    later: (day, count, unit) => `${day} plus ${count} ${units.en[unit]}`,
    year: (of) => `the year of: ${of}`,
    newYear: (of) => `1 January of the year of: ${of}`,
    rounded: (of) => `${of}, rounded`,
  },
}

/** The words in one language; English where a text has no such language. */
export function inTongue(words: Words | undefined, tongue: Tongue): string {
  return words?.[tongue] ?? ''
}
