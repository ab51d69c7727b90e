import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fileCard, openCaseOfCard } from '../../../../../tests/support/cards.ts'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../../platform/access/actor.ts'
import type { CardToFile } from '../../cards/card-to-file.ts'
import { type ActResult, actOnSignal } from '../actions.ts'
import { assignSignal } from '../assignment.ts'
import { noteCaseProgress } from '../case/case-progress.ts'
import { mergeSignals } from '../merging/merging.ts'
import type { Move } from '../signal.ts'
import { signalById } from '../signal-store.ts'
import { tellBacksOf } from '../telling-back/tell-back-store.ts'
import { noteTellBack } from '../telling-back/telling-back.ts'
import { waitingInSignals } from '../waiting.ts'
import { escalateOverdue } from './escalation.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
const needs = () => ({ transact: world.app.transact })
/** Every test has a municipality of its own, so that nothing else waits in it. */
let places = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  world.setNow('2026-11-23T08:00:00Z')
  places += 1
  place = await makeMunicipality(world, `Belofte${places}`, String(98100 + places))
  coordinator = await makeStaff(world, place)
})

const file = async (over: Partial<CardToFile> = {}) => (await fileCard(world, place, over)).signalId
async function signal(id: string) {
  const found = await world.app.transact(systemActor(place.id, 'test'), (tx) => signalById(tx, id))
  if (!found) throw new Error('no such signal')
  return found
}
const act = async (signalId: string, move: Move): Promise<ActResult> =>
  actOnSignal(needs(), coordinator, { signalId, version: (await signal(signalId)).version, move })
const merge = async (kept: string, other: string) =>
  mergeSignals(needs(), coordinator, { signalId: kept, version: (await signal(kept)).version, other })

describe('two cards of one person', () => {
  test('keep the promise of the older one, also after the card is read and sorted', async () => {
    const older = await file()
    world.setNow('2026-11-30T08:00:00Z')
    const newer = await file()
    const promised = (await signal(older)).dueOn
    await merge(newer, older)
    await act(newer, { kind: 'acknowledge' })
    expect((await signal(newer)).dueOn).toBe(promised)
    await act(newer, { kind: 'triage', as: 'ordinary' })
    expect((await signal(newer)).dueOn).toBe(promised)
  })

  test('are not merged into what has ended, for then nobody would call about the other', async () => {
    const [ended, open] = [await file(), await file()]
    await act(ended, { kind: 'triage', as: 'ordinary' })
    await act(ended, { kind: 'close', because: 'informed' })
    expect(await merge(ended, open)).toEqual({ kind: 'refused', reason: 'hasEnded' })
    expect(await merge(open, ended)).toEqual({ kind: 'done' })
  })

  test('are not merged into a case that is closed', async () => {
    const [followed, open] = [await file(), await file()]
    const { caseId } = await openCaseOfCard(world, coordinator, followed)
    await world.app.transact(coordinator, (tx) => noteCaseProgress(tx, { caseId, progress: 'closed' }))
    expect(await merge(followed, open)).toEqual({ kind: 'refused', reason: 'hasEnded' })
  })
})

describe('a card that was closed and opens again', () => {
  test('is for the same day when it was urgent and nobody had sorted it', async () => {
    const id = await file({ urgency: 'urgent' })
    await act(id, { kind: 'close', because: 'mistake' })
    await act(id, { kind: 'reopen' })
    expect(await signal(id)).toMatchObject({ state: 'acknowledged', triage: null, dueOn: '2026-11-23' })
  })

  test('is told back about once it ends again, and not while it goes on', async () => {
    const id = await file()
    const toTell = () =>
      world.app.transact(coordinator, async (tx) =>
        (await tellBacksOf(tx, id)).filter(({ outcome }) => outcome === null).map(({ about }) => about),
      )
    await act(id, { kind: 'triage', as: 'ordinary' })
    await act(id, { kind: 'close', because: 'informed' })
    await act(id, { kind: 'reopen' })
    expect(await toTell()).toEqual([])
    await act(id, { kind: 'close', because: 'helped' })
    expect(await toTell()).toEqual(['result'])
    await noteTellBack(needs(), coordinator, { signalId: id, about: 'result', outcome: 'told' })
    await act(id, { kind: 'reopen' })
    await act(id, { kind: 'close', because: 'helped' })
    expect(await toTell()).toEqual(['result'])
  })
})

describe('P6 only who covers the neighbourhood of a card', () => {
  const elsewhere = () => makeStaff(world, place, { neighbourhoods: [uuidv7()] })
  const inHamlet = async () => {
    const hamlet = uuidv7()
    await world.database.owner
      .insertInto('places.area')
      .values({
        municipality_id: place.id,
        id: hamlet,
        name: 'Heiken',
        origin: 'composed',
        edition: '2026',
        is_approximate: false,
      })
      .execute()
    return file({ neighbourhoodId: hamlet })
  }

  test('is given it', async () => {
    const [id, other] = [await inHamlet(), await elsewhere()]
    const given = await assignSignal(needs(), coordinator, { signalId: id, version: 1, to: other.userId })
    expect(given).toEqual({ kind: 'notAColleague' })
  })

  test('is reminded to tell its person back', async () => {
    const [id, other] = [await inHamlet(), await elsewhere()]
    await openCaseOfCard(world, coordinator, id)
    const messages = async (actor: StaffActor) =>
      (await world.app.transact(actor, waitingInSignals)).map(({ message }) => message)
    expect(await messages(coordinator)).toEqual(['detection.waiting.tellBack.whoFollows'])
    expect(await messages(other)).toEqual([])
  })
})

describe('the head of service', () => {
  test('is a colleague who reads the cards of the zone', async () => {
    const stranger = await makeStaff(world, await makeMunicipality(world, `Ander${places}`, String(97100 + places)))
    const answer = await world.as(coordinator).post('/substitutes/head-of-service', { head: stranger.userId })
    expect(answer.status).toBe(422)
  })

  test('gets what is late however much before it can go to nobody', async () => {
    const chosen = await makeStaff(world, place)
    const standsIn = await makeStaff(world, place)
    const stuck = Array.from({ length: 501 }, () => uuidv7())
    await world.app.transact(systemActor(place.id, 'test'), async (tx) => {
      const { fileCards } = await import('../../cards/file-cards.ts')
      await fileCards(tx, stuck.map(cardWith))
    })
    world.setNow('2026-11-24T08:00:00Z')
    const id = await file()
    await assignSignal(needs(), coordinator, { signalId: id, version: 1, to: chosen.userId })
    await world
      .as(coordinator)
      .post('/substitutes', { id: uuidv7(), userId: chosen.userId, substituteUserId: standsIn.userId })
    world.setNow('2026-12-20T08:00:00Z')
    await escalateOverdue(world.app.transact, place.id)
    expect(await signal(id)).toMatchObject({ escalated: 'substitute', escalatedTo: standsIn.userId })
  })
})

function cardWith(id: string): CardToFile {
  return {
    id,
    zoneId: place.municipalityZone,
    source: 'resident',
    channel: 'web',
    wish: 'Iemand om mee te gaan wandelen.',
    phone: `0470 ${id.slice(-6)}`.replace(/[a-f]/g, '1'),
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'alles', toWhom: ['coordinator'], given: 'written' },
    urgency: 'ordinary',
    filledInBy: 'zelf',
    filledInOn: '2026-11-23',
  }
}
