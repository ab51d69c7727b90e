import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import type { AppNeeds } from '../../src/app.tsx'
import { fiveChecks } from '../../src/functions/guidance/handovers/five-checks.ts'
import type { Handover } from '../../src/functions/guidance/handovers/handover.ts'
import { handoverById } from '../../src/functions/guidance/handovers/handover-store.ts'
import { type Task, tasksOf } from '../../src/functions/guidance/tasks/task-store.ts'
import { type StaffActor, systemActor } from '../../src/platform/access/actor.ts'
import type { Tx } from '../../src/platform/database/transact.ts'
import { makeAgreement, makeCase } from './guidance.ts'
import { makeMunicipality, makeStaff, openWorld, type TestMunicipality, type World } from './world.ts'

/** A handover that somebody made through the pages. */
export type MadeHandover = {
  readonly caseId: string
  readonly personId: string
  readonly id: string
  /** Its address on the side of the sender. */
  readonly path: string
}
type Form = Record<string, string | readonly string[]>

/** A world with a sender in the municipality's zone, a receiver in that of the OCMW, and the steps between them. */
export type HandoverWorld = {
  readonly world: World
  readonly here: TestMunicipality
  readonly lead: StaffActor
  readonly receiver: StaffActor
  asProgram<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  current(id: string): Promise<Handover>
  tasksIn(caseId: string): Promise<readonly Task[]>
  /** Posts an act of the sender, from the version that holds now. */
  act(made: MadeHandover, part: string, form?: Form): Promise<Response>
  /** Posts an answer of the receiver, from the version that holds now. */
  reply(made: MadeHandover, part: string, form?: Form): Promise<Response>
  proposed(over?: Record<string, string>): Promise<MadeHandover>
  shared(over?: Record<string, string>): Promise<MadeHandover & { readonly agreementId: string }>
  introduced(over?: Record<string, string>): Promise<MadeHandover & { readonly agreementId: string }>
}

/** Opens such a world; close it with `world.close()`. */
export async function openHandoverWorld(over: Partial<AppNeeds> = {}): Promise<HandoverWorld> {
  const world = await openWorld(over)
  const here = await makeMunicipality(world)
  const lead = await makeStaff(world, here, { name: 'Sofie Trekker' })
  const receiver = await makeStaff(world, here, { name: 'Nele Ontvanger', role: 'socialWorker', zoneId: here.ocmwZone })
  const asProgram: HandoverWorld['asProgram'] = (work) => world.app.transact(systemActor(here.id, 'test'), work)
  const current = async (id: string) => {
    const handover = await asProgram((tx) => handoverById(tx, id))
    if (!handover) throw new Error('there is no such handover')
    return handover
  }
  const versionOf = async (id: string) => String((await current(id)).version)
  const act: HandoverWorld['act'] = async ({ id, path }, part, form = {}) =>
    world.as(lead).post(`${path}/${part}`, { version: await versionOf(id), ...form })

  async function proposed(over: Record<string, string> = {}): Promise<MadeHandover> {
    const { caseId, personId } = await makeCase(world, lead)
    const id = uuidv7()
    const answer = await world.as(lead).post(`/cases/${caseId}/handovers`, {
      id,
      receiver: `zone:${here.ocmwZone}`,
      personName: 'Fatima El Amrani',
      reachBy: '0470 12 34 56',
      text: 'Zoekt hulp voor de verwarming.',
      returnsTo: lead.userId,
      ...over,
    })
    expect(answer.status).toBe(303)
    return { caseId, personId, id, path: `/cases/${caseId}/handovers/${id}` }
  }

  async function shared(over: Record<string, string> = {}) {
    const made = await proposed(over)
    const agreementId = await makeAgreement(world, lead, made.personId)
    expect((await act(made, 'agreement', { checks: fiveChecks, agreementId })).status).toBe(303)
    return { ...made, agreementId }
  }

  async function introduced(over: Record<string, string> = {}) {
    const made = await shared(over)
    expect((await act(made, 'introduction', { how: 'together', on: '2026-11-23' })).status).toBe(303)
    return made
  }

  return {
    world,
    here,
    lead,
    receiver,
    asProgram,
    current,
    tasksIn: (caseId) => asProgram((tx) => tasksOf(tx, caseId)),
    act,
    reply: async ({ id }, part, form = {}) =>
      world.as(receiver).post(`/handovers/${id}/${part}`, { version: await versionOf(id), ...form }),
    proposed,
    shared,
    introduced,
  }
}
