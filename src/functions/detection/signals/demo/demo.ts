import { addDays, daysBetween, type IsoDate } from '@meernet/calendar'
import type { StaffActor } from '../../../../platform/access/actor.ts'
import type { Tx } from '../../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../../platform/demo/demo-world.ts'
import { eraseContent } from '../../cards/card-store.ts'
import { fileCards } from '../../cards/file-cards.ts'
import { keepAgreementsOfCards } from '../../cards/following/card-agreements.ts'
import { signalBecameCase } from '../../events.ts'
import { saveHeadOfService, saveSubstitute } from '../../substitutes/substitute-store.ts'
import { changeSignal } from '../actions.ts'
import { keepPairs, likelyPairs, takeNewCards } from '../merging/duplicate-store.ts'
import { dueOn } from '../promises/deadline.ts'
import type { SignalState, Triage } from '../signal.ts'
import type { NewSignalEvent } from '../signal-event.ts'
import { type Signal, type SignalChange, signalById } from '../signal-store.ts'
import type { TellBackTopic } from '../telling-back/feedback.ts'
import { finishTellBack } from '../telling-back/tell-back-store.ts'
import { type DemoCardNeeds, demoCard } from './demo-card.ts'
import { type Story, stories, toldWithinDays } from './demo-stories.ts'

/** A card that became a case, for the module that goes on with it. */
export type DemoCase = {
  readonly signalId: string
  readonly caseId: string
  readonly personId: string
  readonly openedOn: IsoDate
}

/** About sixty cards from all sources and in every state, some late, two of one person, one merged; and substitutes. */
export async function demoCards(tx: Tx, world: DemoWorld, needs: DemoCardNeeds): Promise<readonly DemoCase[]> {
  const cases: DemoCase[] = []
  const byDay = Map.groupBy(stories, ({ daysAgo }) => daysAgo)
  for (const [daysAgo, group] of byDay) {
    const day = world.day(-daysAgo)
    const filed = group.map((story) => ({ story, card: demoCard(world, needs, day, story.urgency) }))
    await fileCards(
      at(tx, day, 9),
      filed.map(({ card }) => card),
    )
    for (const { story, card } of filed) {
      const opened = await tell(tx, world, needs, story, card.id, cases.length)
      if (opened) cases.push(opened)
    }
  }
  await makeDouble(tx, world, needs)
  await makeSubstitutes(tx, world, needs)
  return cases
}

/** The same transaction on an earlier day; of today no later than it is, for a demo may be loaded at night. */
const at = (tx: Tx, day: IsoDate, hour: number): Tx => {
  const moment = new Date(`${day}T${String(hour).padStart(2, '0')}:15:00Z`)
  return { ...tx, now: moment < tx.now ? moment : tx.now }
}

const order: readonly SignalState[] = ['acknowledged', 'triaged', 'contacted', 'agreed']

/** Lets a card go as far as its story says, a few days a step; gives the case when it ended in one. */
async function tell(
  tx: Tx,
  world: DemoWorld,
  needs: DemoCardNeeds,
  story: Story,
  id: string,
  made: number,
): Promise<DemoCase | undefined> {
  const { upTo, daysAgo, triage = 'ordinary' } = story
  if (upTo === 'received') return undefined
  const coordinator = world.pick(needs.coordinators)
  const ends = ['declined', 'closed', 'case'].includes(upTo)
  const way = ends ? (upTo === 'case' ? order : order.slice(0, 3)) : order.slice(0, order.indexOf(upTo) + 1)
  let passed = 0
  for (const state of way) {
    passed = Math.min(passed + (state === 'acknowledged' ? 0 : 1 + world.whole(4)), Math.max(daysAgo - 1, 0))
    await step(tx, world.day(passed - daysAgo), id, state, { triage, coordinator })
  }
  const day = world.day(Math.min(passed + 1 - daysAgo, 0))
  if (upTo === 'case') return openDemoCase(tx, world, needs, { id, day, coordinator, personId: needs.personIds[made] })
  if (upTo === 'declined') {
    const reofferOn = world.chance(0.5) ? world.day(60) : null
    await change(at(tx, day, 14), id, { state: 'declined', dueOn: null, reofferOn }, [
      { kind: 'declined', by: 'staff' },
    ])
    await eraseContent(tx, [id])
  }
  if (upTo === 'closed') {
    const because = world.pick(['informed', 'helped', 'notReached'] as const)
    await change(at(tx, day, 14), id, { state: 'closed', closedBecause: because, dueOn: null }, [
      { kind: 'closed', by: 'staff', detail: because },
    ])
    await tellBack(tx, world, id, day, 'result')
  }
  return undefined
}

