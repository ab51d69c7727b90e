import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import type { DatedValue } from '../local-parameters/local-parameter.ts'
import { addLocalRow } from '../local-parameters/local-parameter-store.ts'
import { momentOf } from './demo-cases.ts'

/** What invented Netegem decided itself about rights. It never found out what its OCMW tops up, so that right stays possible. */
export async function demoLocalParameters(tx: Tx, world: DemoWorld, enteredBy: string): Promise<void> {
  const year = Number(world.today.slice(0, 4))
  for (const { yearsAgo, source, notes = null, ...dated } of decisions)
    await addLocalRow(tx, {
      ...dated,
      id: world.id(),
      validFrom: `${year - yearsAgo}-01-01`,
      source,
      notes,
      enteredBy,
      enteredAt: momentOf(world, -40),
    })
}

type Decision = Pick<DatedValue, 'parameter' | 'value'> & {
  readonly yearsAgo: number
  readonly source: string
  readonly notes?: string
}

const regulation = 'reglement van de gemeenteraad'

const decisions: readonly Decision[] = [
  {
    parameter: 'mantelzorgpremie',
    value: { kind: 'amount', cents: 3000 },
    yearsAgo: 2,
    source: regulation,
  },
  {
    parameter: 'mantelzorgpremie',
    value: { kind: 'amount', cents: 3500 },
    yearsAgo: 0,
    source: regulation,
    notes: 'De mantelzorger vraagt de premie. Wie zorg krijgt, woont in Netegem. Niet voor het verleden.',
  },
  {
    parameter: 'huisvuil_vrijstelling',
    value: { kind: 'amount', cents: 4000 },
    yearsAgo: 1,
    source: 'belastingreglement huisvuil',
    notes: 'Met verhoogde tegemoetkoming, automatisch.',
  },
  {
    parameter: 'uitpas_rule',
    value: { kind: 'statusesOnly' },
    yearsAgo: 1,
    source: 'afspraken UiTPAS-regio',
  },
  { parameter: 'school_cost_fund', value: { kind: 'none' }, yearsAgo: 1, source: 'dienst onderwijs, aan de telefoon' },
  {
    parameter: 'incontinence_bags',
    value: { kind: 'amount', cents: 2500 },
    yearsAgo: 1,
    source: 'belastingreglement huisvuil',
    notes: 'Met een briefje van de huisarts.',
  },
  {
    parameter: 'sociaal_huis',
    value: {
      kind: 'contact',
      name: 'Onthaal Sociaal Huis',
      phone: '09 000 00 10',
      address: null,
      hours: 'elke werkdag van 9 tot 12 uur, dinsdag tot 19 uur',
    },
    yearsAgo: 1,
    source: 'website van het OCMW',
  },
]
