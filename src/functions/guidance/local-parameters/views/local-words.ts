import { belgium, rightsByParameter } from '@meernet/rights-belgium'
import type { Texts } from '../../../../platform/messages/index.ts'
import { said } from '../../rights-check/check-words.ts'
import { isLocalContact, type LocalParameter, type LocalValue, localContacts } from '../local-parameter.ts'

/** The page of what a municipality decides itself, or of one value of it. */
export const localPath = (parameter: LocalParameter, id?: string): string =>
  `/local-rights/${parameter}${id === undefined ? '' : `/${id}`}`

/** A value in words: "€ 40,00 per maand", "is er niet", the name of a desk. */
export function localValueWords(t: Texts, parameter: LocalParameter, value: LocalValue): string {
  if (value.kind === 'contact') return [value.name, value.phone, value.address, value.hours].filter(Boolean).join(' · ')
  if (value.kind === 'unknown' && isLocalContact(parameter)) return t('guidance.local.is.fromServiceMap')
  if (value.kind !== 'amount') return t(`guidance.local.is.${value.kind}`)
  const amount = t.money(value.cents)
  if (parameter === 'uitpas_rule') return t('guidance.local.is.incomeUpTo', { amount })
  if (parameter === 'reference_budget') return t('guidance.local.is.incomeBelow', { amount })
  return t(parameter === 'mantelzorgpremie' ? 'guidance.local.is.perMonth' : 'guidance.local.is.perYear', { amount })
}

/** The rights for which it counts, by their names. */
export function rightsDecidedBy(t: Texts, parameter: LocalParameter): readonly string[] {
  const kinds: readonly string[] =
    parameter in localContacts ? localContacts[parameter as keyof typeof localContacts] : []
  const ids =
    kinds.length > 0
      ? Object.keys(belgium.rights).filter((id) => kinds.includes(belgium.rights[id]?.ask.service ?? ''))
      : (rightsByParameter(belgium).get(`municipality.${parameter}`) ?? [])
  return ids.flatMap((id) => (belgium.rights[id] ? [said(belgium.rights[id].name, t.language)] : []))
}
