import { z } from 'zod'
import {
  checkbox,
  type FormValues,
  identifier,
  isoDate,
  oneOf,
  requiredText,
  seenVersion,
} from '../../../platform/http/index.ts'
import { travelMeans } from './amounts.ts'
import { elsewhereKinds, ordinary, reimbursementKinds } from './ceilings.ts'
import { raisedCodes } from './raised-activities.ts'
import type { KeptDeclaration } from './reimbursement.ts'

/** An amount as people type it (`12`, `12,5`, `12.50`) in cents. */
const cents = () => withDecimals(2, 'volunteers.reimbursement.error.amount')
/** A distance in kilometres with at most one decimal, in hectometres. */
const hectometres = () =>
  withDecimals(1, 'volunteers.reimbursement.error.kilometres').refine(
    (distance) => distance <= 100_000,
    'volunteers.reimbursement.error.kilometres',
  )

function withDecimals(decimals: number, message: string) {
  return z
    .string({ error: 'form.error.required' })
    .regex(new RegExp(`^\\d{1,5}([.,]\\d{1,${decimals}})?$`), message)
    .transform((typed) => {
      const [whole = '', part = ''] = typed.split(/[.,]/)
      return Number(whole + part.padEnd(decimals, '0'))
    })
}

const noAmount = { path: ['amount'], message: 'volunteers.reimbursement.error.nothing' }
const noMeans = { path: ['means'], message: 'volunteers.reimbursement.error.means' }
const noProof = { path: ['isProven'], message: 'volunteers.reimbursement.error.proof' }

/** One reimbursement, as somebody notes it. */
export const reimbursementForm = z
  .object({
    id: identifier(),
    day: isoDate(),
    kind: oneOf(reimbursementKinds),
    activity: oneOf([ordinary, ...raisedCodes]),
    amount: cents().default(0),
    means: oneOf(travelMeans).optional(),
    kilometres: hectometres().default(0),
    elsewhereThatDay: cents().default(0),
    isProven: checkbox(),
  })
  .refine(({ amount, kilometres }) => amount + kilometres > 0, noAmount)
  .refine(({ means, kilometres }) => (means !== undefined) === kilometres > 0, noMeans)
  .refine(({ kind, isProven }) => kind === 'lumpSum' || isProven, noProof)
export type ReimbursementInput = z.output<typeof reimbursementForm>

/** What somebody declares about organisations that are not here. */
export const declarationForm = z
  .object({
    year: z.coerce.number().int().min(2025).max(2100),
    version: seenVersion(),
    elsewhere: oneOf(elsewhereKinds),
    lumpSum: cents().default(0),
    kilometres: hectometres().default(0),
    meetsRaisedConditions: checkbox(),
  })
  .refine(({ elsewhere, lumpSum }) => elsewhere === 'lumpSum' || lumpSum === 0, {
    path: ['lumpSum'],
    message: 'volunteers.reimbursement.error.notElsewhere',
  })
  .refine(({ elsewhere, kilometres }) => elsewhere !== 'none' || kilometres === 0, {
    path: ['kilometres'],
    message: 'volunteers.reimbursement.error.notElsewhere',
  })
export type DeclarationInput = z.output<typeof declarationForm>

/** The amounts of a year. */
export const yearAmountsForm = z
  .object({
    year: z
      .string({ error: 'form.error.required' })
      .regex(/^20(2[5-9]|[3-9]\d)$/, 'volunteers.reimbursement.error.year')
      .transform(Number),
    day: cents().refine((sum) => sum <= 100_000, 'volunteers.reimbursement.error.amount'),
    whole: cents(),
    raised: cents().optional(),
    source: requiredText(200),
  })
  .refine(({ day, whole, raised }) => day > 0 && day <= whole && (raised === undefined || whole <= raised), {
    path: ['whole'],
    message: 'volunteers.reimbursement.error.order',
  })

/** A rate a kilometre, with four decimals. */
export const travelRateForm = z
  .object({
    means: oneOf(travelMeans),
    from: isoDate(),
    until: isoDate(),
    rate: withDecimals(4, 'volunteers.reimbursement.error.rate').refine(
      (rate) => rate > 0 && rate <= 20_000,
      'volunteers.reimbursement.error.rate',
    ),
    rateSource: requiredText(200),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'volunteers.reimbursement.error.until' })

/** A declaration as its form shows it; empty until one is given. */
export function declarationValuesOf(kept: KeptDeclaration | undefined): FormValues {
  if (!kept) return { version: '0' }
  return {
    version: String(kept.version),
    elsewhere: kept.elsewhere,
    lumpSum: kept.lumpSumCents > 0 ? decimal(kept.lumpSumCents, 2) : '',
    kilometres: kept.travelHectometres > 0 ? decimal(kept.travelHectometres, 1) : '',
    meetsRaisedConditions: kept.meetsRaisedConditions ? 'yes' : undefined,
  }
}

const decimal = (value: number, decimals: number) => (value / 10 ** decimals).toFixed(decimals).replace('.', ',')
