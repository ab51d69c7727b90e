import { setTimeout as sleep } from 'node:timers/promises'
import { addDays, isoDateIn } from '@meernet/calendar'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActsAnswer } from '../../src/functions/detection/contract.ts'
import type { StaffActor } from '../../src/platform/access/actor.ts'
import { type Running, startMeernet } from '../support/process.ts'
import { makeRound } from '../support/visits.ts'
import { makeMunicipality, openWorld, type World } from '../support/world.ts'

const actCount = 10_000
const kills = 20
/** As many as travel at once when a phone was away for a week; ten times what it sends by itself. */
const batchSize = 1000

type Act = { readonly id: string; readonly visitId: string }
let world: World
let visitor: StaffActor
let acts: readonly Act[]
const processes: Running[] = []

beforeAll(async () => {
  world = await openWorld()
  const { owner } = world.database
  // The program then offers signing in with one press and loads nothing.
  await owner.insertInto('platform.installation').values({ kind: 'demo' }).execute()
  await owner.insertInto('platform.demo_load').values({ only_row: true }).execute()
  const today = isoDateIn('Europe/Brussels', new Date())
  const days = { day: today, startsOn: addDays(today, -5), endsOn: addDays(today, 25) }
  const round = await makeRound(world, await makeMunicipality(world), { doors: actCount, ...days })
  visitor = round.visitor
  acts = round.doors.map(({ id: roundAddressId }, index) => ({
    id: uuidv7(),
    kind: 'recordVisit',
    at: new Date().toISOString(),
    visitId: uuidv7(),
    body: { roundAddressId, outcome: 'pleasantTalk', sentence: `Zin ${index}: ${'een rustig gesprek, '.repeat(12)}` },
  }))
})
afterAll(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL')
    await ended
  }
  await world.close()
})

test('killed 20 times in the middle of a sync of 10,000 acts, every acknowledged act is there once and no other is', {
  timeout: 240_000,
}, async () => {
  const acknowledged = new Set<string>()
  let next = startOne(0)
  let cutOff = 0
  for (let round = 0; round < kills; round += 1) {
    const current = next
    const address = await addressOf(current)
    const cookie = await signIn(address)
    // The one after starts meanwhile, so that the rounds are short.
    next = startOne(round + 1)
    const sending = sendUntilCut(address, cookie, acknowledged)
    // Half of them before anything can be answered, half in what comes after an answer.
    if (round % 2 === 1) await growth(acknowledged)
    await sleep(20 + ((round * 37) % 100))
    current.child.kill('SIGKILL')
    if (await sending) cutOff += 1
    await current.ended
    await requireAcknowledged(acknowledged)
  }
  expect(cutOff).toBe(kills)
  expect(acknowledged.size).toBeGreaterThan(0)

  const address = await addressOf(next)
  const cookie = await signIn(address)
  for (const batch of batchesOf(acts)) await send(address, cookie, batch, acknowledged)
  expect(acknowledged.size).toBe(actCount)
  await requireOnce()
})

test('the same acts from two devices, in another order, change nothing', async () => {
  const address = await addressOf(processes.at(-1) ?? startOne(kills))
  const [one, other] = [await signIn(address), await signIn(address)]
  const statuses = await Promise.all([
    send(address, one, acts.slice(0, 3000), new Set()),
    send(address, other, acts.slice(0, 3000).toReversed(), new Set()),
  ])
  expect([...new Set(statuses.flat())]).toEqual(['duplicate'])
  await requireOnce()
})

function startOne(number: number): Running {
  const started = startMeernet({
    DATABASE_URL: world.database.url,
    MEERNET_MASTER_KEY: world.masterKey.toString('base64'),
    MEERNET_VAR: `/tmp/meernet-killed-${process.pid}`,
    PORT: String(5200 + number),
  })
  processes.push(started)
  return started
}

/** Waits until more is acknowledged, or until everything is. */
async function growth(acknowledged: ReadonlySet<string>): Promise<void> {
  const before = acknowledged.size
  for (let look = 0; look < 500 && acknowledged.size === before && before < actCount; look += 1) await sleep(5)
}

const addressOf = async (started: Running) => (await started.says(/ready: (http:\/\/localhost:\d+)/))[1] ?? ''

async function signIn(address: string): Promise<string> {
  const response = await fetch(`${address}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams({ membershipId: visitor.membershipId }),
    headers: { origin: address },
    redirect: 'manual',
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

/** Sends what is not acknowledged, batch by batch, as a phone does; gives whether it was cut off. */
async function sendUntilCut(address: string, cookie: string, acknowledged: Set<string>): Promise<boolean> {
  try {
    for (;;) {
      const waiting = acts.filter(({ id }) => !acknowledged.has(id)).slice(0, batchSize)
      // When all is there the last ones are sent again: that must be harmless too.
      await send(address, cookie, waiting.length > 0 ? waiting : acts.slice(-batchSize), acknowledged)
    }
  } catch (error) {
    if (error instanceof TypeError) return true
    throw error
  }
}

async function send(address: string, cookie: string, batch: readonly Act[], acknowledged: Set<string>) {
  const response = await fetch(`${address}/api/visits/acts`, {
    method: 'POST',
    body: JSON.stringify({ visitor: visitor.userId, acts: batch }),
    headers: { cookie, 'content-type': 'application/json', origin: address },
  })
  if (response.status !== 200) throw new Error(`answered ${response.status}: ${await response.text()}`)
  const { answers } = (await response.json()) as ActsAnswer
  for (const { id, status } of answers) {
    if (status === 'refused') throw new Error('an act was refused')
    acknowledged.add(id)
  }
  return answers.map(({ status }) => status)
}

function* batchesOf(all: readonly Act[]) {
  for (let start = 0; start < all.length; start += batchSize) yield all.slice(start, start + batchSize)
}

/** Every act acknowledged so far is committed. */
async function requireAcknowledged(acknowledged: ReadonlySet<string>): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from detection.visit_act`.execute(world.database.owner)
  const there = new Set(rows.map(({ id }) => id))
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([])
}

/** Each act is there once, with its visit and one line in the log, and nothing else is. */
async function requireOnce(): Promise<void> {
  const { rows } = await sql<Record<'visits' | 'received' | 'ours' | 'lines' | 'refused', number>>`
    select (select count(*)::int from detection.visit) as visits,
      (select count(*)::int from detection.visit_act) as received,
      (select count(*)::int from detection.visit where id = any (${acts.map(({ visitId }) => visitId)}::uuid[])) as ours,
      (select count(*)::int from audit.line where action = 'record visit') as lines,
      (select count(*)::int from detection.refused_act) as refused`.execute(world.database.owner)
  const each = { visits: actCount, received: actCount, ours: actCount, lines: actCount }
  expect(rows[0]).toEqual({ ...each, refused: 0 })
}
