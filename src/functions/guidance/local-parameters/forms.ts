import { z } from 'zod'
import {
  type FormValues,
  identifier,
  isoDate,
  oneOf,
  optionalText,
  phone,
  requiredText,
} from '../../../platform/http/index.ts'
import { centsTyped } from '../rights-followed/forms.ts'
import { versionField } from '../text-about-person.ts'
import { kindsOf, type LocalParameter, type LocalValue } from './local-parameter.ts'
import type { LocalRow } from './local-parameter-store.ts'

export const notesLength = 500
const sourceLength = 200

const fields = (parameter: LocalParameter) => ({
  validFrom: isoDate().refine((day) => day >= '2000-01-01' && day <= '2100-12-31', 'form.error.date'),
  kind: oneOf(kindsOf(parameter) as [LocalValue['kind'], ...LocalValue['kind'][]]),
  amount: z
    .string()
    .transform((typed, context) => {
      const cents = centsTyped(typed)
      if (cents !== null && cents > 0 && cents <= 10_000_000) return cents
      context.addIssue({ code: 'custom', message: 'guidance.local.error.amount' })
      return z.NEVER
    })
    .optional(),
  name: optionalText(120),
  phone: phone().optional(),
  address: optionalText(200),
  hours: optionalText(200),
  notes: optionalText(notesLength),
  source: requiredText(sourceLength),
})

type Typed = {
  readonly kind: LocalValue['kind']
  readonly amount?: number | undefined
  readonly name?: string | undefined
}

/** What belongs to the chosen kind has to be there. */
function checkKind({ kind, amount, name }: Typed, context: z.RefinementCtx): void {
  const missing = kind === 'amount' && amount === undefined ? 'amount' : kind === 'contact' && !name ? 'name' : null
  if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'form.error.required' })
}

/** A new value of a parameter. */
export const newValueForm = (parameter: LocalParameter) =>
  z.object({ id: identifier(), ...fields(parameter) }).superRefine(checkKind)

/** A value that is corrected. */
export const correctionForm = (parameter: LocalParameter) =>
  z.object({ version: versionField(), ...fields(parameter) }).superRefine(checkKind)

/** A value that never held and goes. */
export const removalForm = z.object({ version: versionField() })

type Filled = Omit<z.output<ReturnType<typeof correctionForm>>, 'version'>

/** What the form says; fields of another kind than the chosen one are not looked at. */
export function enteredIn(form: Filled): Pick<LocalRow, 'validFrom' | 'value' | 'notes' | 'source'> {
  const { validFrom, notes, source } = form
  return { validFrom, value: valueIn(form), notes: notes ?? null, source }
}

function valueIn({ kind, amount = 0, name = '', phone, address, hours }: Filled): LocalValue {
  if (kind === 'amount') return { kind, cents: amount }
  if (kind !== 'contact') return { kind }
  return { kind, name, phone: phone ?? null, address: address ?? null, hours: hours ?? null }
}

/** A value as the form shows it. */
export function valuesOf({ validFrom, value, notes, source, version }: LocalRow): FormValues {
  const contact = value.kind === 'contact' ? value : undefined
  return {
    version: String(version),
    validFrom,
    kind: value.kind,
    amount: value.kind === 'amount' ? (value.cents / 100).toFixed(2).replace('.', ',').replace(',00', '') : undefined,
    name: contact?.name,
    phone: contact?.phone ?? undefined,
    address: contact?.address ?? undefined,
    hours: contact?.hours ?? undefined,
    notes: notes ?? undefined,
    source,
  }
}
