import type { PersonSectionOf } from '../people/index.ts'
import { isValidOn } from './agreement.ts'
import { agreementsOf } from './agreement-store.ts'

/** What somebody agreed, on their page: those that hold first. */
export const agreementsOfPerson: PersonSectionOf = async (tx, person, t) => {
  const agreements = await agreementsOf(tx, person.id)
  const valid = agreements.filter((agreement) => isValidOn(agreement, t.today))
  const past = agreements.filter((agreement) => !isValidOn(agreement, t.today))
  return {
    key: 'agreements',
    title: t('agreements.title'),
    empty: t('agreements.none'),
    links: [...valid, ...past].map((agreement) => ({
      key: agreement.id,
      title: agreement.mayTell,
      href: `/agreements/${agreement.id}`,
      meta: agreement.withdrawn
        ? t('agreements.withdrawnOn', { moment: t.moment(agreement.withdrawn.at) })
        : t(agreement.fromCardId ? 'agreements.givenOnCard' : 'agreements.givenTo', {
            whom: agreement.toOrganisation ?? t.list(agreement.toWhom.map((one) => t(`agreements.audience.${one}`))),
            day: t.day(agreement.givenOn),
          }),
    })),
    action: { href: `/people/${person.id}/agreements/new`, text: t('agreements.new') },
  }
}
