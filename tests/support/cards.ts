import { uuidv7 } from 'uuidv7'
import { type CardToFile, type FiledCard, fileCards } from '../../src/functions/detection/index.ts'
import { actOnSignal } from '../../src/functions/detection/signals/actions.ts'
import { openCase } from '../../src/functions/detection/signals/case/case-opening.ts'
import type { Move } from '../../src/functions/detection/signals/signal.ts'
import { signalById } from '../../src/functions/detection/signals/signal-store.ts'
import { type StaffActor, systemActor } from '../../src/platform/access/actor.ts'
import type { TestMunicipality, World } from './world.ts'

/** A card in the zone of the municipality; by default from the resident, over the web. */
export async function fileCard(
  world: World,
  place: TestMunicipality,
  over: Partial<CardToFile> = {},
): Promise<FiledCard> {
  const card: CardToFile = {
    id: uuidv7(),
    zoneId: place.municipalityZone,
    source: 'resident',
    channel: 'web',
    wish: 'Iemand om mee te gaan wandelen.',
    name: 'Georgette Maes',
    phone: '011 00 00 07',
    language: 'nl',
    needsInterpreter: false,
    agreement: { mayTell: 'alles', toWhom: ['coordinator'], given: 'written' },
    urgency: 'ordinary',
    filledInBy: 'zelf',
    filledInOn: '2026-11-23',
    ...over,
  }
  const [filed] = await world.app.transact(systemActor(place.id, 'test'), (tx) => fileCards(tx, [card]))
  if (!filed) throw new Error('the card was not filed')
  return filed
}

const untilAgreed: readonly Move[] = [
  { kind: 'acknowledge' },
  { kind: 'triage', as: 'ordinary' },
  { kind: 'attempt', way: 'phone', reached: true },
  { kind: 'agree' },
]

/** Lets `coordinator` open a case from a fresh card, with a new person. Gives case and person. */
export async function openCaseOfCard(world: World, coordinator: StaffActor, signalId: string) {
  const needs = { transact: world.app.transact }
  const version = async () => (await world.app.transact(coordinator, (tx) => signalById(tx, signalId)))?.version ?? 0
  for (const move of untilAgreed) await actOnSignal(needs, coordinator, { signalId, version: await version(), move })
  const person = { id: uuidv7(), givenName: 'Georgette', familyName: 'Maes' }
  const opened = await openCase(needs, coordinator, { signalId, version: await version(), kind: 'new', person })
  if (opened.kind !== 'opened') throw new Error(`no case was opened: ${opened.kind}`)
  return { caseId: opened.caseId, personId: person.id }
}
