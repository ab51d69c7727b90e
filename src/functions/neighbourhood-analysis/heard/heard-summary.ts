import type { IsoDate } from '@meernet/calendar'
import { bandOf, type ShownBand } from '@meernet/statistics'
import type { Tx } from '../../../platform/database/transact.ts'
import { entriesOn, groupContent } from '../../../registers/frameworks/index.ts'
import { type AreaProfile, municipalityProfile, profileOf } from '../indicators/profile.ts'
import { type GroupHeard, groupsHeard } from './heard.ts'
import { type Occasion, occasionsOf, peopleHeard, talliesOf } from './heard-store.ts'

/** Who was heard in a year, and who was not, as readers may see it. */
export type HeardSummary = {
  readonly year: number
  /** How many people in all, as a band: somebody may have come twice. */
  readonly people: ShownBand
  /** The seven groups that every report shows, and others of which somebody was counted. */
  readonly groups: readonly GroupHeard[]
  readonly occasions: readonly Occasion[]
}

type Asked = {
  /** Without one of the whole municipality. */
  readonly neighbourhoodId?: string | undefined
  readonly year: number
  readonly today: IsoDate
}

/** Who was heard in `year`; the seven groups always, also when nobody was counted. */
export async function heardSummary(tx: Tx, { neighbourhoodId, year, today }: Asked): Promise<HeardSummary> {
  const tallies = await talliesOf(tx, year)
  const counted = new Set(tallies.flatMap(({ group, people }) => (people > 0 ? [group] : [])))
  const groups = entriesOn(groupContent, today).flatMap(({ code }) =>
    alwaysShown.has(code) || counted.has(code) ? [code] : [],
  )
  const people = await peopleHeard(tx, { year, neighbourhoodId })
  const shares = await sharesOf(tx, neighbourhoodId)
  return {
    year,
    people: bandOf(people, [10, 20, 50, 100]),
    groups: groupsHeard({ groups, tallies, people, shares, neighbourhoodId }),
    occasions: await occasionsOf(tx, { year, neighbourhoodId }),
  }
}

const alwaysShown = new Set(
  groupContent.entries.flatMap(({ code, isAlwaysReported }) => (isAlwaysReported ? [code] : [])),
)

/** The published figure that comes nearest to how large a group is; of the others nobody publishes one. */
const shareIndicators: ReadonlyMap<string, string> = new Map([
  ['poverty', 'increasedReimbursementShare'],
  ['migrationBackground', 'originShare'],
  ['jobseeker', 'jobseekerShare'],
  ['olderPerson', 'age65Share'],
  ['informalCarer', 'informalCarerShare'],
  ['singleParent', 'singleParentShare'],
  ['youth', 'age0to17Share'],
])

/** Shares of groups, 0–1, of the neighbourhood, else of the municipality: of some only that is published; absent where no figure is shown. */
async function sharesOf(tx: Tx, neighbourhoodId: string | undefined): Promise<ReadonlyMap<string, number>> {
  const own = neighbourhoodId === undefined ? undefined : await profileOf(tx, neighbourhoodId)
  const nearestFirst = [own, await municipalityProfile(tx)].map(figuresIn)
  return new Map(
    [...shareIndicators].flatMap(([group, indicator]) => {
      const value = nearestFirst.map((figures) => figures.get(indicator)).find((figure) => typeof figure === 'number')
      return value === undefined ? [] : [[group, value / 100] as const]
    }),
  )
}

const figuresIn = (profile: AreaProfile | undefined) =>
  new Map(profile?.lines.map(({ definition, own }) => [definition.key, own.shown.value] as const))
