import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  makeMunicipality,
  makeStaff,
  openWorld,
  type TestMunicipality,
  type World,
} from '../../../../tests/support/world.ts'
import { type StaffActor, systemActor } from '../../../platform/access/actor.ts'
import type { CardToFile } from '../cards/card-to-file.ts'
import { fileCards } from '../cards/file-cards.ts'
import { standInFor } from '../substitutes/substitute.ts'
import { duplicatesOf } from './merging/duplicate-store.ts'
import { mergeSignals, undoMerge } from './merging/merging.ts'
import { lookAtNewCards } from './new-cards.ts'
import { escalateOverdue, escalationOf } from './promises/escalation.ts'
import { signalById } from './signal-store.ts'
import { banded } from './telling-back/team-feedback.ts'

let world: World
let place: TestMunicipality
let coordinator: StaffActor
beforeAll(async () => {
  world = await openWorld()
  place = await makeMunicipality(world)
  coordinator = await makeStaff(world, place)
})
afterAll(() => world.close())
beforeEach(() => world.setNow('2026-11-23T08:00:00Z'))

async function file(over: Partial<CardToFile> = {}): Promise<string> {
  const card: CardToFile = {
    id: uuidv7(),
    zoneId: place.municipalityZone,
    source: 'resident',
    channel: 'web',
    wish: 'Iemand om mee te gaan wandelen.',
    name: `Naam ${uuidv7().slice(-6)}`,
    email: `${uuidv7()}@test.example`,
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'alles', toWhom: ['coordinator'], given: 'written' },
    urgency: 'ordinary',
    filledInBy: 'zelf',
    filledInOn: '2026-11-23',
    ...over,
  }
  await world.app.transact(systemActor(place.id, 'test'), (tx) => fileCards(tx, [card]))
  return card.id
}
const signal = (id: string) => world.app.transact(systemActor(place.id, 'test'), (tx) => signalById(tx, id))
const doubles = async (id: string) => {
  await lookAtNewCards(world.app.transact, place.id)
  return world.app.transact(coordinator, (tx) => duplicatesOf(tx, id))
}

describe('two cards about one person are found', () => {
  test.each([
    ['the same telephone, written otherwise', { phone: '0470 12 34 56' }, { phone: '+32 470/12.34.56' }, 'samePhone'],
    ['the same e-mail address', { email: 'An@Test.Example' }, { email: 'an@test.example' }, 'sameEmail'],
    [
      'nearly the same name and place',
      { name: 'Hortense Verbeeck', placeText: 'Lindelaan 14' },
      { name: 'Hortense Verbeek', placeText: 'Lindelaan 14 bus 2' },
      'similarNameAndPlace',
    ],
  ] as const)('by %s', async (_how, one, other, because) => {
    const first = await file(one)
    const second = await file(other)
    expect(await doubles(first)).toEqual([{ otherId: second, because }])
  })

  test('also when more cards come at once than are looked at in one go', async () => {
    const [first] = await Promise.all([file({ phone: '0470 99 88 77' }), ...Array.from({ length: 120 }, () => file())])
    const again = await file({ phone: '0470 99 88 77' })
    expect(await doubles(first ?? '')).toEqual([{ otherId: again, because: 'samePhone' }])
    const { rows } = await sql`select from detection.referral_card where compared_at is null`.execute(
      world.database.owner,
    )
    expect(rows).toEqual([])
  })

  test('but neighbours in one street are two people', async () => {
    const first = await file({ name: 'Albert Dierckx', placeText: 'Heidestraat 3' })
    await file({ name: 'Yvonne Lambrechts', placeText: 'Heidestraat 3' })
    expect(await doubles(first)).toEqual([])
  })
})

test('merging keeps both senders and is taken back within 30 days, not after', async () => {
  const [kept, other] = [await file(), await file({ urgency: 'urgent' })]
  const needs = { transact: world.app.transact }
  await mergeSignals(needs, coordinator, { signalId: kept, version: 1, other })
  expect(await signal(other)).toMatchObject({ mergedInto: kept, state: 'received' })
  expect(await signal(kept)).toMatchObject({ dueOn: '2026-11-23' })
  world.setNow('2026-12-23T08:00:00Z')
  expect(await undoMerge(needs, coordinator, { signalId: kept, version: 2, other })).toEqual({ kind: 'done' })
  expect(await signal(other)).toMatchObject({ mergedInto: null })
  await mergeSignals(needs, coordinator, { signalId: kept, version: 3, other })
  world.setNow('2027-01-23T08:00:00Z')
  expect(await undoMerge(needs, coordinator, { signalId: kept, version: 4, other })).toEqual({
    kind: 'refused',
    reason: 'tooLate',
  })
})

