import type { ActAnswer, RoundsAnswer, SentCard, VisitAct, VisitorRound } from '../../functions/detection/contract.ts'
import type { CheckAtDoor } from '../../functions/guidance/contract.ts'
import { changeOwn, readOwn } from '../device/own.ts'
import { clockState, corrected, keepToldTime, readToldTime, timeTold } from '../device/phone-clock.ts'
import { forgetDue, type PhoneDatabase } from '../device/phone-database.ts'
import { type OpenAll, openingOnce } from '../device/sealing.ts'
import { forgetAfter, nextBatch, settle } from '../outbox/outbox.ts'
import {
  type Change,
  deleteActs,
  deleteDone,
  readActs,
  readRecords,
  writeActs,
  writeOutcome,
} from './notebook-store.ts'
import {
  type BegunCheck,
  type CardDraft,
  isOut,
  type NotedVisit,
  type OpenAct,
  type Page,
  type Self,
  type SyncState,
} from './page.ts'

/** The opened notebook: what the screens read and write. Closed by dropping it; the key goes with it. */
export type Notebook = {
  readonly page: () => Page
  /** The number of the account it belongs to; undefined in one of an earlier version until the first contact. */
  readonly ownerId: () => string | undefined
  /** The moment it is, also when the clock of the phone is wrong. */
  readonly now: () => Date
  /** Calls back at every change; gives what ends that. */
  readonly onChange: (listener: () => void) => () => void
  /** Keeps acts and what they mean for this phone. On disk when it resolves. */
  readonly write: (acts: readonly VisitAct[], changes?: readonly Change[]) => Promise<void>
  readonly keepDraft: (draft: CardDraft) => Promise<void>
  /** Keeps how far a check of rights is; two hours at the most. */
  readonly keepCheck: (check: BegunCheck) => Promise<void>
  readonly dropCheck: (roundAddressId: string) => Promise<void>
  readonly keepRightsPlace: (place: CheckAtDoor) => Promise<void>
  /** The acts to send next. */
  readonly nextToSend: (atMost?: number) => readonly VisitAct[]
  readonly takeAnswers: (answers: readonly ActAnswer[]) => Promise<void>
  readonly takeRounds: (answer: RoundsAnswer) => Promise<void>
  readonly setSync: (state: SyncState) => void
  readonly dismissRefused: () => Promise<void>
  /** Reads again what another tab may have written, and forgets what is due. */
  readonly refresh: () => Promise<void>
}

/** Drafts nobody finished are gone after a day. */
const draftHours = 24
/** A visit is over sooner. What somebody told of income and health is on the phone no longer than it has to be. */
const checkHours = 2

/** Opens the notebook of this phone with its data key; `clock` is what the phone shows. */
export async function openNotebook(db: PhoneDatabase, key: CryptoKey, clock: () => Date): Promise<Notebook> {
  const listeners = new Set<() => void>()
  let told = await readToldTime(db)
  const own = await readOwn(db)
  const now = () => corrected(clock(), told)
  const opening = { records: openingOnce(key), acts: openingOnce(key) }
  const look = async (sync: SyncState): Promise<Page> => ({
    ...(await read(db, opening, now())),
    sync,
    clock: clockState(clock(), told),
  })
  let page = await look({ kind: 'resting' })
  const changed = (next: Page) => {
    page = next
    for (const listener of listeners) listener()
  }
  // One reading after the other: an older one that took longer would put back what is gone.
  let reading = Promise.resolve()
  const refresh = () => {
    reading = reading
      .catch(() => undefined)
      .then(async () => {
        told = await readToldTime(db)
        const fresh = await look(page.sync)
        changed({ ...fresh, sync: page.sync })
      })
    return reading
  }
  const writeAndRefresh = async (acts: readonly VisitAct[], changes: readonly Change[]) => {
    await writeActs(db, key, acts, changes)
    await refresh()
  }

  return {
    page: () => page,
    ownerId: () => own?.visitorId ?? page.self?.visitor.id,
    now,
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    write: (acts, changes = []) => writeAndRefresh(acts, changes),
    keepDraft: (draft) =>
      writeAndRefresh(
        [],
        [{ place: draftPlace(draft.roundAddressId), value: draft, forgetAt: hoursAfter(now(), draftHours) }],
      ),
    keepCheck: (check) =>
      writeAndRefresh(
        [],
        [{ place: checkPlace(check.roundAddressId), value: check, forgetAt: hoursAfter(now(), checkHours) }],
      ),
    dropCheck: (roundAddressId) => writeAndRefresh([], [{ place: checkPlace(roundAddressId) }]),
    keepRightsPlace: (place) => writeAndRefresh([], [{ place: 'rightsPlace', value: place }]),
    nextToSend: (atMost) => nextBatch(waitingWithId(page), atMost).map(({ act }) => act),
    takeAnswers: async (answers) => {
      const { done, refused } = settle(waitingWithId(page), answers)
      const sequences = done.map(({ sequence }) => sequence)
      await writeOutcome(db, {
        done: sequences,
        refused: refused.map(({ item, reason }) => ({ sequence: item.sequence, reason })),
        forgetAt: forgetAfter(now()),
        handedOver: notesOf([...done, ...refused.map(({ item }) => item)]),
      }).catch(async (noRoom: unknown) => {
        await deleteDone(db, { done: sequences, handedOver: notesOf(done) })
        if (refused.length > 0) throw noRoom
      })
      await refresh()
    },
    takeRounds: async (answer) => {
      told = timeTold(new Date(answer.now), clock())
      await keepToldTime(db, told)
      if (own && own.visitorId === null) await changeOwn(db, { visitorId: answer.visitor.id })
      await writeAndRefresh([], changesFrom(answer, page, now()))
    },
    setSync: (sync) => changed({ ...page, sync }),
    dismissRefused: async () => {
      await deleteActs(
        db,
        page.acts.filter(({ state }) => state === 'refused').map(({ sequence }) => sequence),
      )
      await refresh()
    },
    refresh,
  }
}

