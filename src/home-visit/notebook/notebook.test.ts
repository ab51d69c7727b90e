import 'fake-indexeddb/auto'
import { uuidv7 } from 'uuidv7'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerAt, firstRound } from '../../../tests/support/visit-notebook.ts'
import type { ActAnswer, VisitAct } from '../../functions/detection/contract.ts'
import { forgetDue, openPhoneDatabase, type PhoneDatabase } from '../device/phone-database.ts'
import { sendAll } from '../outbox/send.ts'
import { visitPlace } from './changes.ts'
import { type Notebook, openNotebook } from './notebook.ts'
import type { Change } from './notebook-store.ts'
import { doorsOf, isOut, nextDoor, refusedActs, waitingActs } from './page.ts'

const fromServer = answerAt(new Date('2026-11-23T10:00:00Z'))
const round = firstRound

let db: PhoneDatabase
let key: CryptoKey
let now = new Date('2026-11-23T10:00:00Z')
let notebook: Notebook
const reopen = () => openNotebook(db, key, () => now)

beforeEach(async () => {
  now = new Date('2026-11-23T10:00:00Z')
  db = await openPhoneDatabase()
  key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  notebook = await reopen()
  await notebook.takeRounds(fromServer)
})
afterEach(() => {
  db.close()
  indexedDB.deleteDatabase('meernet-visits')
})

const visit = (door = 0): VisitAct & { visitId: string } => ({
  id: uuidv7(),
  kind: 'recordVisit',
  at: now.toISOString(),
  visitId: uuidv7(),
  body: { roundAddressId: round.doors[door]?.id ?? '', outcome: 'pleasantTalk', sentence: 'Kent de hele straat.' },
})
async function note(act: ReturnType<typeof visit>): Promise<void> {
  const value = {
    id: act.visitId,
    roundAddressId: round.doors[0]?.id,
    outcome: 'pleasantTalk',
    sentence: 'Kent de hele straat.',
    wantsReturnOn: null,
    version: null,
    hasCard: false,
  }
  await notebook.write([act], [{ place: visitPlace(act.visitId), value }])
}

/** A server that answers each act as told; `applied` unless said otherwise. */
function server(answers: Readonly<Record<string, ActAnswer>> = {}, status = 200) {
  const received: string[] = []
  const fetch = async (path: string, init?: RequestInit) => {
    if (status !== 200) return new Response('{}', { status })
    if (path === '/api/visits/rounds') return Response.json(fromServer)
    const { acts } = JSON.parse(String(init?.body)) as { acts: { id: string }[] }
    received.push(...acts.map(({ id }) => id))
    return Response.json({ answers: acts.map(({ id }) => answers[id] ?? { id, status: 'applied' }) })
  }
  return { fetch, received }
}

test('what was written survives the phone dying right after', async () => {
  const act = visit()
  await note(act)
  notebook = await reopen()
  expect(waitingActs(notebook.page()).map(({ act: kept }) => kept.id)).toEqual([act.id])
  expect(notebook.page().visits[0]?.sentence).toBe('Kent de hele straat.')
})

test('what was read last is what is shown, also when an earlier reading takes longer', async () => {
  const act = visit()
  await note(act)
  // A database whose first reading of the outbox comes back long after it looked.
  const slow = slowOnce(db)
  const shown = await openNotebook(slow.db, key, () => now)
  const hasLooked = slow.nextReading()
  const early = shown.refresh()
  await hasLooked
  await shown.takeAnswers([{ id: act.id, status: 'applied' }])
  await early
  expect(waitingActs(shown.page())).toEqual([])
})

test('nothing on the phone can be read without the key', async () => {
  await note(visit())
  const all = [...(await db.getAll('record')), ...(await db.getAll('outbox'))]
  const texts = all.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join()
  expect(all.length).toBeGreaterThan(3)
  expect(texts).not.toMatch(/Lindelaan|straat|Anna/)
})

test('what lies sealed is opened once, however often it is read', async () => {
  for (const door of [0, 1, 2]) await note(visit(door))
  const opening = vi.spyOn(crypto.subtle, 'decrypt')
  await notebook.refresh()
  await notebook.refresh()
  expect(opening).not.toHaveBeenCalled()
  opening.mockRestore()
  expect(waitingActs(notebook.page())).toHaveLength(3)
})

test('acts go out in the order they were done and leave the outbox only when acknowledged', async () => {
  const acts = [visit(0), visit(1), visit(2)]
  for (const act of acts) await note(act)
  const { fetch, received } = server()
  expect(await sendAll(notebook, fetch)).toBe('resting')
  expect(received).toEqual(acts.map(({ id }) => id))
  expect(waitingActs(notebook.page())).toEqual([])
})

