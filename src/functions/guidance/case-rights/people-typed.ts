import { isIsoDate } from '@meernet/calendar'
import { nothingTold, numberTyped, type Told } from '@meernet/rights-engine'
import { one, type Sent } from '../rights-check/step.ts'

/** The fields in which is written who lives here: birth dates where somebody has them at hand, else ages. */
export const peopleFields = ['self', 'partner', 'partnerBorn', 'children', 'others'] as const
export type PeopleField = (typeof peopleFields)[number]

export type PeopleRead =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'wrong'; readonly fields: readonly PeopleField[] }

/** An age or a birth date, as the facts of a person. */
export type Age = { readonly age: number } | { readonly birth_date: string }

/** Who lives here, as typed: "10/03/1961", "64", "8, 12/05/2018". Which fields cannot be read, where some cannot. */
export function peopleTyped(sent: Sent, region: string): PeopleRead {
  const read = Object.fromEntries(peopleFields.map((field) => [field, agesTyped(one(sent, field))]))
  const wrong = peopleFields.filter((field) => field !== 'partner' && read[field] === null)
  const several = (['self', 'partnerBorn'] as const).filter((field) => (read[field]?.length ?? 0) > 1)
  if (wrong.length + several.length > 0) return { kind: 'wrong', fields: [...wrong, ...several] }
  const hasPartner = one(sent, 'partner') === 'yes' || (read.partnerBorn ?? []).length > 0
  const persons = [
    { id: 'p1', role: 'reference', ...read.self?.[0] },
    ...(hasPartner ? [{ id: 'q1', role: 'partner', ...read.partnerBorn?.[0] }] : []),
    ...(read.children ?? []).map((age, index) => ({ id: `k${index + 1}`, role: 'child', ...age })),
    ...(read.others ?? []).map((age, index) => ({ id: `a${index + 1}`, ...age })),
  ]
  return { kind: 'told', told: { ...nothingTold, household: { region }, persons } }
}

/** Ages and birth dates in a row; null when something else stands there. */
export function agesTyped(text: string): readonly Age[] | null {
  const parts = text.split(/[\s,;+&]+|\p{L}+/u).filter((part) => part !== '')
  if (parts.length > 12 || (parts.length === 0 && text.trim() !== '')) return null
  const ages = parts.map(ageTyped)
  return ages.every((age): age is Age => age !== null) ? ages : null
}

function ageTyped(text: string): Age | null {
  const date = dateTyped(text)
  if (date) return { birth_date: date }
  const age = numberTyped(text)
  return age !== null && Number.isInteger(age) && age >= 0 && age <= 120 ? { age } : null
}

/** "10/03/1961", "10-3-1961", "10.3.1961" or "1961-03-10" as an ISO date; null when it is no day of the calendar. */
function dateTyped(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1)
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)?.slice(1).reverse()
  const [year, month, day] = iso ?? written ?? []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) ? date : null
}
