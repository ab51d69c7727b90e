import { uuidv7 } from 'uuidv7'
import { openCaseFromSignal } from '../../src/functions/guidance/index.ts'
import { type StaffActor, systemActor } from '../../src/platform/access/actor.ts'
import { type NewAgreement, recordAgreement } from '../../src/registers/agreements/index.ts'
import { createPerson, type NewPerson } from '../../src/registers/people/index.ts'
import type { World } from './world.ts'

/** Somebody in the zone of `actor`. Gives the identifier. */
export async function makePerson(world: World, actor: StaffActor, over: Partial<NewPerson> = {}): Promise<string> {
  const id = over.id ?? uuidv7()
  await world.app.transact(systemActor(actor.municipalityId, 'test'), (tx) =>
    createPerson(tx, { zoneId: actor.zoneId, givenName: 'Fatima', familyName: 'El Amrani', ...over, id }),
  )
  return id
}

/** A case that `actor` leads, opened from a signal as detection does. */
export async function makeCase(world: World, actor: StaffActor, personId?: string) {
  const person = personId ?? (await makePerson(world, actor))
  const caseId = uuidv7()
  const signalId = uuidv7()
  const { zoneId, userId } = actor
  await world.app.transact(actor, (tx) =>
    openCaseFromSignal(tx, { signalId, caseId, personId: person, zoneId, neighbourhoodId: null, openedBy: userId }),
  )
  return { caseId, personId: person, signalId, zoneId }
}

/** An agreement that holds: to partners, for a handover. Gives the identifier. */
export async function makeAgreement(
  world: World,
  actor: StaffActor,
  personId: string,
  over: Partial<NewAgreement> = {},
): Promise<string> {
  const id = uuidv7()
  await world.app.transact(systemActor(actor.municipalityId, 'test'), (tx) =>
    recordAgreement(tx, {
      id,
      zoneId: actor.zoneId,
      personId,
      mayTell: 'Dat ik hulp zoek voor de verwarming.',
      toWhom: ['partner', 'socialWorker'],
      toOrganisation: null,
      purpose: 'handover',
      given: 'spoken',
      givenOn: '2026-11-20',
      witnessedBy: 'Proefcollega',
      validUntil: null,
      ...over,
    }),
  )
  return id
}
