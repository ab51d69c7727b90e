import { uuidv7 } from 'uuidv7'
import { passkeyDevice, questionIn } from '../sign-in/passkey-device.ts'
import { has, inZoneOf, is, isSecrecyCoordinator, linkOn, type Maker, named, sent } from './made.ts'

/** A passkey of Sofie. */
export const passkey: Maker = async ({ world, people }) => {
  const sofie = named(people, 'Sofie De Wilde')
  const browser = world.as(sofie)
  const path = '/account/passkeys'
  const page = await (await browser.get(path)).text()
  await sent(browser.post(path, { name: 'telefoon', credential: passkeyDevice().make(questionIn(page, 'create')) }))
  return {
    what: 'a passkey',
    path: await linkOn(browser, path, /\/account\/passkeys\/[0-9a-f-]{36}/),
    fields: { name: 'van mij' },
    isFor: is(sofie),
  }
}

/** Two phones of Rita: one at hand, one that erased itself with visits on it. */
export const phones: Maker = async ({ world, people }) => {
  const rita = named(people, 'Rita Goossens')
  const browser = world.as(rita)
  const report = (id: string, notSent: number) => browser.postJson('/api/phone', { id, notSent, visitor: rita.userId })
  const [kept, lost] = [uuidv7(), uuidv7()]
  await report(kept, 0)
  await report(lost, 3)
  await sent(browser.post(`/account/phones/${lost}/wipe`, {}))
  await report(lost, 3)
  const ofMember = `/admin/memberships/${rita.membershipId}/devices/phones`
  return [
    { what: 'one’s own phone', path: `/account/phones/${kept}/wipe`, isFor: is(rita) },
    { what: 'the phone of a colleague', path: `${ofMember}/${kept}/wipe`, isFor: has('administrator') },
    {
      what: 'what was lost with a phone',
      path: `/refused-acts/lost/${lost}/settlement`,
      isFor: inZoneOf(rita, isSecrecyCoordinator),
    },
  ]
}

/** Somebody who was asked to come and work here. */
export const invitation: Maker = async ({ world, people }) => {
  const fatima = named(people, 'Fatima Yildiz')
  const [id, email] = [uuidv7(), 'iemand@netegem.example']
  const role = { role: 'matcher', zoneId: fatima.zoneId, secrecy: 'none' }
  await sent(world.as(fatima).post('/admin/memberships', { id, email, ...role }))
  return { what: 'an invitation', path: `/admin/invitations/${id}/withdrawal`, isFor: has('administrator') }
}

/** A look through who may see what (P18). */
export const reviewOfAccess: Maker = async ({ world, people }) => {
  const id = uuidv7()
  const path = await sent(world.as(named(people, 'Fatima Yildiz')).post('/admin/access-list/reviews', { id }))
  return { what: 'a review of who has access', path, isFor: has('administrator', 'dataProtectionOfficer') }
}
