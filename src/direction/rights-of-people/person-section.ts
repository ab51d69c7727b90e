import type { PersonSectionOf } from '../../registers/people/index.ts'
import { registerRequest, seeRequests } from './access.ts'
import { requestsOf } from './request-store.ts'

/** What somebody asked about the own data, on the page of the person. */
export const requestsOnPersonPage: PersonSectionOf = async (tx, person, t) => {
  const requests = seeRequests.allows(tx.actor) ? await requestsOf(tx, person.id) : []
  return {
    key: 'rights',
    title: t('rights.ofPerson'),
    empty: t('rights.ofPerson.none'),
    links: requests.map((request) => ({
      key: request.id,
      title: t(`rights.kind.${request.kind}`),
      href: `/rights/${request.id}`,
      meta:
        request.answeredOn === null
          ? t('rights.receivedOnDay', { day: t.day(request.receivedOn) })
          : t('rights.answeredOnDay', { day: t.day(request.answeredOn) }),
    })),
    ...(registerRequest.allows(tx.actor) && {
      action: { href: `/rights/new?person=${person.id}`, text: t('rights.new') },
    }),
  }
}
