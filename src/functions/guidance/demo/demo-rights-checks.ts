import { situationFrom, type Told } from '@meernet/rights-engine'
import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { answersToKeep, outcomesToKeep } from '../case-rights/kept-check.ts'
import { insertCheck } from '../case-rights/kept-check-store.ts'
import { rulesVersion } from '../case-rights/rules-version.ts'
import { somebodies } from '../case-rights/somebody.ts'
import { insertEvents } from '../cases/event-store.ts'
import { rules } from '../rights-check/rules.ts'
import { type DemoCase, momentOf, placeOf, rightsCheckOf } from './demo-cases.ts'

/** Keeps a rights check where one was done: of what invented households would tell. The first has an earlier one too. */
export async function insertRightsChecks(tx: Tx, world: DemoWorld, cases: readonly DemoCase[]): Promise<void> {
  const done = cases.filter((care) => rightsCheckOf(care).state === 'done')
  for (const [place, care] of done.entries()) {
    const born = care.person.birthYear ?? 1980
    const possible = householdsAt(Number(world.today.slice(0, 4)) - born)
    const told = (possible[place % possible.length] ?? alone)(born)
    const daysAgo = Math.max(3, care.openedDaysAgo - 9)
    if (place === 0) await insertKept(tx, world, care, beforeSeparation(told), daysAgo + 2, false)
    await insertKept(tx, world, care, told, daysAgo, care.state !== 'closed')
    await doneOn(tx, care, momentOf(world, -daysAgo))
  }
}

/** The day of the check itself, not the one on which the demo was loaded. */
async function doneOn(tx: Tx, { id, lead }: DemoCase, at: Date): Promise<void> {
  const done = { rights_check_at: at, rights_check_by: lead.userId }
  await tx.db.updateTable('guidance.case').set(done).where('id', '=', id).execute()
}

async function insertKept(
  tx: Tx,
  world: DemoWorld,
  care: DemoCase,
  told: Told,
  daysAgo: number,
  hasAnswers: boolean,
): Promise<void> {
  const { model, outcomes } = rules()
  const [id, checkedOn, at] = [world.id(), world.day(-daysAgo), momentOf(world, -daysAgo)]
  const byUser = care.lead.userId
  await insertCheck(tx, {
    ...placeOf(care),
    id,
    checkedOn,
    rules: rulesVersion(),
    people: somebodies(told, checkedOn),
    outcomes: outcomesToKeep(model, outcomes(situationFrom(told, checkedOn)), 'withoutSensitive'),
    kept: 'withoutSensitive',
    told: hasAnswers ? answersToKeep(model, told, 'withoutSensitive') : null,
    byUser,
    at,
  })
  const event = { kind: 'rightsCheck' as const, value: 'done', aboutId: id, byUser, at }
  await insertEvents(tx, [{ ...placeOf(care), ...event, id: world.id() }])
}

type Person = Told['persons'][number]

const told = (tenure: string, persons: readonly Person[]): Told => ({
  household: { region: 'flanders' },
  dwelling: { tenure },
  persons,
  skipped: [],
})

type Household = (born: number) => Told

const alone: Household = (born) =>
  told('private_tenant', [
    {
      id: 'p1',
      role: 'reference',
      birth_date: `${born}-03-10`,
      work_status: 'unemployed_benefit',
      net_income_month: 1180,
      gets_leefloon: false,
    },
  ])

const pensioner: Household = (born) =>
  told('private_tenant', [
    { id: 'p1', role: 'reference', birth_date: `${born}-03-10`, net_income_month: 1240, pension_gross_month: 1240 },
  ])

const couple: Household = (born) =>
  told('owner', [
    { id: 'p1', role: 'reference', birth_date: `${born}-07-02`, net_income_month: 1420, pension_gross_month: 1420 },
    { id: 'q1', role: 'partner', birth_date: `${born + 2}-11-21`, net_income_month: 310 },
  ])

const family: Household = (born) =>
  told('private_tenant', [
    { id: 'p1', role: 'reference', birth_date: `${born}-05-18`, work_status: 'employee', net_income_month: 1690 },
    { id: 'k1', role: 'child', age: 8, school: 'primary' },
    { id: 'k2', role: 'child', age: 13, school: 'secondary' },
  ])

const withParent: Household = (born) =>
  told('social_tenant', [
    {
      id: 'p1',
      role: 'reference',
      birth_date: `${born}-01-30`,
      work_status: 'sickness_benefit',
      net_income_month: 1310,
    },
    { id: 'a1', age: 84 },
  ])

/** Invented households that somebody of that age could live in. */
function householdsAt(age: number): readonly Household[] {
  if (age >= 66) return [pensioner, couple]
  return age >= 35 && age < 60 ? [alone, family, withParent] : [alone]
}

/** The same household while a partner with a wage still lived there. */
const beforeSeparation = (now: Told): Told => ({
  ...now,
  persons: [...now.persons, { id: 'q1', role: 'partner', age: 41, work_status: 'employee', net_income_month: 2100 }],
})
