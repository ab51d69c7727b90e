import type { Compared, Model } from '@meernet/rights-engine'
import type { Texts } from '../../../../platform/messages/index.ts'
import { said } from '../../rights-check/check-words.ts'
import type { Somebody } from '../kept-check.ts'

/** What a right is called; one that has left the rules keeps its id. */
export const rightName = (t: Texts, model: Model, id: string): string => said(model.rights[id]?.name, t.language) || id

/** How somebody of the household is named among colleagues: by bond and age, never by name. */
export function somebodyName(t: Texts, people: readonly Somebody[], id: string): string {
  if (id === 'household' || id === 'dwelling') return t('guidance.caseRights.person.household')
  const { role, age } = people.find((one) => one.id === id) ?? { role: null, age: null }
  if (role === 'reference') return t('guidance.caseRights.person.reference')
  if (role === 'partner') return t('guidance.caseRights.person.partner')
  const bond = role === 'child' ? 'child' : 'other'
  return age === null ? t(`guidance.caseRights.person.${bond}`) : t(`guidance.caseRights.person.${bond}Of`, { age })
}

/** A sentence of the rules as a line of its own. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Where a right stands, and about how much: "misschien · tot € 1.653,55 per maand · na te kijken". */
export function standing(t: Texts, outcome: Compared | null): string {
  if (!outcome || outcome.status === 'not_applicable') return t('guidance.caseRights.status.notApplicable')
  const parts = [
    t(`guidance.caseRights.status.${outcome.status}`),
    isOpen(outcome) ? amountText(t, outcome) : '',
    isOpen(outcome) && (outcome.stale || outcome.uncertain) ? t('guidance.caseRights.amount.check') : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/** Worth asking about: it fits the answers, or it may. */
export const isOpen = ({ status }: Compared): boolean => status === 'likely' || status === 'possible'

function amountText(t: Texts, { amount }: Compared): string {
  if (!amount || amount.max === 0) return ''
  const per = t(`guidance.caseRights.per.${amount.per}`)
  const money = (euros: number) => t.money(Math.round(euros * 100))
  if (amount.value !== null) return t('guidance.caseRights.amount.about', { amount: money(amount.value), per })
  if (amount.max === null) return ''
  return amount.min > 0
    ? t('guidance.caseRights.amount.between', { min: money(amount.min), max: money(amount.max), per })
    : t('guidance.caseRights.amount.upTo', { amount: money(amount.max), per })
}
