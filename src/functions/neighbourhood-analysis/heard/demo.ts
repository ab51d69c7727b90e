import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { AnalysisDemo } from '../demo-needs.ts'
import type { OccasionKind } from './heard.ts'
import { countOccasions } from './heard-store.ts'

type DemoOccasion = readonly [
  kind: OccasionKind,
  title: string,
  place: string,
  daysAgo: number,
  people: number,
  groups: Readonly<Record<string, number>>,
]

/** Loads seven occasions of Netegem; nobody counted people with a disability. */
export async function demoHeard(tx: Tx, world: DemoWorld, needs: AnalysisDemo): Promise<void> {
  const placeNamed = new Map(needs.neighbourhoods.map(({ name, id }) => [name, id]))
  await countOccasions(
    tx,
    demoOccasions.map(([kind, title, place, daysAgo, people, groups], at) => ({
      id: world.id(),
      kind,
      title,
      onDay: world.day(-daysAgo),
      neighbourhoodId: placeNamed.get(place) ?? null,
      walkId: null,
      counted: at % 3 === 0 ? ('selfDeclared' as const) : ('estimated' as const),
      people,
      groups: Object.entries(groups).map(([group, heard]) => ({ group, people: heard })),
      notedBy: needs.staff.communityWorker.userId,
    })),
  )
}

const demoOccasions: readonly DemoOccasion[] = [
  ['conversation', 'Praatcafé in het dienstencentrum', 'Molenwijk', 43, 24, { olderPerson: 19, informalCarer: 6 }],
  ['meeting', 'Vergadering van het feestcomité', 'Molenwijk', 41, 18, { olderPerson: 5, singleParent: 2 }],
  [
    'conversation',
    'Schoolpoort van de basisschool',
    'Stationsbuurt',
    29,
    31,
    { migrationBackground: 17, singleParent: 6, newcomer: 4 },
  ],
  ['professionals', 'Overleg met apotheek, school en opvang', '', 27, 9, {}],
  [
    'street',
    'Bevraging op de markt',
    '',
    25,
    46,
    { olderPerson: 15, poverty: 11, jobseeker: 3, migrationBackground: 8 },
  ],
  ['meeting', 'Avond in de kantine', 'Heide', 24, 15, { olderPerson: 8, isolatedFarmOrHamlet: 12 }],
  [
    'conversation',
    'Voedselbedeling',
    'Stationsbuurt',
    13,
    22,
    { poverty: 20, singleParent: 5, jobseeker: 4, migrationBackground: 9 },
  ],
]
