import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../tests/support/cards.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { roles, type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import { signalById } from '../signals/signal-store.ts'
import { lastRequests } from './second-store.ts'
import { placesWithCards, standings } from './standing-store.ts'
import { waitingInSeconds } from './waiting.ts'

let world: World
let here: TestMunicipality
let bram: StaffActor
let sofie: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  bram = await makeStaff(world, here, { name: 'Bram Vercauteren', secrecy: 'dutyOfDiscretion' })
  sofie = await makeStaff(world, here, { name: 'Sofie De Wilde' })
})
afterAll(() => world.close())

const ask = (signalId: string, of = sofie, actor = bram) =>
  world.as(actor).post(`/signals/${signalId}/seconds`, { id: uuidv7(), of: of.userId })
const lastRequest = (signalId: string) =>
  world.app.transact(bram, async (tx) => (await lastRequests(tx, [signalId])).get(signalId))
const signalOf = (id: string) => world.app.transact(systemActor(here.id, 'test'), (tx) => signalById(tx, id))
const waitingFor = (actor: StaffActor) => world.app.transact(actor, waitingInSeconds)
const page = async (actor: StaffActor, path: string) => (await world.as(actor).get(path)).text()
const words = 'Ze wil graag mee naar het buurtcafé.'

async function takenUp(toWhom: readonly ('coordinator' | 'partner')[] = ['coordinator']) {
  const { cardId } = await fileCard(world, here, {
    agreement: { mayTell: 'dat ik mee wil', toWhom: [...toWhom], given: 'spoken' },
  })
  await ask(cardId)
  const request = await lastRequest(cardId)
  const path = `/seconds/${request?.id}`
  expect((await world.as(sofie).post(`${path}/answer`, { answer: 'taken' })).status).toBe(303)
  return { cardId, path }
}

describe('P6 chapter 16: a coordinator without professional secrecy uses column CW', () => {
  test('sees where a signal stands, and nothing of what the card says', async () => {
    const { cardId } = await fileCard(world, here, { wish: 'Geheime wens over de buren', urgency: 'urgent' })
    for (const path of ['/signals', `/signals/${cardId}`]) {
      const text = await page(bram, path)
      expect(text).toContain('Signaal van')
      for (const secret of ['Geheime wens', 'Georgette', '011 00 00 07']) expect(text).not.toContain(secret)
    }
    for (const path of ['/inbox', `/inbox/${cardId}`, `/cards/${cardId}/told`, '/seconds', '/cases', '/people'])
      expect((await world.as(bram).get(path)).status).toBe(403)
  })

  test('has no card, signal, history or words by any query', async () => {
    const { cardId } = await takenUp()
    const seen = await world.app.transact(bram, async (tx) => ({
      cards: await tx.db.selectFrom('detection.referral_card').select('id').execute(),
      agreements: await tx.db.selectFrom('detection.card_agreement').select('card_id').execute(),
      signals: await tx.db.selectFrom('detection.signal').select('id').where('id', '=', cardId).execute(),
      events: await tx.db.selectFrom('detection.signal_event').select('number').execute(),
      words: await tx.db.selectFrom('detection.told_word').select('id').execute(),
    }))
    expect(seen).toEqual({ cards: [], agreements: [], signals: [], events: [], words: [] })
  })

  test('P5 one whose review date passed follows signals too, and no longer reads them', async () => {
    const lapsed = await makeStaff(world, here, { secrecy: 'none' })
    expect((await world.as(lapsed).get('/signals')).status).toBe(200)
    expect((await world.as(lapsed).get('/inbox')).status).toBe(403)
  })

  test.each(roles.filter((role) => role !== 'coordinator'))('a %s does not follow signals', async (role) => {
    const actor = await makeStaff(world, here, { role, secrecy: 'dutyOfDiscretion' })
    expect((await world.as(actor).get('/signals')).status).toBe(403)
    expect(await world.app.transact(actor, (tx) => standings(tx, actor))).toEqual([])
  })

  test('of another zone or municipality there is no standing and no place', async () => {
    await fileCard(world, here)
    const elsewhere = await makeMunicipality(world, 'Elders', '99002')
    for (const stranger of [
      await makeStaff(world, here, { zoneId: here.ocmwZone, secrecy: 'none' }),
      await makeStaff(world, elsewhere, { secrecy: 'none' }),
    ]) {
      expect(await world.app.transact(stranger, (tx) => standings(tx, stranger))).toEqual([])
      expect(await world.app.transact(stranger, placesWithCards)).toEqual([])
    }
  })
})

