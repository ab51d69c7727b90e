import type { IsoDate } from '@meernet/calendar'
import type { GivenParameters } from '@meernet/rights-engine'

/** Amounts that a municipality decides; the rules know each as `municipality.…`. */
export const localAmounts = [
  'mantelzorgpremie',
  'huisvuil_vrijstelling',
  'uitpas_rule',
  'school_cost_fund',
  'incontinence_bags',
  'reference_budget',
] as const
export type LocalAmount = (typeof localAmounts)[number]

/** Places where people ask, with the kinds of service of the rights check that they stand for. */
export const localContacts = {
  sociaal_huis: ['gemeente', 'ocmw'],
  woonloket: ['woonloket', 'wonen'],
  energy_contact: ['energie'],
} as const satisfies Record<string, readonly string[]>
export type LocalContact = keyof typeof localContacts

export type LocalParameter = LocalAmount | LocalContact

/** All of them, in the order of the page. */
export const localParameters: readonly LocalParameter[] = [
  ...localAmounts,
  ...(Object.keys(localContacts) as LocalContact[]),
]

export const isLocalParameter = (name: string): name is LocalParameter => localParameters.some((one) => one === name)
export const isLocalContact = (name: string): name is LocalContact => Object.hasOwn(localContacts, name)

/** What holds from a day on. `none`: there is none here. `statusesOnly`: without a ceiling of income (UiTPAS). `unknown`: nobody knows. */
export type LocalValue =
  | { readonly kind: 'amount'; readonly cents: number }
  | { readonly kind: 'none' | 'statusesOnly' | 'unknown' }
  | {
      readonly kind: 'contact'
      readonly name: string
      readonly phone: string | null
      readonly address: string | null
      readonly hours: string | null
    }

/** What may be said of a parameter. */
export function kindsOf(parameter: LocalParameter): readonly LocalValue['kind'][] {
  if (isLocalContact(parameter)) return ['contact', 'unknown']
  return parameter === 'uitpas_rule' ? ['amount', 'statusesOnly', 'none', 'unknown'] : ['amount', 'none', 'unknown']
}

/** One dated value of one parameter. */
export type DatedValue = { readonly parameter: LocalParameter; readonly validFrom: IsoDate; readonly value: LocalValue }

/** The newest value of a parameter that began by `day`; undefined before the first one. */
export function valueOn<Dated extends DatedValue>(
  values: readonly Dated[],
  parameter: LocalParameter,
  day: IsoDate,
): Dated | undefined {
  return values
    .filter((one) => one.parameter === parameter && one.validFrom <= day)
    .reduce<Dated | undefined>((newest, one) => (newest && newest.validFrom > one.validFrom ? newest : one), undefined)
}

/** What the rules are told on `day`, in euros. An amount that nobody knows is left out: the right stays possible. */
export function parametersOn(values: readonly DatedValue[], day: IsoDate): GivenParameters {
  const told = localAmounts.flatMap((parameter) => {
    const euros = eurosOf(valueOn(values, parameter, day)?.value)
    return euros === null ? [] : [[`municipality.${parameter}`, euros] as const]
  })
  return Object.fromEntries(told)
}

/** The rules read 0 as "there is none" and, of UiTPAS, 1 as "the usual statuses only". */
function eurosOf(value: LocalValue | undefined): number | null {
  switch (value?.kind) {
    case 'amount':
      return value.cents / 100
    case 'none':
      return 0
    case 'statusesOnly':
      return 1
    default:
      return null
  }
}
