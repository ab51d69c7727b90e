import { nothingTold, type Told } from '@meernet/rights-engine'
import { uuidv7 } from 'uuidv7'
import { type StaffActor, systemActor } from '../../src/platform/access/actor.ts'
import type { Tx } from '../../src/platform/database/transact.ts'
import { makeMunicipality, makeStaff, openWorld, type TestMunicipality, type World } from './world.ts'

type Form = Record<string, string | readonly string[]>

/** A municipality with a social worker who leads cases, a colleague, and somebody who is in none. */
export type RightsWorld = {
  readonly world: World
  readonly here: TestMunicipality
  readonly lead: StaffActor
  readonly colleague: StaffActor
  readonly outsider: StaffActor
  asProgram<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** The version of a case, as a form would bring it along. */
  versionOf(caseId: string): Promise<string>
  /** A form that keeps a check of `told` in a case. */
  keepForm(
    caseId: string,
    more?: Form,
  ): Promise<Form & { readonly id: string; readonly version: string; readonly told: string }>
  post(caseId: string, path: string, form: Form, who?: StaffActor): Promise<Response>
  page(caseId: string, path?: string, who?: StaffActor): Promise<string>
}

/** Alone, turns 66 on 10 March 2027, a small income, some savings (which are sensitive). */
export const told: Told = {
  ...nothingTold,
  household: { region: 'flanders' },
  dwelling: { tenure: 'private_tenant' },
  persons: [
    {
      id: 'p1',
      role: 'reference',
      birth_date: '1961-03-10',
      residence_status: 'belgian',
      net_income_month: 1100,
      pension_gross_month: 0,
      savings: 0,
    },
  ],
}

/** Opens a world with all that; close `world` after the tests of a file. */
export async function openRightsWorld(): Promise<RightsWorld> {
  const world = await openWorld()
  const here = await makeMunicipality(world)
  const lead = await makeStaff(world, here, { name: 'Nele Verkenner', role: 'socialWorker' })
  const colleague = await makeStaff(world, here, { name: 'Anna Collega' })
  const outsider = await makeStaff(world, here, { name: 'Bo Buiten' })
  const versionOf = async (caseId: string) => {
    const { version } = await world.database.owner
      .selectFrom('guidance.case')
      .select('version')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    return String(version)
  }
  return {
    ...{ world, here, lead, colleague, outsider, versionOf },
    asProgram: (work) => world.app.transact(systemActor(here.id, 'test'), work),
    keepForm: async (caseId, more = {}) => ({
      id: uuidv7(),
      version: await versionOf(caseId),
      told: JSON.stringify(told),
      kept: 'withoutSensitive',
      agreed: 'yes',
      ...more,
    }),
    post: (caseId, path, form, who = lead) => world.as(who).post(`/cases/${caseId}/rights${path}`, form),
    page: async (caseId, path = '', who = lead) => (await world.as(who).get(`/cases/${caseId}/rights${path}`)).text(),
  }
}
