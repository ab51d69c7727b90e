import { isoDateIn } from '@meernet/calendar'
import { uuidv7 } from 'uuidv7'
import { netegemId } from '../../../src/demo/netegem.ts'
import { openCase } from '../../../src/functions/guidance/cases/case-actions.ts'
import { fiveChecks } from '../../../src/functions/guidance/handovers/five-checks.ts'
import { agree, introduce, propose } from '../../../src/functions/guidance/handovers/sender-actions.ts'
import type { StaffActor } from '../../../src/platform/access/actor.ts'
import { systemActor } from '../../../src/platform/access/actor.ts'
import { colleagues } from '../../../src/platform/identity/index.ts'
import { municipalTimeZone } from '../../../src/platform/messages/index.ts'
import { recordAgreement } from '../../../src/registers/agreements/index.ts'
import { zonesIn } from '../../../src/registers/municipalities/index.ts'
import { createPerson } from '../../../src/registers/people/index.ts'
import type { DemoServer } from '../../support/server.ts'

/** What the handover is about, and the colleague of a partner to whom it goes. */
type Asked = { readonly person: string; readonly title: string; readonly text: string; readonly to: string }

/** A handover by a colleague of the demo that was introduced a moment ago and waits for an answer. Gives its address at the sender's. */
export async function handoverIntroduced(server: DemoServer, by: string, asked: Asked): Promise<string> {
  const { transact } = server.world.app
  const actor = await colleagueNamed(server, by)
  const receiver = await colleagueNamed(server, asked.to)
  const [caseId, personId, id, agreementId] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()]
  await transact(actor, async (tx) => {
    const { zoneId, userId } = actor
    const today = isoDateIn(municipalTimeZone, tx.now)
    const zone = (await zonesIn(tx)).find(({ id }) => id === receiver.zoneId)
    if (!zone) throw new Error(`${asked.to} works nowhere`)
    await createPerson(tx, { id: personId, zoneId, givenName: asked.person, familyName: '' })
    const place = { id: caseId, zoneId, personId, signalId: null, neighbourhoodId: null }
    await openCase(tx, { ...place, title: asked.title, openedBy: userId })
    await recordAgreement(tx, {
      id: agreementId,
      zoneId,
      personId,
      mayTell: asked.text,
      toWhom: ['partner'],
      toOrganisation: null,
      purpose: 'handover',
      given: 'spoken',
      givenOn: today,
      witnessedBy: actor.name,
      validUntil: null,
    })
    await propose(tx, {
      id,
      caseId,
      serviceId: null,
      organisationName: zone.name,
      receiverZoneId: zone.id,
      receiverContact: null,
      receiverEmail: null,
      shared: {
        personName: asked.person,
        reachBy: '0470 41 42 43',
        language: 'Nederlands',
        needsInterpreter: false,
        text: asked.text,
      },
      returnsTo: userId,
      waitingWeeks: null,
    })
    await agree(tx, { id, version: 1 }, { checks: fiveChecks, agreementId, isSocialService: false })
    await introduce(tx, { id, version: 2 }, { how: 'together', on: today })
  })
  return `/cases/${caseId}/handovers/${id}`
}

/** A colleague of the demo as who acts. */
async function colleagueNamed({ world }: DemoServer, name: string): Promise<StaffActor> {
  const all = await world.app.transact(systemActor(netegemId, 'journey'), (tx) => colleagues(tx))
  const found = all.find((one) => one.name === name)
  if (!found) throw new Error(`nobody is called ${name}`)
  const { userId, membershipId, zoneId, role, secrecy, neighbourhoods } = found
  return { kind: 'staff', userId, membershipId, name, municipalityId: netegemId, zoneId, role, secrecy, neighbourhoods }
}