describe('who stands in', () => {
  const away = (userId: string, substituteUserId: string) => ({
    id: userId,
    userId,
    substituteUserId,
    awayFrom: '2026-11-20',
    awayUntil: '2026-11-27',
  })
  const standing = (userId: string, substituteUserId: string) => ({
    id: `${userId}s`,
    userId,
    substituteUserId,
    awayFrom: null,
    awayUntil: null,
  })
  test.each([
    ['the substitute of an absence', [away('an', 'bo')], 'bo'],
    ['the standing one when there is no absence', [standing('an', 'cas')], 'cas'],
    ['the absence before the standing one', [standing('an', 'cas'), away('an', 'bo')], 'bo'],
    ['the substitute of a substitute who is away too', [away('an', 'bo'), away('bo', 'dee')], 'dee'],
    ['nobody twice when two stand in for each other', [away('an', 'bo'), away('bo', 'an')], 'bo'],
    ['nobody', [], undefined],
  ])('is %s', (_who, substitutes, expected) => {
    expect(standInFor('an', substitutes, '2026-11-23')).toBe(expected)
  })
})

describe('overdue goes to the substitute, then to the head of service', () => {
  const late = {
    dueOn: '2026-11-20',
    escalated: 'nobody',
    assigneeUserId: 'an',
    triage: 'ordinary',
    urgency: 'ordinary',
  } as const
  const known = {
    substitutes: [{ id: '1', userId: 'an', substituteUserId: 'bo', awayFrom: null, awayUntil: null }],
    head: 'head',
    today: '2026-11-21',
  }
  test.each([
    ['one day late', late, known, { level: 'substitute', to: 'bo' }],
    ['not late', { ...late, dueOn: '2026-11-21' }, known, undefined],
    ['left by the substitute, one day late', { ...late, escalated: 'substitute' as const }, known, undefined],
    [
      'left by the substitute, three days late',
      { ...late, escalated: 'substitute' as const },
      { ...known, today: '2026-11-23' },
      { level: 'headOfService', to: 'head' },
    ],
    ['nobody’s', { ...late, assigneeUserId: null }, known, { level: 'headOfService', to: 'head' }],
    ['with the head of service already', { ...late, escalated: 'headOfService' as const }, known, undefined],
    ['without a head of service', { ...late, assigneeUserId: null }, { ...known, head: null }, undefined],
  ])('when %s', (_when, one, what, expected) => {
    expect(escalationOf(one, what)).toEqual(expected)
  })

  test('and the job passes it on once', async () => {
    const head = await makeStaff(world, place)
    await world.as(coordinator).post('/substitutes/head-of-service', { head: head.userId })
    const id = await file()
    world.setNow('2026-12-10T08:00:00Z')
    await escalateOverdue(world.app.transact, place.id)
    await escalateOverdue(world.app.transact, place.id)
    expect(await signal(id)).toMatchObject({ escalated: 'headOfService', escalatedTo: head.userId, version: 2 })
  })
})

