import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { netegemId } from '../../../src/demo/netegem.ts'
import { fileCards } from '../../../src/functions/detection/cards/file-cards.ts'
import { systemActor } from '../../../src/platform/access/actor.ts'
import { municipalTimeZone } from '../../../src/platform/messages/index.ts'
import { frontDoorZone } from '../../../src/registers/municipalities/index.ts'
import type { DemoServer } from '../../support/server.ts'

type Said = {
  readonly wish: string
  readonly name: string
  readonly phone: string
  readonly urgency?: 'ordinary' | 'urgent'
}

/** A card that somebody filled in on the web a moment ago; gives its receipt code. */
export async function cardArrives({ world }: DemoServer, { urgency = 'ordinary', ...said }: Said): Promise<string> {
  const [filed] = await world.app.transact(systemActor(netegemId, 'card of the public form'), async (tx) =>
    fileCards(tx, [
      {
        ...said,
        urgency,
        id: uuidv7(),
        zoneId: await frontDoorZone(tx),
        source: 'resident',
        channel: 'web',
        language: 'nl',
        needsInterpreter: false,
        agreement: {
          mayTell: 'Alles wat op dit kaartje staat',
          toWhom: ['coordinator', 'socialWorker'],
          given: 'written',
        },
        filledInBy: said.name,
        filledInOn: isoDateIn(municipalTimeZone, tx.now),
      },
    ]),
  )
  return filed?.code ?? ''
}