test.each([
  [401, 'signedOut'],
  [409, 'otherVisitor'],
  [503, 'noNetwork'],
])('an answer %i keeps everything and says %s', async (status, expected) => {
  await note(visit())
  expect(await sendAll(notebook, server({}, status).fetch)).toBe(expected)
  expect(waitingActs(notebook.page())).toHaveLength(1)
})

test('a refused act is shown with its reason until it is read', async () => {
  const act = visit()
  await note(act)
  await sendAll(notebook, server({ [act.id]: { id: act.id, status: 'refused', reason: 'optedOut' } }).fetch)
  expect(refusedActs(notebook.page())).toMatchObject([{ reason: 'optedOut' }])
  expect(doorsOf(notebook.page(), round)[0]?.handing).toBe('refused')
  await notebook.dismissRefused()
  expect(refusedActs(notebook.page())).toEqual([])
})

test('P8 a note is gone from the phone within 24 hours after it was handed over, also while it is locked', async () => {
  await note(visit())
  await sendAll(notebook, server().fetch)
  expect(notebook.page().visits).toHaveLength(1)
  now = new Date(now.getTime() + 24 * 3_600_000)
  await forgetDue(db, now)
  expect((await db.getAll('record')).filter(({ place }) => place.startsWith('visit/'))).toEqual([])
})

test('P8 a note that was not handed over stays until it is', async () => {
  await note(visit())
  now = new Date(now.getTime() + 5 * 86_400_000)
  await forgetDue(db, now)
  expect((await reopen()).page().visits).toHaveLength(1)
})

test('P8 the phone forgets the addresses when the campaign is over', async () => {
  now = new Date('2026-12-01T02:00:00Z')
  await forgetDue(db, now)
  expect((await reopen()).page().rounds).toEqual([])
})

test('setting out is seen at once, before it is sent', async () => {
  expect(isOut(notebook.page(), round)).toBe(false)
  await notebook.write([{ id: uuidv7(), kind: 'checkIn', at: now.toISOString(), body: { roundId: round.id } }])
  expect(isOut(notebook.page(), round)).toBe(true)
})

test('what is done while the server answers is not taken back by that answer, also when the phone dies before the next one', async () => {
  const body = { roundId: round.id, expectedBackAt: '2026-11-23T13:00:00Z' }
  const act: VisitAct = { id: uuidv7(), kind: 'checkIn', at: now.toISOString(), body }
  const leaving: Change = { place: `round/${round.id}`, value: { ...round, isCheckedIn: true } }
  // The answer was made before she set out, and arrives while that is being written.
  const setOut = notebook.write([act], [leaving])
  await Promise.all([setOut, notebook.takeRounds(fromServer)])
  await notebook.takeAnswers([{ id: act.id, status: 'applied' }])

  notebook = await reopen()
  const { page } = notebook
  expect(waitingActs(page())).toEqual([])
  expect(page().rounds.map((kept) => isOut(page(), kept))).toEqual([true])
})

test('the next door is the first nobody rang at', async () => {
  await note(visit())
  const doors = doorsOf(notebook.page(), round)
  expect(doors.map(({ handing }) => handing)).toEqual(['waiting', undefined, undefined])
  expect(nextDoor(doors)?.number).toBe('2')
})

test('the notebook of one visitor takes nothing of another', async () => {
  const other = async () => Response.json({ ...fromServer, visitor: { id: uuidv7(), name: 'Bram' }, rounds: [] })
  expect(await sendAll(notebook, other)).toBe('otherVisitor')
  expect(notebook.page().self?.visitor.name).toBe('Anna')
})

/** The same database, of which one reading of the outbox arrives late; `nextReading` resolves when that one has looked. */
function slowOnce(database: PhoneDatabase): { readonly db: PhoneDatabase; readonly nextReading: () => Promise<void> } {
  let hasLooked: (() => void) | undefined
  const getAll: PhoneDatabase['getAll'] = async (store, ...query) => {
    const tell = store === 'outbox' ? hasLooked : undefined
    if (tell) hasLooked = undefined
    const rows = await database.getAll(store, ...query)
    if (!tell) return rows
    tell()
    await new Promise((resolve) => setTimeout(resolve, 100))
    return rows
  }
  const get = (target: PhoneDatabase, name: string | symbol) => {
    const value: unknown = name === 'getAll' ? getAll : Reflect.get(target, name)
    return typeof value === 'function' && name !== 'getAll' ? value.bind(target) : value
  }
  return {
    db: new Proxy(database, { get }),
    nextReading: () =>
      new Promise((resolve) => {
        hasLooked = resolve
      }),
  }
}
