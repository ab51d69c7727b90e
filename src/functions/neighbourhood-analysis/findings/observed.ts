import type { Tx } from '../../../platform/database/transact.ts'
import { type FormValues, notFound } from '../../../platform/http/index.ts'
import { walkWithObservation } from '../walks/walk-store.ts'
import { isIdentifier } from './asked-finding.ts'
import type { Voice } from './finding.ts'

type Asked = { readonly walk: string | undefined; readonly observation: string | undefined }

/** What a finding begins with when it comes from something that was seen on a walk. */
export type Observed = {
  readonly values: FormValues
  readonly evidence: Omit<Voice, 'id'> | undefined
}

/** The form of a finding filled in from an observation, and the observation as its first evidence; empty when none is asked for, not found when it is not there. */
export async function observationAsked(tx: Tx, { walk, observation }: Asked): Promise<Observed> {
  if (!walk || !observation) return { values: {}, evidence: undefined }
  const isAsked = isIdentifier(walk) && isIdentifier(observation)
  const seen = (isAsked && (await walkWithObservation(tx, walk, observation))) || notFound('observation', observation)
  const { kind, theme, spot, seen: statement } = seen.observation
  return {
    values: {
      kind,
      theme,
      statement,
      neighbourhoodIds: [seen.walk.neighbourhoodId],
      restsOn: 'noPeople',
      walk,
      observation,
    },
    evidence: {
      kind: 'walk',
      source: `${seen.walk.route}: ${spot}`.slice(0, 200),
      onDay: seen.walk.walkedOn,
      says: statement,
    },
  }
}
