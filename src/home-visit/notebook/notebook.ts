import type { ActAnswer, RoundsAnswer, VisitAct } from '../../functions/detection/contract.ts'
import type { CheckAtDoor } from '../../functions/guidance/contract.ts'
import { changeOwn, readOwn } from '../device/own.ts'
import { clockState, corrected, keepToldTime, readToldTime, timeTold } from '../device/phone-clock.ts'
import type { PhoneDatabase } from '../device/phone-database.ts'
import { openingOnce } from '../device/sealing.ts'
import { forgetAfter, nextBatch, settle } from '../outbox/outbox.ts'
import { changesFrom, checkChange, checkPlace, draftChange, visitPlace } from './changes.ts'
import { inTurn } from './in-turn.ts'
import { type Change, deleteActs, deleteDone, writeActs, writeOutcome } from './notebook-store.ts'
import {
  type BegunCheck,
  type CardDraft,
  type OpenAct,
  type Page,
  refusedActs,
  type SyncState,
  waitingActs,
} from './page.ts'
import { readPage } from './read-page.ts'

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

/** Opens the notebook of this phone with its data key; `clock` is what the phone shows. */
export async function openNotebook(db: PhoneDatabase, key: CryptoKey, clock: () => Date): Promise<Notebook> {
  const own = await readOwn(db)
  const live = await livePage(db, key, clock)
  const { page, now, refresh } = live
  // One change after the other: what the server answers goes over what was done meanwhile, never over an older page.
  const change = inTurn()
  const keep = async (acts: readonly VisitAct[], changes: readonly Change[]) => {
    await writeActs(db, key, acts, changes)
    await refresh()
  }
  const write = (acts: readonly VisitAct[], changes: readonly Change[] = []) => change(() => keep(acts, changes))

  return {
    page,
    ownerId: () => own?.visitorId ?? page().self?.visitor.id,
    now,
    onChange: live.onChange,
    write,
    keepDraft: (draft) => write([], [draftChange(draft, now())]),
    keepCheck: (check) => write([], [checkChange(check, now())]),
    dropCheck: (roundAddressId) => write([], [{ place: checkPlace(roundAddressId) }]),
    keepRightsPlace: (place) => write([], [{ place: 'rightsPlace', value: place }]),
    nextToSend: (atMost) => nextBatch(waitingWithId(page()), atMost).map(({ act }) => act),
    takeAnswers: (answers) =>
      change(async () => {
        await keepAnswers(db, page(), answers, now())
        await refresh()
      }),
    takeRounds: (answer) =>
      change(async () => {
        await live.takeTime(new Date(answer.now))
        if (own && own.visitorId === null) await changeOwn(db, { visitorId: answer.visitor.id })
        await keep([], changesFrom(answer, page(), now()))
      }),
    setSync: live.setSync,
    dismissRefused: () =>
      change(async () => {
        const sequences = refusedActs(page()).map(({ sequence }) => sequence)
        await deleteActs(db, sequences)
        await refresh()
      }),
    refresh,
  }
}

/** The page as it stands on this phone, read again when it may have changed, and the time by which it is read. */
async function livePage(db: PhoneDatabase, key: CryptoKey, clock: () => Date) {
  const listeners = new Set<() => void>()
  const opening = { records: openingOnce(key), acts: openingOnce(key) }
  let told = await readToldTime(db)
  const now = () => corrected(clock(), told)
  const look = async () => ({ ...(await readPage(db, opening, now())), clock: clockState(clock(), told) })
  let page: Page = { ...(await look()), sync: { kind: 'resting' } }
  const changed = (next: Page) => {
    page = next
    for (const listener of listeners) listener()
  }
  const readAgain = async () => {
    told = await readToldTime(db)
    const fresh = await look()
    changed({ ...fresh, sync: page.sync })
  }
  // One reading after the other: an older one that took longer would put back what is gone.
  const read = inTurn()

  return {
    page: () => page,
    now,
    onChange: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    refresh: () => read(readAgain),
    setSync: (sync: SyncState) => changed({ ...page, sync }),
    /** Goes by the time the server told from now on. */
    takeTime: async (server: Date) => {
      told = timeTold(server, clock())
      await keepToldTime(db, told)
    },
  }
}

/**
 * Keeps what the server said of acts that waited. A phone without room for the refusals still forgets what was done, and
 * throws, so that the refused ones are sent again.
 */
async function keepAnswers(db: PhoneDatabase, page: Page, answers: readonly ActAnswer[], now: Date): Promise<void> {
  const { done, refused } = settle(waitingWithId(page), answers)
  const sequences = done.map(({ sequence }) => sequence)
  await writeOutcome(db, {
    done: sequences,
    refused: refused.map(({ item, reason }) => ({ sequence: item.sequence, reason })),
    forgetAt: forgetAfter(now),
    handedOver: notesOf([...done, ...refused.map(({ item }) => item)]),
  }).catch(async (noRoom: unknown) => {
    await deleteDone(db, { done: sequences, handedOver: notesOf(done) })
    if (refused.length > 0) throw noRoom
  })
}

/** Where the notes lie that these acts are about. */
const notesOf = (acts: readonly Pick<OpenAct, 'act'>[]): readonly string[] =>
  acts.flatMap(({ act }) => ('visitId' in act && act.visitId ? [visitPlace(act.visitId)] : []))

const waitingWithId = (page: Page) => waitingActs(page).map((item) => ({ ...item, id: item.act.id }))
