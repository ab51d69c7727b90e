import { setTimeout } from 'node:timers/promises'
import pino from 'pino'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAgreement } from '../../../../tests/support/guidance.ts'
import { type HandoverWorld, type MadeHandover, openHandoverWorld } from '../../../../tests/support/handovers.ts'
import { doWaitingJobs } from '../../../../tests/support/jobs.ts'
import { makeStaff } from '../../../../tests/support/world.ts'
import { withdrawAgreement } from '../../../registers/agreements/index.ts'
import { fiveChecks } from './five-checks.ts'
import { linkOf } from './link-store.ts'

let known: HandoverWorld
const errors: string[] = []
beforeAll(async () => {
  known = await openHandoverWorld({ log: pino({ level: 'error' }, { write: (line) => void errors.push(line) }) })
})
afterAll(() => known.world.close())

/** Acts of the sender and answers of the receiver that leave at the same moment, each from the page as it was. */
async function atOnce(made: MadeHandover, acts: readonly (readonly ['sender' | 'receiver', string, object?])[]) {
  const { world, lead, receiver } = known
  const version = String((await known.current(made.id)).version)
  const answers = await Promise.all(
    acts.map(([side, part, form]) =>
      side === 'sender'
        ? world.as(lead).post(`${made.path}/${part}`, { version, ...form })
        : world.as(receiver).post(`/handovers/${made.id}/${part}`, { version, ...form }),
    ),
  )
  return answers.map(({ status }) => status)
}

const rounds = Array.from({ length: 6 }, (_, round) => round)

test('P7 an agreement that is being taken back opens nothing: who shares on it waits, and reads that it was', async () => {
  const made = await known.proposed()
  const agreementId = await makeAgreement(known.world, known.lead, made.personId)
  const [isTaken, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const withdrawing = known.asProgram(async (tx) => {
    await withdrawAgreement(tx, agreementId, { channel: 'phone', notedBy: null })
    isTaken.resolve()
    await mayEnd.promise
  })
  await isTaken.promise
  const sharing = known.act(made, 'agreement', { checks: fiveChecks, agreementId })
  await Promise.race([sharing, setTimeout(500)])
  mayEnd.resolve()
  await withdrawing
  expect((await sharing).status).toBe(409)
  expect(await known.current(made.id)).toMatchObject({ state: 'proposed', agreementId: null })
})

describe.each(rounds)('round %i', () => {
  test('the same result sent twice is kept once, and the second reads that it was', async () => {
    const made = await arrived()
    const result = ['sender', 'outcome', { outcome: 'rightGranted', words: 'De premie is er.' }] as const
    const statuses = await atOnce(made, [result, result, result])
    expect(statuses.toSorted(), errors.join('\n')).toEqual([303, 409, 409])
  })

  test('an arrival told by both sides counts once', async () => {
    const made = await accepted()
    const arrival = { on: '2026-11-23' }
    const statuses = await atOnce(made, [
      ['sender', 'arrival', arrival],
      ['receiver', 'arrival', arrival],
      ['sender', 'no-show'],
    ])
    expect(
      statuses.filter((status) => status === 303),
      errors.join('\n'),
    ).toHaveLength(1)
    expect(
      statuses.filter((status) => status >= 500),
      errors.join('\n'),
    ).toEqual([])
    await doWaitingJobs(known.world)
    const open = (await known.tasksIn(made.caseId)).filter(({ doneAt }) => doneAt === null).map(({ kind }) => kind)
    expect(open).not.toContain('arrivalCheck')
  })

  test('a yes, a no and a withdrawal at once: one of them holds', async () => {
    const made = await known.introduced()
    const statuses = await atOnce(made, [
      ['receiver', 'acceptance', { by: 'Nele' }],
      ['receiver', 'refusal', { by: 'Jan', reason: 'full' }],
      ['sender', 'withdrawal'],
    ])
    expect(
      statuses.filter((status) => status >= 500),
      errors.join('\n'),
    ).toEqual([])
    expect(statuses.filter((status) => status === 303)).toHaveLength(1)
  })

  test('a result of a colleague who is let go at that moment is kept or not found, never an error', async () => {
    const { world, here, lead } = known
    const made = await arrived()
    const colleague = await makeStaff(world, here)
    const member = { userId: colleague.userId }
    expect((await world.as(lead).post(`/cases/${made.caseId}/members`, member)).status).toBe(303)
    const version = String((await known.current(made.id)).version)
    const answers = await Promise.all([
      world.as(colleague).post(`${made.path}/outcome`, { version, outcome: 'helpStarted' }),
      world.as(lead).post(`/cases/${made.caseId}/members/removal`, member),
      world.as(lead).post(`${made.path}/outcome`, { version, outcome: 'rightGranted' }),
      world.as(lead).post(`/cases/${made.caseId}/title`, { version: '1', title: 'premie' }),
    ])
    expect(
      answers.map(({ status }) => status).filter((status) => status >= 500),
      errors.join('\n'),
    ).toEqual([])
  })

  test('of two who open a case of their own at once, one does', async () => {
    const made = await accepted()
    const ownCase = () => ({ caseId: uuidv7(), personId: uuidv7() })
    const statuses = await atOnce(made, [
      ['receiver', 'case', ownCase()],
      ['receiver', 'case', ownCase()],
    ])
    expect(statuses.toSorted(), errors.join('\n')).toEqual([303, 409])
  })

  test('a new link made while somebody answers by the one before does not hold either up', async () => {
    const { world } = known
    const made = await known.introduced({ receiver: 'other', organisationName: 'Huis van de Maan' })
    await known.act(made, 'link')
    const secret = (await known.asProgram((tx) => linkOf(tx, made.id)))?.secret
    if (!secret) throw new Error('there is no link')
    const path = `/in/${known.here.slug}/handover/${secret.token}`
    const opened = await world.as().post(path, { code: secret.code })
    const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const version = String((await known.current(made.id)).version)
    const answers = await Promise.all([
      world.app.web.request(`http://localhost${path}/acceptance`, {
        method: 'POST',
        body: new URLSearchParams({ version, by: 'Onthaal' }).toString(),
        headers: { cookie, origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
      }),
      world.as(known.lead).post(`${made.path}/link`, { version }),
      world.as(known.lead).post(`${made.path}/withdrawal`, { version }),
    ])
    expect(
      answers.map(({ status }) => status).filter((status) => status >= 500),
      errors.join('\n'),
    ).toEqual([])
  })
})

async function accepted(): Promise<MadeHandover> {
  const made = await known.introduced()
  expect((await known.reply(made, 'acceptance', { by: 'Nele' })).status).toBe(303)
  return made
}

async function arrived(): Promise<MadeHandover> {
  const made = await accepted()
  expect((await known.act(made, 'arrival', { on: '2026-11-23' })).status).toBe(303)
  return made
}
