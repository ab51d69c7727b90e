import { uuidv7 } from 'uuidv7'
import type { StaffActor } from '../../../src/platform/access/actor.ts'
import type { Netegem } from '../netegem.ts'
import { inZoneOf, is, isSecrecyCoordinator, type Maker, named, sent, type Who } from './made.ts'

/** A call for help, taken by coordinators of the zone that visits. */
export const callOfVisitor: Maker = async ({ world, people }) => {
  const rita = named(people, 'Rita Goossens')
  const id = await call(world, rita, world.now())
  return { what: 'a call of a visitor', path: `/visit-calls/${id}/taking`, isFor: inZoneOf(rita, isSecrecyCoordinator) }
}

/** A colleague without secrecy asks Sofie to take a signal up. */
export const secondAsked: Maker = async ({ world, people }) => {
  const [bram, sofie] = [named(people, 'Bram Vercauteren'), named(people, 'Sofie De Wilde')]
  const [signal] = await openSignals(world, sofie.zoneId)
  const id = uuidv7()
  await sent(world.as(bram).post(`/signals/${signal}/seconds`, { id, of: sofie.userId }))
  const fields = { answer: 'taken', id: uuidv7(), words: 'Ze wil graag mee.', isChecked: 'on' }
  return { what: 'what a second was asked', path: `/seconds/${id}`, fields, isFor: is(sofie) }
}

/** Sofie notes a danger, for herself and Inge. */
export const safetyConcern: Maker = async ({ world, people }) => {
  const [sofie, inge] = [named(people, 'Sofie De Wilde'), named(people, 'Inge Hermans')]
  const [, signal] = await openSignals(world, sofie.zoneId)
  const id = uuidv7()
  const concern = { id, about: 'adult', firstUserId: sofie.userId, secondUserId: inge.userId, content: 'Er is gevaar.' }
  await sent(world.as(sofie).post(`/inbox/${signal}/safety-concern`, concern))
  return {
    what: 'a safety concern',
    path: `/safety-concerns/${id}`,
    fields: { decision: 'noGround', shown: 'yes' },
    isFor: (one) => is(sofie)(one) || is(inge)(one),
  }
}

/** In the last of the neighbourhoods, for who covers that one. */
export const cardOfANeighbourhood: Maker = async ({ world, people }) => {
  const [sofie, inge] = [named(people, 'Sofie De Wilde'), named(people, 'Inge Hermans')]
  const signal = await world.database.owner
    .selectFrom('detection.signal')
    .select(['id', 'version', 'neighbourhood_id'])
    .where('zone_id', '=', sofie.zoneId)
    .where('state', '=', 'triaged')
    .where('neighbourhood_id', 'is not', null)
    .orderBy('neighbourhood_id', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const covers: Who = ({ neighbourhoods }) =>
    neighbourhoods === 'all' || neighbourhoods.includes(signal.neighbourhood_id ?? '')
  return {
    what: 'a card of a neighbourhood',
    path: `/inbox/${signal.id}`,
    fields: {
      ...{ version: String(signal.version), as: 'ordinary', way: 'phone', reached: 'yes', because: 'withdrawn' },
      ...{ to: inge.userId, outcome: 'told', reofferOn: '2027-01-11' },
      ...{ id: uuidv7(), about: 'adult', firstUserId: sofie.userId, secondUserId: inge.userId, content: 'Gevaar.' },
    },
    isFor: inZoneOf(sofie, (one) => isSecrecyCoordinator(one) && covers(one)),
  }
}

/** A visitor asks for help from the home-visit app. */
export async function call(world: Netegem['world'], visitor: StaffActor, at: Date): Promise<string> {
  const act = { id: uuidv7(), kind: 'askHelp', at: at.toISOString(), body: {} }
  await world.as(visitor).postJson('/api/visits/acts', { visitor: visitor.userId, acts: [act] })
  return act.id
}

/** Signals of a zone that nobody is far with, oldest first. */
async function openSignals({ database }: Netegem['world'], zoneId: string): Promise<readonly string[]> {
  const rows = await database.owner
    .selectFrom('detection.signal')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('state', 'in', ['received', 'acknowledged', 'triaged'])
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