async function step(
  tx: Tx,
  day: IsoDate,
  id: string,
  state: SignalState,
  { triage, coordinator }: { readonly triage: Triage; readonly coordinator: StaffActor },
): Promise<void> {
  const now = at(tx, day, 10 + order.indexOf(state))
  const signal = await signalById(now, id)
  if (!signal) return
  const receivedOn = signal.receivedAt.toISOString().slice(0, 10)
  const isTriaged = state !== 'acknowledged'
  const after = { state, triage: isTriaged ? triage : null, urgency: signal.urgency, receivedOn, on: day }
  const events: Record<string, NewSignalEvent> = {
    acknowledged: { kind: 'acknowledged', by: 'staff' },
    triaged: { kind: 'triaged', by: 'staff', detail: triage },
    contacted: { kind: 'contacted', by: 'staff', detail: 'phone' },
    agreed: { kind: 'agreed', by: 'staff' },
  }
  const event = events[state]
  const change = {
    state,
    triage: after.triage,
    dueOn: dueOn(after),
    assigneeUserId: coordinator.userId,
  }
  await changeSignal(now, signal, change, event ? [event] : [])
}

async function change(
  tx: Tx,
  id: string,
  to: SignalChange,
  events: readonly NewSignalEvent[],
): Promise<Signal | undefined> {
  const signal = await signalById(tx, id)
  if (signal) await changeSignal(tx, signal, to, events)
  return signal
}

type Opening = {
  readonly id: string
  readonly day: IsoDate
  readonly coordinator: StaffActor
  readonly personId: string | undefined
}

async function openDemoCase(
  tx: Tx,
  world: DemoWorld,
  needs: DemoCardNeeds,
  { id, day, coordinator, personId }: Opening,
): Promise<DemoCase | undefined> {
  if (!personId) return undefined
  const caseId = world.id()
  const then = at(tx, day, 15)
  const to = { state: 'case', caseId, personId, caseProgress: 'takenUp', dueOn: null } as const
  const signal = await change(then, id, to, [{ kind: 'caseOpened', by: 'staff', otherId: caseId }])
  const neighbourhoodId = signal?.neighbourhoodId ?? null
  await keepAgreementsOfCards(then, [id], personId)
  await then.publish(signalBecameCase, {
    signalId: id,
    caseId,
    personId,
    zoneId: needs.zoneId,
    neighbourhoodId,
    openedBy: coordinator.userId,
  })
  await tellBack(tx, world, id, day, 'whoFollows')
  return { signalId: id, caseId, personId, openedOn: day }
}

/** Somebody calls the person a few days after `day`; what is recent is still to be told. */
async function tellBack(tx: Tx, world: DemoWorld, id: string, day: IsoDate, about: TellBackTopic): Promise<void> {
  if (daysBetween(day, world.today) < toldWithinDays) return
  const then = at(tx, addDays(day, 1 + world.whole(4)), 13)
  if (await finishTellBack(then, id, about, 'told'))
    await change(then, id, {}, [{ kind: 'toldBack', by: 'staff', detail: 'told' }])
}

/** One person on three cards: two to look at, one merged already. */
async function makeDouble(tx: Tx, world: DemoWorld, needs: DemoCardNeeds): Promise<void> {
  const day = world.day(-2)
  const first = {
    ...demoCard(world, needs, day),
    name: 'Denise Willems',
    phone: '09 000 44 44',
  }
  const again = {
    ...demoCard(world, needs, day),
    name: 'D. Willems',
    phone: '09 0004444',
    placeText: first.placeText,
  }
  const third = {
    ...first,
    id: world.id(),
    wish: 'Ook nog: ik zoek iemand om de haag te snoeien.',
    source: 'keyPerson' as const,
    senderUserId: undefined,
  }
  await fileCards(at(tx, day, 11), [first, again, third])
  await takeNewCards(tx)
  const pairs = await likelyPairs(tx, [first.id, again.id, third.id])
  await keepPairs(
    tx,
    pairs.map((pair) => ({ ...pair, zoneId: needs.zoneId })),
  )
  const merged = { mergedInto: first.id, mergedAt: at(tx, day, 16).now }
  await change(at(tx, day, 16), third.id, merged, [{ kind: 'merged', by: 'staff', otherId: first.id }])
  await change(at(tx, day, 16), first.id, {}, [{ kind: 'merged', by: 'staff', otherId: third.id }])
}

async function makeSubstitutes(tx: Tx, world: DemoWorld, { zoneId, coordinators }: DemoCardNeeds): Promise<void> {
  const [first, second] = coordinators
  if (!first || !second) return
  const away = {
    userId: second.userId,
    substituteUserId: first.userId,
    awayFrom: world.day(5),
    awayUntil: addDays(world.day(5), 9),
  }
  await saveSubstitute(tx, { id: world.id(), zoneId, ...away })
  await saveSubstitute(tx, {
    id: world.id(),
    zoneId,
    userId: first.userId,
    substituteUserId: second.userId,
    awayFrom: null,
    awayUntil: null,
  })
  await saveHeadOfService(tx, zoneId, second.userId)
}