describe('a safety concern leaves the inbox', () => {
  const note = async (signalId: string, second: StaffActor) => {
    const form = {
      id: uuidv7(),
      about: 'adult',
      firstUserId: coordinator.userId,
      secondUserId: second.userId,
      content: 'Zij zei dat hij haar slaat.',
    }
    const answer = await world.as(coordinator).post(`/inbox/${signalId}/safety-concern`, form)
    return { answer, id: form.id }
  }

  test('and only the two named professionals see that it exists', async () => {
    const second = await makeStaff(world, place, { role: 'socialWorker' })
    const other = await makeStaff(world, place)
    const signalId = await file()
    const { answer, id } = await note(signalId, second)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/inbox'])
    expect(await signal(signalId)).toMatchObject({ state: 'closed', closedBecause: 'safetyConcern' })
    const seen = async (actor: StaffActor) => (await world.as(actor).get(`/safety-concerns/${id}`)).status
    expect([await seen(coordinator), await seen(second), await seen(other)]).toEqual([200, 200, 404])
    const nothing = await (await world.as(other).get('/safety-concerns')).text()
    expect(nothing).toContain('Geen dossiers')
    expect(nothing).toContain('begint op een kaartje in de inbox')
    const program = await world.app.transact(systemActor(place.id, 'test'), (tx) =>
      tx.db.selectFrom('detection.safety_concern').select('id').execute(),
    )
    expect(program).toEqual([])
  })

  test('and what the two decide at the same moment is not lost: who comes second sees that the other decided', async () => {
    const second = await makeStaff(world, place, { role: 'socialWorker' })
    for (let round = 0; round < 6; round += 1) {
      const { id } = await note(await file(), second)
      const decide = (actor: StaffActor) =>
        world.as(actor).post(`/safety-concerns/${id}/decision`, { version: '1', decision: 'followTogether' })
      const statuses = (await Promise.all([decide(coordinator), decide(second)])).map(({ status }) => status)
      expect(statuses.toSorted()).toEqual([303, 409])
    }
  })

  test('and a decision that was not chosen comes back with 422', async () => {
    const second = await makeStaff(world, place, { role: 'socialWorker' })
    const { id } = await note(await file(), second)
    for (const part of ['decision', 'copy']) {
      const answer = await world.as(coordinator).post(`/safety-concerns/${id}/${part}`, { version: '1' })
      expect([answer.status, await answer.text()]).toEqual([
        422,
        expect.stringContaining('Zij zei dat hij haar slaat.'),
      ])
    }
  })

  test('P6 P9 volunteers and colleagues of another zone take part by telephone: they cannot be named', async () => {
    const volunteer = { role: 'visitor', secrecy: 'dutyOfDiscretion' } as const
    const others = [
      await makeStaff(world, place, { ...volunteer, name: 'Vrijwilliger hier' }),
      await makeStaff(world, place, { ...volunteer, name: 'Vrijwilliger van het OCMW', zoneId: place.ocmwZone }),
      await makeStaff(world, place, { role: 'socialWorker', name: 'Werker van het OCMW', zoneId: place.ocmwZone }),
      await makeStaff(world, place, { secrecy: 'dutyOfDiscretion', name: 'Coördinator zonder geheim' }),
    ]
    const signalId = await file()
    const page = await (await world.as(coordinator).get(`/inbox/${signalId}/safety-concern`)).text()
    expect(page).toContain('doet mee per telefoon')
    for (const other of others) {
      expect(page).not.toContain(other.name)
      const { answer } = await note(signalId, other)
      expect([other.name, answer.status]).toEqual([other.name, 422])
      expect(await answer.text()).toContain('Zij zei dat hij haar slaat.')
    }
    expect(await signal(signalId)).toMatchObject({ state: 'received' })
  })

  test('P21 with a path of its own for children, and the numbers to call first', async () => {
    const page = await (await world.as(coordinator).get(`/inbox/${await file()}/safety-concern`)).text()
    for (const words of ['112', '1712', '1813', '106', 'een kind of jongere', 'Eigen spoor'])
      expect(page).toContain(words)
  })
})

describe('P12 an export holds no free text', () => {
  test('and leaves an audit line', async () => {
    await file({ name: 'Nooit In Een Lijst', wish: 'Nooit in een lijst' })
    const answer = await world.as(coordinator).get('/inbox/export.csv')
    const csv = await answer.text()
    expect(csv).toContain('inwoner zelf')
    expect(csv).not.toMatch(/Nooit in een lijst/i)
    const line = await world.database.owner
      .selectFrom('audit.line')
      .select('details')
      .where('action', '=', 'export signals')
      .executeTakeFirst()
    expect(line?.details).toMatchObject({ count: expect.any(Number) })
  })
})

test.each([
  [0, { kind: 'none' }],
  [4, { kind: 'below', limit: 10 }],
  [9, { kind: 'below', limit: 10 }],
  [10, { kind: 'atLeast', limit: 10 }],
  [18, { kind: 'atLeast', limit: 15 }],
])('P13 feedback to the visitor team hides small numbers: %i', (count, expected) => {
  expect(banded(count)).toEqual(expected)
})
