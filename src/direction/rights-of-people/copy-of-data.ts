import { heldInDetection, whatDetectionHolds, whatVisitsHold } from '../../functions/detection/index.ts'
import { heldInGuidance, whatGuidanceHolds } from '../../functions/guidance/index.ts'
import type { StaffActor, SystemActor } from '../../platform/access/actor.ts'
import { systemActor } from '../../platform/access/actor.ts'
import { type LookedAt, type Looker, lookersOf } from '../../platform/audit/index.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { type Held, type HeldValue, heldTogether } from '../../platform/fields/held.ts'
import { heldInIdentity, whatIdentityHolds } from '../../platform/identity/index.ts'
import { heldInAgreements, whatAgreementsHold } from '../../registers/agreements/index.ts'
import { zonesIn } from '../../registers/municipalities/index.ts'
import { heldInPeople, whatPeopleHold } from '../../registers/people/index.ts'
import {
  heldInVolunteers,
  volunteerById,
  volunteerFilesOf,
  whatVolunteersHold,
} from '../../registers/volunteers/index.ts'
import { heldInRequests, whatRequestsHold } from './held-store.ts'
import type { RightsRequest } from './request.ts'

/** All that one data zone holds about somebody, and who looked at it (P16). */
export type CopyOfData = Held & {
  readonly controller: string
  /** Undefined: of these data it is not kept who looked. */
  readonly lookers: readonly Looker[] | undefined
  /** The language in which the person is spoken with. */
  readonly language: string | undefined
}

/**
 * Puts together what every module holds about whom a request is of, in the zone that has to answer. Put together by the
 * program, because nobody alone may read all of it; the caller checks first that the actor may have it, and notes that.
 */
export function putTogether(
  { transact }: Needs,
  municipalityId: string,
  request: Pick<RightsRequest, 'zoneId' | 'personId' | 'cardId' | 'volunteerId'>,
): Promise<CopyOfData> {
  const { zoneId, personId, cardId, volunteerId } = request
  return transact(copier(municipalityId), async (tx) =>
    asCopy(
      tx,
      zoneId,
      [
        ...(personId ? [await whatPeopleHold(tx, personId), await whatAgreementsHold(tx, personId, zoneId)] : []),
        ...(personId || cardId ? [await whatDetectionHolds(tx, { personId, cardId }, zoneId)] : []),
        ...(personId ? [await whatGuidanceHolds(tx, personId, zoneId)] : []),
        ...(volunteerId ? await ofVolunteer(tx, volunteerId, zoneId) : []),
        await whatRequestsHold(tx, request),
      ],
      await lookersOf(tx, lookedAt(request)),
    ),
  )
}

/** What is held about somebody who works or volunteers here, for that same account, in the zone in which it acts. */
export function putTogetherOwn(
  { transact }: Needs,
  { municipalityId, zoneId, userId }: StaffActor,
): Promise<CopyOfData> {
  return transact(copier(municipalityId), async (tx) => {
    const files = (await volunteerFilesOf(tx, userId)).filter((file) => file.zoneId === zoneId)
    const parts = [await whatIdentityHolds(tx, userId), await whatVisitsHold(tx, userId, zoneId)]
    for (const { id } of files) parts.push(await whatVolunteersHold(tx, id, zoneId))
    const [file] = files
    return asCopy(tx, zoneId, parts, file && (await lookersOf(tx, lookedAt({ volunteerId: file.id }))))
  })
}

/** Every table of which a copy has the rows that are somebody's own; the log is in it as who looked. */
export const copiedTables = (): ReadonlySet<string> =>
  new Set([
    ...heldInPeople,
    ...heldInAgreements,
    ...heldInDetection(),
    ...heldInGuidance(),
    ...heldInVolunteers(),
    ...heldInIdentity(),
    heldInRequests,
    'audit.line',
  ])

type Needs = { readonly transact: Transact }

async function ofVolunteer(tx: Tx, volunteerId: string, zoneId: string): Promise<readonly Held[]> {
  const userId = (await volunteerById(tx, volunteerId))?.userId
  return [
    await whatVolunteersHold(tx, volunteerId, zoneId),
    ...(userId ? [await whatVisitsHold(tx, userId, zoneId), await whatIdentityHolds(tx, userId)] : []),
  ]
}

async function asCopy(
  tx: Tx,
  zoneId: string,
  parts: readonly Held[],
  lookers: readonly Looker[] | undefined,
): Promise<CopyOfData> {
  const held = heldTogether(parts)
  const language = held.records.find(({ values }) => values.language !== undefined)?.values.language
  return {
    ...held,
    controller: (await zonesIn(tx)).find(({ id }) => id === zoneId)?.name ?? '',
    lookers,
    language: typeof language === 'string' ? language : undefined,
  }
}

function lookedAt({
  personId,
  cardId,
  volunteerId,
}: Partial<Pick<RightsRequest, 'personId' | 'cardId' | 'volunteerId'>>): LookedAt {
  if (personId) return { personId }
  return { subject: volunteerId ? { type: 'volunteer', id: volunteerId } : { type: 'card', id: cardId ?? '' } }
}

const copier = (municipalityId: string): SystemActor => systemActor(municipalityId, 'copy of data for a person')

/** A copy as a program reads it; described in docs/copy-of-data.md. */
export type CopyFile = {
  readonly format: 'meernet-copy-of-data/1'
  readonly madeAt: string
  readonly controller: string
  readonly records: readonly {
    readonly table: string
    readonly purpose: string
    readonly legalGround: string
    readonly retention: { readonly series: string; readonly term: string }
    readonly values: Readonly<Record<string, HeldValue>>
  }[]
  readonly leftOut: readonly string[]
  readonly whoLooked: readonly {
    readonly day: string
    readonly role: string
    readonly organisation: string
    readonly times: number
  }[]
}

/** The copy with, beside each record, why it is kept and how long (P1). */
export function copyFile(copy: CopyOfData, fields: FieldRegister, madeAt: Date): CopyFile {
  return {
    format: 'meernet-copy-of-data/1',
    madeAt: madeAt.toISOString(),
    controller: copy.controller,
    records: copy.records.map(({ table, values }) => {
      const kept = fields[table]
      return {
        table,
        purpose: kept?.purpose ?? '',
        legalGround: kept?.legalGround ?? '',
        retention: { series: kept?.retention.series ?? '', term: kept?.retention.term ?? '' },
        values,
      }
    }),
    leftOut: copy.leftOut,
    whoLooked: (copy.lookers ?? []).map(({ day, role, organisation, times }) => ({ day, role, organisation, times })),
  }
}