describe('asking a second', () => {
  test('the second takes it up in their own name, and both find on Vandaag what waits', async () => {
    const { cardId } = await fileCard(world, here)
    expect((await waitingFor(bram)).map(({ message }) => message)).toContain('detection.waiting.askSecond')
    expect((await ask(cardId)).status).toBe(303)
    const request = await lastRequest(cardId)
    expect(await waitingFor(sofie)).toContainEqual(
      expect.objectContaining({ message: 'detection.waiting.second', href: `/seconds/${request?.id}` }),
    )
    expect(await page(sofie, '/seconds')).toContain('Bram Vercauteren vroeg u')
    // Who reads the card finds the way to who asked, and nobody else does.
    expect(await page(sofie, `/inbox/${cardId}`)).toContain(`href="/seconds/${request?.id}"`)
    const another = await makeStaff(world, here)
    expect(await page(another, `/inbox/${cardId}`)).not.toContain('/seconds/')
    expect((await world.as(sofie).post(`/seconds/${request?.id}/answer`, { answer: 'taken' })).status).toBe(303)
    expect((await signalOf(cardId))?.assigneeUserId).toBe(sofie.userId)
    expect(await page(bram, `/signals/${cardId}`)).toContain('bij Sofie De Wilde')
    await doWaitingJobs(world)
    expect(world.mail.map(({ to }) => to.slice(0, 36))).toEqual(expect.arrayContaining([bram.userId, sofie.userId]))
    expect(world.mail.every(({ text }) => !text.includes('signaal') && !text.includes('kaartje'))).toBe(true)
  })

  test('who cannot leaves it to the coordinator to ask somebody else', async () => {
    const { cardId } = await fileCard(world, here)
    await ask(cardId)
    const request = await lastRequest(cardId)
    await world.as(sofie).post(`/seconds/${request?.id}/answer`, { answer: 'declined' })
    expect(await waitingFor(bram)).toContainEqual(
      expect.objectContaining({ message: 'detection.waiting.secondCannot', href: `/signals/${cardId}` }),
    )
    const inge = await makeStaff(world, here, { name: 'Inge Hermans' })
    expect((await ask(cardId, inge)).status).toBe(303)
    const again = await world.as(sofie).post(`/seconds/${request?.id}/answer`, { answer: 'taken' })
    expect(again.status).toBe(409)
    expect((await signalOf(cardId))?.assigneeUserId).toBeNull()
  })

  test('asking another takes the first request back', async () => {
    const { cardId } = await fileCard(world, here)
    await ask(cardId)
    const first = await lastRequest(cardId)
    const inge = await makeStaff(world, here)
    expect((await ask(cardId, inge)).status).toBe(303)
    expect((await world.as(sofie).post(`/seconds/${first?.id}/answer`, { answer: 'taken' })).status).toBe(409)
  })

  test('P6 nobody without professional secrecy, or of another zone, can be asked', async () => {
    const { cardId } = await fileCard(world, here)
    const candidates = [
      await makeStaff(world, here, { secrecy: 'dutyOfDiscretion' }),
      await makeStaff(world, here, { zoneId: here.ocmwZone }),
      await makeStaff(world, here, { role: 'socialWorker' }),
    ]
    for (const candidate of candidates) {
      expect((await ask(cardId, candidate)).status).toBe(409)
      expect(await page(bram, `/signals/${cardId}`)).not.toContain(candidate.userId)
    }
    expect(await lastRequest(cardId)).toBeUndefined()
  })

  test('a signal that has a second gets no other', async () => {
    const { cardId } = await takenUp()
    expect((await ask(cardId)).status).toBe(409)
  })

  test('a request of somebody else is not found', async () => {
    const { path } = await takenUp()
    const inge = await makeStaff(world, here)
    expect((await world.as(inge).get(path)).status).toBe(404)
  })
})

describe('P2 the second tells the coordinator what the person agreed', () => {
  const tell = (path: string, over: Record<string, string> = {}) =>
    world.as(sofie).post(`${path}/told`, { id: uuidv7(), words, isChecked: 'yes', ...over })

  test('and only the coordinator who asked reads it', async () => {
    const { cardId, path } = await takenUp()
    expect((await tell(path)).status).toBe(303)
    expect(await page(bram, `/signals/${cardId}`)).toContain(words)
    const another = await makeStaff(world, here, { secrecy: 'none' })
    expect(await page(another, `/signals/${cardId}`)).not.toContain(words)
  })

  test('without such an agreement there is the status only', async () => {
    const { cardId, path } = await takenUp(['partner'])
    expect(await page(sofie, path)).toContain('Bram Vercauteren ziet alleen waar het signaal staat')
    expect((await tell(path)).status).toBe(409)
    expect(await page(bram, `/signals/${cardId}`)).not.toContain(words)
  })

  test('nothing before it was compared with the agreement, or before it was taken up', async () => {
    const { path } = await takenUp()
    expect((await tell(path, { isChecked: '' })).status).toBe(422)
    const { cardId } = await fileCard(world, here)
    await ask(cardId)
    const request = await lastRequest(cardId)
    expect((await tell(`/seconds/${request?.id}`)).status).toBe(409)
  })

  test('the coordinator follows on when it became a case, by its status', async () => {
    const { cardId } = await takenUp()
    const { caseId } = await openCaseOfCard(world, sofie, cardId)
    const text = await page(bram, `/signals/${cardId}`)
    expect(text).not.toContain(caseId)
    expect(text).not.toContain('Vraag een tweede')
    expect(await page(bram, '/signals')).toContain('opgenomen')
  })
})

test('chapter 16 cards without a secrecy holder warn administrator and coordinator, on Vandaag and by mail', async () => {
  const lonely = await makeMunicipality(world, 'Alleen', '99003')
  const coordinator = await makeStaff(world, lonely, { secrecy: 'none' })
  const administrator = await makeStaff(world, lonely, { role: 'administrator', secrecy: 'none' })
  expect(await waitingFor(administrator)).toEqual([])
  const { cardId } = await fileCard(world, lonely)
  for (const actor of [coordinator, administrator])
    expect((await waitingFor(actor)).map(({ message }) => message)).toContain('detection.waiting.gap.nobody')
  expect(await page(coordinator, `/signals/${cardId}`)).toContain('Niemand kan dit kaartje lezen')
  await doWorkOfTheClock(world, lonely.id)
  await doWaitingJobs(world)
  const told = world.mail.map(({ to }) => to.slice(0, 36))
  expect(told).toEqual(expect.arrayContaining([coordinator.userId, administrator.userId]))
  await makeStaff(world, lonely)
  expect(await waitingFor(administrator)).toEqual([])
})