/** A round as it now stands on this phone, until its campaign is over. */
export const roundChange = (round: VisitorRound): Change => ({
  place: `round/${round.id}`,
  value: round,
  forgetAt: endOfDay(round.until),
})

/** Where the note of a visit lies, and what was begun at a door of a round. */
export const visitPlace = (visitId: string) => `visit/${visitId}`
export const draftPlace = (roundAddressId: string) => `draft/${roundAddressId}`
export const checkPlace = (roundAddressId: string) => `check/${roundAddressId}`

type Opening = { readonly records: OpenAll; readonly acts: OpenAll }

async function read(db: PhoneDatabase, opening: Opening, now: Date): Promise<Omit<Page, 'sync' | 'clock'>> {
  // A phone too full to forget still opens; what is due is not shown.
  await forgetDue(db, now).catch(() => 0)
  const [records, acts] = await Promise.all([readRecords(db, opening.records, now), readActs(db, opening.acts)])
  // What was sealed here was written by this app: its shapes are its own.
  const all = <Value>(folder: string) =>
    [...records].filter(([place]) => place.startsWith(`${folder}/`)).map(([, value]) => value as Value)
  return {
    self: records.get('self') as Self | undefined,
    rounds: all<VisitorRound>('round').toSorted((a, b) => a.day.localeCompare(b.day)),
    visits: all<NotedVisit>('visit'),
    drafts: all<CardDraft>('draft'),
    checks: all<BegunCheck>('check'),
    rightsPlace: records.get('rightsPlace') as CheckAtDoor | undefined,
    cards: (records.get('cards') as readonly SentCard[] | undefined) ?? [],
    acts,
  }
}

/** What the server's answer changes: rounds replaced, visits that do not wait here brought up to date. */
function changesFrom(answer: RoundsAnswer, page: Page, now: Date): readonly Change[] {
  const { visitor, municipality, today } = answer
  const waiting = new Set(page.acts.flatMap(({ act }) => ('visitId' in act && act.visitId ? [act.visitId] : [])))
  const known = new Map(page.visits.map((visit) => [visit.id, visit]))
  const gone = page.rounds.filter(({ id }) => !answer.rounds.some((round) => round.id === id))
  return [
    { place: 'self', value: { visitor, municipality, today, fetchedAt: now.toISOString() } satisfies Self },
    { place: 'cards', value: answer.cards },
    ...gone.map(({ id }) => ({ place: `round/${id}` })),
    ...answer.rounds.map((round) => roundChange({ ...round, isCheckedIn: isOut(page, round) })),
    ...answer.visits
      .filter(({ id }) => !waiting.has(id))
      .map(({ forgetAt, ...visit }) => ({
        place: visitPlace(visit.id),
        value: {
          wantsReturnOn: null,
          hasCard: visit.outcome === 'cardFilled',
          ...known.get(visit.id),
          ...visit,
        } satisfies NotedVisit,
        forgetAt: Date.parse(forgetAt),
      })),
  ]
}

/** Where the notes lie that these acts are about. */
const notesOf = (acts: readonly Pick<OpenAct, 'act'>[]): readonly string[] =>
  acts.flatMap(({ act }) => ('visitId' in act && act.visitId ? [visitPlace(act.visitId)] : []))

const waitingWithId = (page: Page) =>
  page.acts.filter(({ state }) => state === 'waiting').map((item) => ({ ...item, id: item.act.id }))

const hoursAfter = (now: Date, hours: number) => now.getTime() + hours * 3_600_000
/** The night after the last day, in UTC: an hour or two into the next day in Brussels. */
const endOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000
