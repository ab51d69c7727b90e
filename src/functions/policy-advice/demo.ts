import type { Tx } from '../../platform/database/transact.ts'
import type { DemoWorld } from '../../platform/demo/demo-world.ts'
import type { SituationBand } from './policy-signal.ts'
import { notePolicySignals, saveSecondReading } from './policy-signal-store.ts'

type DemoSignal = readonly [
  theme: string,
  causeType: string,
  competentLevel: string,
  groups: readonly string[],
  situations: SituationBand,
  daysAgo: number,
  description: string,
]

/** Whose names the demo's signals carry, and where they were seen. */
export type DemoSignalNeeds = {
  /** Accounts of staff who note; at least one. */
  readonly authors: readonly string[]
  /** Account of a coordinator, who is not among the authors: the second reader. */
  readonly reader: string
  readonly neighbourhoodIds: readonly string[]
}

/** Loads 15 policy signals: ten read by a second person, five that still wait for one. */
export async function demoPolicySignals(tx: Tx, world: DemoWorld, needs: DemoSignalNeeds): Promise<void> {
  const signals = demoSignals.map(([theme, causeType, competentLevel, groups, situations, daysAgo, description]) => ({
    id: world.id(),
    theme,
    causeType,
    competentLevel,
    groups,
    situations,
    description,
    neighbourhoodId: world.chance(0.6) ? world.pick(needs.neighbourhoodIds) : null,
    origin: situations === 'under5' ? ('case' as const) : ('direct' as const),
    notedBy: world.pick(needs.authors),
    notedOn: world.day(-daysAgo),
  }))
  await notePolicySignals(tx, signals)
  for (const { id, description } of signals.slice(5))
    await saveSecondReading(tx, { id, version: 1, description, reader: needs.reader, readOn: world.day(-3) })
}

/** Invented; the first five are the newest. */
const demoSignals: readonly DemoSignal[] = [
  [
    'healthAndCare',
    'waitingTime',
    'flemish',
    ['olderPerson', 'informalCarer'],
    'from5',
    2,
    'Wie poetshulp vraagt, wacht ruim vier maanden. Familie valt intussen uit.',
  ],
  [
    'paperworkAndDigital',
    'digital',
    'federal',
    ['olderPerson', 'poverty'],
    'from10',
    4,
    'De aanvraag kan alleen met een app. Wie geen smartphone heeft, geraakt niet verder dan de eerste bladzijde.',
  ],
  [
    'mobility',
    'distance',
    'flemish',
    ['isolatedFarmOrHamlet'],
    'under5',
    5,
    'Sinds de bus niet meer langs het gehucht rijdt, kan men niet op eigen kracht naar de apotheek.',
  ],
  [
    'housing',
    'housing',
    'municipality',
    ['singleParent', 'poverty'],
    'from5',
    6,
    'Voor een ouder met kinderen is er in de gemeente geen betaalbare woning onder het gewone huurbedrag.',
  ],
  [
    'incomeAndDebts',
    'unknownOffer',
    'municipality',
    ['poverty'],
    'under5',
    8,
    'Niemand had verteld dat er een toelage voor stookolie bestaat; de termijn was voorbij.',
  ],
  [
    'incomeAndDebts',
    'rule',
    'federal',
    ['informalCarer', 'disability'],
    'under5',
    15,
    'Wie samen gaat wonen om te zorgen, verliest een deel van de uitkering. Mensen kiezen er dan voor om apart te blijven wonen.',
  ],
  [
    'healthAndCare',
    'waitingTime',
    'regionOfCare',
    ['mentalHealth', 'youth'],
    'from10',
    21,
    'Jongeren wachten maanden op een eerste gesprek met een psycholoog.',
  ],
  [
    'paperworkAndDigital',
    'language',
    'municipality',
    ['newcomer', 'migrationBackground'],
    'from5',
    26,
    'De brief over de huisvuiltaks wordt niet begrepen; er volgt een aanmaning met kosten.',
  ],
  [
    'contactAndLeisure',
    'cost',
    'municipality',
    ['poverty', 'singleParent'],
    'from5',
    33,
    'Kinderen stoppen met sport omdat het materiaal niet onder het kansentarief valt.',
  ],
  [
    'familyAndUpbringing',
    'missingOffer',
    'flemish',
    ['singleParent', 'jobseeker'],
    'from20',
    40,
    'Er is geen kinderopvang voor zeven uur of na zes uur. Werk met shiften wordt daardoor geweigerd.',
  ],
  [
    'workAndActivation',
    'distance',
    'flemish',
    ['jobseeker', 'newcomer'],
    'under5',
    47,
    'De opleiding is op een uur met de bus en begint voor de eerste bus aankomt.',
  ],
  [
    'healthAndCare',
    'cost',
    'federal',
    ['olderPerson', 'poverty'],
    'from5',
    55,
    'Tandzorg wordt uitgesteld omdat men het hele bedrag eerst zelf moet betalen.',
  ],
  [
    'housing',
    'discrimination',
    'flemish',
    ['migrationBackground'],
    'under5',
    63,
    'Na het noemen van de naam is de woning plots verhuurd. Dat verhaal komt op verschillende plaatsen terug.',
  ],
  [
    'school',
    'cost',
    'municipality',
    ['poverty', 'singleParent'],
    'from5',
    75,
    'De schoolrekening in september is te groot om in een keer te betalen.',
  ],
  [
    'contactAndLeisure',
    'attitude',
    'neighbourhood',
    ['disability', 'mentalHealth'],
    'under5',
    90,
    'Mensen voelen zich bekeken in de vereniging en komen na een keer niet meer.',
  ],
]
