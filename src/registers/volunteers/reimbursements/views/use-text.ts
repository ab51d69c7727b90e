import { locales, type Texts } from '../../../../platform/messages/index.ts'
import type { Ceiling, ClaimRefusal, Use } from '../ceilings.ts'

/** `€ 1.400,00 van € 1.760,83`, or the same in kilometres. */
export function useText(t: Texts, { ceiling, used, most }: Use): string {
  return t('volunteers.reimbursement.use', { used: amountText(t, ceiling, used), most: amountText(t, ceiling, most) })
}

/** Kilometres from hectometres: `12,3 km`. */
export function kilometresText(t: Texts, hectometres: number): string {
  const kilometres = new Intl.NumberFormat(locales[t.language], { maximumFractionDigits: 1 })
  return `${kilometres.format(hectometres / 10)} km`
}

/** A refusal as an error beside the field it is about. */
export function errorOf(t: Texts, refusal: ClaimRefusal) {
  if (refusal.kind === 'ceiling') {
    const { ceiling, left, most } = refusal
    return {
      field: ceiling === 'travel' ? 'kilometres' : 'amount',
      key: `volunteers.reimbursement.refused.${ceiling}`,
      values: { left: amountText(t, ceiling, left), most: amountText(t, ceiling, most) },
    }
  }
  const values = 'year' in refusal ? { year: String(refusal.year) } : {}
  return { field: fieldOf[refusal.kind], key: `volunteers.reimbursement.refused.${refusal.kind}`, values }
}

const fieldOf: Readonly<Record<Exclude<ClaimRefusal['kind'], 'ceiling'>, string>> = {
  future: 'day',
  amountsMissing: 'day',
  declarationMissing: 'day',
  mixedKinds: 'kind',
  raisedNotDeclared: 'activity',
  raisedUnknown: 'activity',
  rateMissing: 'means',
}

const amountText = (t: Texts, ceiling: Ceiling, amount: number) =>
  ceiling === 'travel' ? kilometresText(t, amount) : t.money(amount)
