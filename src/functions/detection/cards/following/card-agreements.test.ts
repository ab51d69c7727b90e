import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../../tests/support/cards.ts'
import { doWaitingJobs, doWorkOfTheClock } from '../../../../../tests/support/jobs.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import type { Tx } from '../../../../platform/database/transact.ts'
import { agreementsOf, agreementsOfCards, isValidOn, noteWithdrawal } from '../../../../registers/agreements/index.ts'
import { withdrawMyAgreement } from '../../my-card/actions.ts'
import { mergeSignals, undoMerge } from '../../signals/merging/merging.ts'
import { signalById } from '../../signals/signal-store.ts'
import type { CardInput } from '../card-input.ts'
import { cardById } from '../card-store.ts'
import { keepMissingAgreements } from './card-agreements.ts'

let world: World
let here: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  here = await makeMunicipality(world)
  coordinator = await makeStaff(world, here, { name: 'Sofie De Wilde' })
})
afterAll(() => world.close())

const asProgram = <Result>(work: (tx: Tx) => Promise<Result>) => world.app.transact(systemActor(here.id, 'test'), work)
const toPartners: CardInput['agreement'] = {
  mayTell: 'dat ik hulp zoek met de trap',
  toWhom: ['coordinator', 'partner'],
  given: 'spoken',
  validUntil: '2027-03-01',
}
const agreementsFor = (personId: string) => asProgram((tx) => agreementsOf(tx, personId))

async function caseOf(agreement: CardInput['agreement']) {
  const { cardId } = await fileCard(world, here, { agreement, filledInBy: 'Rita Goossens' })
  return { cardId, ...(await openCaseOfCard(world, coordinator, cardId)) }
}

async function proposalFor(caseId: string): Promise<string> {
  const id = uuidv7()
  const answer = await world.as(coordinator).post(`/cases/${caseId}/handovers`, {
    id,
    receiver: 'other',
    organisationName: 'Huis van de Maan',
    personName: 'Georgette',
    reachBy: '011 00 00 07',
    text: 'Zoekt hulp met de trap.',
    returnsTo: coordinator.userId,
  })
  expect(answer.status).toBe(303)
  return `/cases/${caseId}/handovers/${id}`
}

test('P2 what was agreed on the card stands in the register once it became a case, as it stands on the card', async () => {
  const { cardId, personId } = await caseOf(toPartners)
  expect(await agreementsFor(personId)).toEqual([
    expect.objectContaining({
      mayTell: 'dat ik hulp zoek met de trap',
      toWhom: ['coordinator', 'partner'],
      given: 'spoken',
      givenOn: '2026-11-23',
      witnessedBy: 'Rita Goossens',
      validUntil: '2027-03-01',
      fromCardId: cardId,
      withdrawn: null,
    }),
  ])
  const page = await world.as(coordinator).get(`/people/${personId}`)
  expect(await page.text()).toContain('op het kaartje')
})

test('P7 a handover offers what was agreed on the card, and ticks none of the five checks for anybody', async () => {
  const { caseId } = await caseOf(toPartners)
  const page = await (await world.as(coordinator).get(await proposalFor(caseId))).text()
  expect(page).toContain('dat ik hulp zoek met de trap')
  expect(page).toMatch(/op het kaartje afgesproken op .*23 november 2026/)
  expect(page.match(/<input[^>]*name="checks"[^>]*>/g)).toHaveLength(5)
  expect(page).not.toMatch(/<input[^>]*name="(checks|agreementId)"[^>]*checked/)
})

test('P7 what was agreed for others is shown, but cannot be chosen for this receiver', async () => {
  const { caseId } = await caseOf({ ...toPartners, toWhom: ['coordinator'] })
  const page = await (await world.as(coordinator).get(await proposalFor(caseId))).text()
  expect(page).toContain('De persoon sprak nog niets af voor deze ontvanger')
  expect(page).toContain('Wel afgesproken, voor anderen')
  expect(page).not.toContain('name="agreementId"')
})

