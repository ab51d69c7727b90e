import { z } from 'zod'
import { identifier, isoDate, oneOf } from '../../../platform/http/index.ts'
import { lineLength, optionalTextAboutPerson, versionField } from '../text-about-person.ts'
import { amountPeriods, followedStates, type Obtained, refusalReasons, type Standing } from './followed-right.ts'
import { rightOf } from './right-words.ts'

/** Follows a right that did not come out of a check. */
export const additionForm = z.object({
  id: identifier(),
  rightId: z.string({ error: 'form.error.choose' }).refine((id) => rightOf(id) !== undefined, 'form.error.choose'),
})

/** What became of a right; fields of another state than the chosen one are not looked at. */
export const outcomeForm = z
  .object({
    version: versionField(),
    state: oneOf(followedStates),
    askedOn: isoDate().optional(),
    answeredOn: isoDate().optional(),
    amount: z.string().max(20, 'guidance.followed.error.amount').optional(),
    per: oneOf(amountPeriods).optional(),
    refusalReason: oneOf(refusalReasons).optional(),
    words: optionalTextAboutPerson(lineLength),
    from: oneOf(['closing']).optional(),
  })
  .superRefine((form, context) => {
    for (const field of neededFor[form.state])
      if (form[field] === undefined) context.addIssue({ code: 'custom', path: [field], message: 'form.error.required' })
    if (form.state !== 'granted' || form.amount === undefined) return
    if (centsTyped(form.amount) === null)
      context.addIssue({ code: 'custom', path: ['amount'], message: 'guidance.followed.error.amount' })
    if (!form.per) context.addIssue({ code: 'custom', path: ['per'], message: 'form.error.choose' })
  })

/** The day that the term counts from (`day`), or the last day itself. Both empty: there is no term. */
export const termForm = z.object({
  version: versionField(),
  day: dayOfTerm().optional(),
  askBy: dayOfTerm().optional(),
})

/** A term lies within a lifetime: a day far from now is a slip of the keys. */
function dayOfTerm() {
  return isoDate().refine((day) => day > '1950-01-01' && day < '2150-01-01', 'form.error.date')
}

/** How the right stands according to the form. */
export function standingIn(form: z.output<typeof outcomeForm>): Standing {
  const { state, askedOn = null, answeredOn = '', amount, per, refusalReason = 'other' } = form
  switch (state) {
    case 'asked':
      return { state, askedOn: askedOn ?? '' }
    case 'granted':
      return { state, askedOn, answeredOn, obtained: obtainedIn(amount, per) }
    case 'refused':
      return { state, askedOn, answeredOn, refusalReason }
    default:
      return { state }
  }
}

function obtainedIn(amount: string | undefined, per: Obtained['per'] | undefined): Obtained | null {
  const cents = amount === undefined ? null : centsTyped(amount)
  return cents !== null && per ? { cents, per } : null
}

/** An amount as people type it (`210`, `1.102,47`, `1102.4`) in cents; null when it is none. */
export function centsTyped(typed: string): number | null {
  const text = typed.replace(/[\s€]/g, '')
  const grouped = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(text) ? text.replaceAll('.', '') : text
  if (!/^\d{1,6}([.,]\d{1,2})?$/.test(grouped)) return null
  const [whole = '', part = ''] = grouped.split(/[.,]/)
  return Number(whole + part.padEnd(2, '0'))
}

const neededFor = {
  worthAsking: [],
  asked: ['askedOn'],
  granted: ['answeredOn'],
  refused: ['answeredOn', 'refusalReason'],
  notApplicable: ['words'],
  doesNotWant: [],
} as const
