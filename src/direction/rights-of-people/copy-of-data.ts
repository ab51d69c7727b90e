import { whatDetectionHolds } from '../../functions/detection/index.ts'
import { whatGuidanceHolds } from '../../functions/guidance/index.ts'
import type { SystemActor } from '../../platform/access/actor.ts'
import { systemActor } from '../../platform/access/actor.ts'
import { type Looker, lookersOf } from '../../platform/audit/index.ts'
import type { Transact } from '../../platform/database/transact.ts'
import type { FieldRegister } from '../../platform/fields/field-register.ts'
import { type Held, type HeldValue, heldTogether } from '../../platform/fields/held.ts'
import { whatAgreementsHold } from '../../registers/agreements/index.ts'
import { zonesIn } from '../../registers/municipalities/index.ts'
import { whatPeopleHold } from '../../registers/people/index.ts'
import type { RightsRequest } from './request.ts'

/** All that one data zone holds about somebody, and who looked at it (P16). */
export type CopyOfData = Held & {
  readonly controller: string
  readonly lookers: readonly Looker[]
  /** The language in which the person is spoken with. */
  readonly language: string | undefined
}

/**
 * Puts together what every module holds about whom a request is of, in the zone that has to answer. Put together by the
 * program, because nobody alone may read all of it; the caller checks first that the actor may have it, and notes that.
 */
export function putTogether(
  { transact }: { readonly transact: Transact },
  municipalityId: string,
  { zoneId, personId, cardId }: Pick<RightsRequest, 'zoneId' | 'personId' | 'cardId'>,
): Promise<CopyOfData> {
  return transact(copier(municipalityId), async (tx) => {
    const zones = await zonesIn(tx)
    const parts = [
      ...(personId ? [await whatPeopleHold(tx, personId), await whatAgreementsHold(tx, personId, zoneId)] : []),
      await whatDetectionHolds(tx, { personId, cardId }, zoneId),
      ...(personId ? [await whatGuidanceHolds(tx, personId, zoneId)] : []),
    ]
    const held = heldTogether(parts)
    const subject = { type: 'card', id: cardId ?? '' }
    const language = held.records.find(({ values }) => values.language !== undefined)?.values.language
    return {
      ...held,
      controller: zones.find(({ id }) => id === zoneId)?.name ?? '',
      lookers: await lookersOf(tx, personId ? { personId } : { subject }),
      language: typeof language === 'string' ? language : undefined,
    }
  })
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
    whoLooked: copy.lookers.map(({ day, role, organisation, times }) => ({ day, role, organisation, times })),
  }
}
