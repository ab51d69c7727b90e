import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { amountsOf, knownAmounts, type YearAmounts, yearOf } from './amounts.ts'
import { keepTravelRate, keepYearAmounts } from './amounts-store.ts'

/** Volunteers of the demo by what their year shows: far from the ceiling, near it, real costs, the raised ceiling. */
export type DemoReimbursed = {
  readonly zoneId: string
  readonly farId: string
  readonly nearId: string
  readonly realCostsId: string
  readonly raisedId: string
}

/** Notes reimbursements of the last weeks in Netegem. Amounts of a year the program does not know are invented, and say so. */
export async function demoReimbursements(tx: Tx, world: DemoWorld, people: DemoReimbursed): Promise<void> {
  const thisYear = yearOf(world.today)
  const amounts = await amountsForDemo(tx, thisYear)
  const day = amounts.dayCents
  const near = daysOf(world, 36).map((on) => ({
    volunteer_id: people.nearId,
    day: on,
    ...lump,
    amount_cents: day - 302,
  }))
  await saveReimbursements(tx, world, people, [
    ...daysOf(world, 4).map((on) => ({ volunteer_id: people.farId, day: on, ...lump })),
    ...near,
    ...daysOf(world, 3).map((on) => ({ volunteer_id: people.realCostsId, day: on, ...lump, kind: 'realCosts' })),
    ...daysOf(world, 9).map((on) => ({
      volunteer_id: people.raisedId,
      day: on,
      ...lump,
      activity: 'sitting',
      amount_cents: day,
    })),
  ])
  for (const year of new Set([thisYear, ...near.map((one) => yearOf(one.day))])) {
    const here = near.filter((one) => yearOf(one.day) === year).reduce((sum, one) => sum + one.amount_cents, 0)
    // In a year that has just begun most of it came from elsewhere.
    const elsewhere = year === thisYear ? Math.max(12_000, Math.ceil(0.85 * amounts.yearCents) - here) : 12_000
    await saveDeclarations(tx, world, people, { year, elsewhere })
  }
}

const byBicycle = { travel_means: 'bicycle', travel_hectometres: 64, travel_cents: 236 } as const
const lump = { kind: 'lumpSum', activity: 'ordinary', amount_cents: 2000, ...byBicycle }

/** Every other day before today. */
const daysOf = (world: DemoWorld, most: number) => Array.from({ length: most }, (_, place) => world.day(-1 - 2 * place))

async function amountsForDemo(tx: Tx, year: number): Promise<Pick<YearAmounts, 'dayCents' | 'yearCents'>> {
  const source = 'verzonnen voor de demo'
  await keepTravelRate(tx, {
    means: 'car',
    from: `${year}-04-01`,
    until: `${year}-12-31`,
    tenThousandthsPerKilometre: 4300,
    source,
  })
  const known = amountsOf(knownAmounts, year)
  if (known) return known
  const invented = { dayCents: 4402, yearCents: 176_083, raisedYearCents: 323_391 }
  await keepYearAmounts(tx, { year, ...invented, source })
  return invented
}

type Declaring = {
  readonly year: number
  /** Cents that who is near the ceiling got from another organisation. */
  readonly elsewhere: number
}

async function saveDeclarations(tx: Tx, world: DemoWorld, people: DemoReimbursed, { year, elsewhere }: Declaring) {
  const declared = { elsewhere: 'none', lump_sum_cents: 0, travel_hectometres: 0, meets_raised_conditions: false }
  const rows = [
    { volunteer_id: people.farId, ...declared },
    { volunteer_id: people.nearId, ...declared, elsewhere: 'lumpSum', lump_sum_cents: elsewhere },
    { volunteer_id: people.realCostsId, ...declared, elsewhere: 'realCosts' },
    { volunteer_id: people.raisedId, ...declared, meets_raised_conditions: true },
  ]
  await tx.db
    .insertInto('volunteers.reimbursement_declaration')
    .values(rows.map((row) => ({ ...keysOf(tx, people), year, declared_on: world.today, ...row })))
    .execute()
}

type Row = {
  volunteer_id: string
  day: string
  kind: string
  activity: string
  amount_cents: number
} & typeof byBicycle

async function saveReimbursements(tx: Tx, world: DemoWorld, people: DemoReimbursed, rows: readonly Row[]) {
  await tx.db
    .insertInto('volunteers.reimbursement')
    .values(rows.map((row) => ({ ...keysOf(tx, people), id: world.id(), noted_at: tx.now, ...row })))
    .execute()
}

const keysOf = (tx: Tx, { zoneId }: DemoReimbursed) => ({ municipality_id: tx.actor.municipalityId, zone_id: zoneId })