test('P2 taking it back with the code ends it in the register, and everybody who works on the case hears', async () => {
  const { cardId, caseId, personId } = await caseOf(toPartners)
  const colleague = await makeStaff(world, here)
  await world.as(coordinator).post(`/cases/${caseId}/members`, { userId: colleague.userId })
  await withdrawMyAgreement(world.app, here.id, cardId)
  const [agreement] = await agreementsFor(personId)
  expect(agreement?.withdrawn).toMatchObject({ channel: 'online' })
  const tasks = await asProgram((tx) =>
    tx.db.selectFrom('guidance.task').select(['kind', 'assignee_id']).where('case_id', '=', caseId).execute(),
  )
  expect(tasks).toEqual(
    expect.arrayContaining(
      [coordinator, colleague].map(({ userId }) => ({ kind: 'agreementWithdrawn', assignee_id: userId })),
    ),
  )
  await doWaitingJobs(world)
  expect(world.mail.some(({ to }) => to.startsWith(colleague.userId))).toBe(true)
})

test('P2 taking it back in the register ends it on the card too', async () => {
  const { cardId, personId } = await caseOf(toPartners)
  const [agreement] = await agreementsFor(personId)
  expect(await noteWithdrawal(world.app, coordinator, agreement?.id ?? '', 'phone')).toBe('withdrawn')
  expect((await asProgram((tx) => cardById(tx, cardId)))?.agreement.withdrawnOn).toBe('2026-11-23')
  // The person who then uses the code finds it done, and nothing happens twice.
  await withdrawMyAgreement(world.app, here.id, cardId)
  expect((await agreementsFor(personId))[0]?.withdrawn?.channel).toBe('phone')
})

test('a case from before this was kept gets its agreement in the night, once', async () => {
  const { personId } = await caseOf(toPartners)
  await world.database.owner.deleteFrom('agreements.sharing_agreement').where('person_id', '=', personId).execute()
  await doWorkOfTheClock(world, here.id)
  await doWorkOfTheClock(world, here.id)
  expect(await agreementsFor(personId)).toHaveLength(1)
})

test('the agreement of a double goes with it, and leaves again when it was of somebody else', async () => {
  const { cardId, personId } = await caseOf(toPartners)
  const { cardId: double } = await fileCard(world, here, {
    agreement: { ...toPartners, mayTell: 'alleen het dak', toWhom: ['partner'] },
  })
  const pair = async () => {
    const version = (await asProgram((tx) => signalById(tx, cardId)))?.version ?? 0
    return { signalId: cardId, version, other: double }
  }
  expect(await mergeSignals(world.app, coordinator, await pair())).toEqual({ kind: 'done' })
  const now = async () => (await agreementsFor(personId)).filter((one) => isValidOn(one, '2026-11-23'))
  expect((await now()).map(({ mayTell }) => mayTell)).toContain('alleen het dak')
  expect(await undoMerge(world.app, coordinator, await pair())).toEqual({ kind: 'done' })
  await doWaitingJobs(world)
  expect((await now()).map(({ mayTell }) => mayTell)).toEqual(['dat ik hulp zoek met de trap'])
  expect((await asProgram((tx) => cardById(tx, double)))?.agreement.withdrawnOn).toBeNull()
})

test('the night opens no card of which the agreement is kept already, or was taken back', async () => {
  const { cardId } = await caseOf(toPartners)
  const { cardId: takenBack } = await caseOf(toPartners)
  const { owner } = world.database
  await withdrawMyAgreement(world.app, here.id, takenBack)
  await owner.deleteFrom('agreements.sharing_agreement').where('from_card_id', '=', takenBack).execute()
  // A card that cannot be opened: whoever tried would fail.
  await owner
    .updateTable('detection.referral_card')
    .set({ content_sealed: Buffer.from('sealed with no key') })
    .where('id', 'in', [cardId, takenBack])
    .execute()
  await keepMissingAgreements(world.app.transact, here.id)
  expect(await asProgram((tx) => agreementsOfCards(tx, [cardId, takenBack]))).toHaveLength(1)
})
