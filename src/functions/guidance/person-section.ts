import type { PersonSectionOf } from '../../registers/people/index.ts'
import { workOnCases } from './access.ts'
import { casesOfPerson } from './cases/case-store.ts'
import { casePath, caseTitle } from './cases/views/case-frame.tsx'

/** The cases of somebody that the reader is in; of others not even that they exist. */
export const casesOnPersonPage: PersonSectionOf = async (tx, person, t) => {
  const cases = await casesOfPerson(tx, person.id)
  return {
    key: 'cases',
    title: t('guidance.cases.title'),
    empty: t('guidance.cases.noneOfPerson'),
    links: cases.map((care) => ({
      key: care.id,
      title: caseTitle(t, care.title),
      href: casePath(care.id),
      meta: t(`guidance.state.${care.state}`),
    })),
    ...(workOnCases.allows(tx.actor) && {
      action: { href: `/cases/new?person=${person.id}`, text: t('guidance.case.new') },
    }),
  }
}
