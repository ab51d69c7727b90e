import type { IsoDate } from '@meernet/calendar'
import type { z } from 'zod'
import type { StaffActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import type { noteForm } from './forms.ts'
import { maySecondRead, situationBandOf } from './policy-signal.ts'
import { notePolicySignals, policySignalById, saveSecondReading } from './policy-signal-store.ts'

type Needs = { readonly transact: Transact }

/** What guidance tells when a case closes with something for policy; the same shape as its event. */
export type FromClosedCase = {
  readonly id: string
  readonly theme: string
  readonly causeType: string
  readonly competentLevel: string
  readonly neighbourhoodId: string | null
  readonly groups: readonly string[]
  readonly description: string
  readonly noteBy: string
  readonly caseClosedOn: IsoDate
}

/** Keeps what a closed case taught; which case is not kept. Subscribed in `app.tsx` to the notice of guidance. */
export async function notePolicySignal(tx: Tx, { noteBy, caseClosedOn, ...signal }: FromClosedCase): Promise<void> {
  await notePolicySignals(tx, [
    { ...signal, situations: 'under5', origin: 'case', notedBy: noteBy, notedOn: caseClosedOn },
  ])
}

/** What guidance tells when it counted the same thing for several people; the same shape as its event. */
export type CountedPattern = {
  readonly id: string
  readonly theme: string
  readonly causeType: string
  readonly competentLevel: string
  readonly description: string
  readonly people: number
  readonly countedOn: IsoDate
}

/** Keeps what was counted, as a band; a coordinator still reads it as second (P14). Subscribed in `app.tsx` to guidance. */
export async function noteCountedPattern(tx: Tx, { people, countedOn, ...signal }: CountedPattern): Promise<void> {
  const band = situationBandOf(people)
  await notePolicySignals(tx, [
    {
      ...signal,
      groups: [],
      neighbourhoodId: null,
      situations: band === 'none' ? 'under5' : band,
      origin: 'counted',
      notedBy: null,
      notedOn: countedOn,
    },
  ])
}

/** Keeps a signal that somebody notes directly. */
export function noteDirectly(
  { transact }: Needs,
  actor: StaffActor,
  note: z.output<ReturnType<typeof noteForm>>,
  today: IsoDate,
): Promise<void> {
  return transact(actor, (tx) =>
    notePolicySignals(tx, [
      {
        ...note,
        neighbourhoodId: note.neighbourhoodId ?? null,
        origin: 'direct',
        notedBy: actor.userId,
        notedOn: today,
      },
    ]),
  )
}

export type SecondReading =
  | { readonly kind: 'read' | 'stale' }
  | { readonly kind: 'refused'; readonly reason: 'ownNote' }

/** Notes that nobody can be recognised in it, with the text as the reader left it; refuses the author (P14). */
export function readAsSecond(
  { transact }: Needs,
  actor: StaffActor,
  reading: { readonly id: string; readonly version: number; readonly description: string; readonly today: IsoDate },
): Promise<SecondReading | undefined> {
  return transact(actor, async (tx) => {
    const { id, version, description, today } = reading
    const signal = await policySignalById(tx, id)
    if (!signal) return undefined
    if (signal.readOn === null && !maySecondRead(signal, actor.userId)) return { kind: 'refused', reason: 'ownNote' }
    const isSaved = await saveSecondReading(tx, { id, version, description, reader: actor.userId, readOn: today })
    if (!isSaved) return { kind: 'stale' }
    tx.audit({ action: 'second read policy signal', subject: { type: 'policy signal', id } })
    return { kind: 'read' }
  })
}
