import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../../tests/support/cards.ts'
import { doWaitingJobs } from '../../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import { myCard, withdrawMyAgreement } from '../../my-card/actions.ts'
import type { CardToFile } from '../card-to-file.ts'

let world: World
let here: TestMunicipality
let coordinator: StaffActor
let sender: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here)
  sender = await makeStaff(world, here, {
    name: 'Dokter Lemmens',
    role: 'frontlineProfessional',
    zoneId: here.ocmwZone,
  })
})
afterAll(() => world.close())

const words = 'Er komt iemand langs voor de trap.'
const sent = (toWhom: CardToFile['agreement']['toWhom']) =>
  fileCard(world, here, {
    source: 'frontlineProfessional',
    senderUserId: sender.userId,
    agreement: { mayTell: 'dat er iemand komt', toWhom, given: 'spoken' },
  })
const tell = (cardId: string, over: Record<string, string> = {}, actor = coordinator) =>
  world.as(actor).post(`/cards/${cardId}/told`, { id: uuidv7(), words, isChecked: 'yes', ...over })
const readBySender = async (cardId: string, actor = sender) => (await world.as(actor).get(`/cards/${cardId}`)).text()

test('a sender reads what the person agreed they may know, on their own card and with its code', async () => {
  const { cardId } = await sent(['coordinator', 'sender'])
  expect((await tell(cardId)).status).toBe(303)
  expect(await readBySender(cardId)).toContain(words)
  const { told } = (await myCard(world.app, here.id, cardId)) ?? {}
  expect(told?.map((one) => one.words)).toEqual([words])
  const today = await (await world.as(sender).get('/today')).text()
  expect(today).toContain('Over 1 kaartje mag u iets weten')
})

test('P22 the sender hears by a mail that says nothing', async () => {
  const { cardId } = await sent(['sender'])
  await tell(cardId)
  await doWaitingJobs(world)
  const letter = world.mail.findLast(({ to }) => to.startsWith(sender.userId))
  expect(letter?.subject).toBe('Er is een bericht voor u')
  expect(letter?.text).not.toContain('trap')
})

test('P2 who did not agree to it leaves the sender with the status only', async () => {
  const { cardId } = await sent(['coordinator'])
  const answer = await tell(cardId)
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('De persoon sprak dit niet af')
  expect(await readBySender(cardId)).not.toContain(words)
})

test('P2 nothing is told before somebody compared it with the agreement, and what was typed stays', async () => {
  const { cardId } = await sent(['sender'])
  const answer = await tell(cardId, { isChecked: '' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(words)
  expect(await readBySender(cardId)).not.toContain(words)
})

test('P3 a national number is not told', async () => {
  const { cardId } = await sent(['sender'])
  expect((await tell(cardId, { words: 'Haar nummer is 85.07.30-033.28' })).status).toBe(422)
})

test('P2 what was told is gone the moment the person takes the agreement back', async () => {
  const { cardId } = await sent(['sender'])
  await tell(cardId)
  await withdrawMyAgreement(world.app, here.id, cardId)
  expect(await readBySender(cardId)).not.toContain(words)
  const rows = await world.database.owner.selectFrom('detection.told_word').select('id').where('card_id', '=', cardId)
  expect(await rows.execute()).toEqual([])
})

test('P2 what was told is not shown after the last day of the agreement', async () => {
  const { cardId } = await fileCard(world, here, {
    senderUserId: sender.userId,
    agreement: { mayTell: 'tot morgen', toWhom: ['sender'], given: 'spoken', validUntil: '2026-11-24' },
  })
  await tell(cardId)
  world.setNow('2026-11-25T08:00:00Z')
  expect(await readBySender(cardId)).not.toContain(words)
  world.setNow('2026-11-23T08:00:00Z')
  expect(await readBySender(cardId)).toContain(words)
})

test('P6 whoever does not read the card cannot tell of it, and another sender reads nothing', async () => {
  const { cardId } = await sent(['sender'])
  await tell(cardId)
  const elsewhere = await makeMunicipality(world, 'Elders', '99002')
  const strangers = [
    sender,
    await makeStaff(world, here, { secrecy: 'dutyOfDiscretion' }),
    await makeStaff(world, here, { role: 'socialWorker' }),
    await makeStaff(world, here, { zoneId: here.ocmwZone }),
    await makeStaff(world, elsewhere),
  ]
  for (const stranger of strangers) {
    expect([403, 404]).toContain((await tell(cardId, {}, stranger)).status)
    expect([403, 404]).toContain((await world.as(stranger).get(`/cards/${cardId}/told`)).status)
  }
  const other = await makeStaff(world, here, { role: 'frontlineProfessional' })
  expect((await world.as(other).get(`/cards/${cardId}`)).status).toBe(404)
})

test('a social worker tells the sender from the case that the card became', async () => {
  const { cardId } = await sent(['sender'])
  const { caseId } = await openCaseOfCard(world, coordinator, cardId)
  const worker = await makeStaff(world, here, { role: 'socialWorker' })
  expect((await tell(cardId, {}, worker)).status).toBe(404)
  await world.as(coordinator).post(`/cases/${caseId}/members`, { userId: worker.userId })
  expect(await (await world.as(worker).get(`/cases/${caseId}/card`)).text()).toContain(`/cards/${cardId}/told`)
  expect((await tell(cardId, {}, worker)).status).toBe(303)
  expect(await readBySender(cardId)).toContain(words)
})
