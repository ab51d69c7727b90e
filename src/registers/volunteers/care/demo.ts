import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { trainingTopics } from './care.ts'
import { noteContact, noteFormalities, noteTraining } from './care-store.ts'
import { askDebriefs } from './debrief-store.ts'
import { keepExitTalk } from './exit-talk-store.ts'

/** Volunteers of the demo: `ids` in the order of the list, and who stopped. */
export type DemoCared = { readonly ids: readonly string[]; readonly stoppedId: string; readonly zoneId: string }

const hoursAgo = (tx: Tx, hours: number) => new Date(tx.now.getTime() - hours * 3_600_000)

/** Trainings, contacts and formalities for some, two owed talks (one late), one not heard of for long, one talk on leaving. */
export async function demoCare(tx: Tx, world: DemoWorld, { ids, stoppedId, zoneId }: DemoCared): Promise<void> {
  for (const [place, id] of ids.entries()) {
    for (const topic of trainingTopics.slice(0, place < 4 ? 6 : place % 5))
      await noteTraining(tx, id, topic, world.day(-100 - 3 * place))
    if (place !== 6) await noteContact(tx, id, world.day(place === 5 ? -97 : -2 * place))
    if (place % 3 !== 2) await noteFormalities(tx, id, world.day(-120 + place))
  }
  const [first, second] = ids
  if (first) await askDebriefs(tx, { volunteerIds: [first], origin: 'volunteer', visitedAt: hoursAgo(tx, 20) })
  if (second) await askDebriefs(tx, { volunteerIds: [second], origin: 'alarm', visitedAt: hoursAgo(tx, 75) })
  const learned = 'De rondes waren te lang voor een halve dag. De nabesprekingen deden goed.'
  await keepExitTalk(tx, { id: stoppedId, zoneId }, { heldOn: world.day(-58), learned, version: 0 })
}
