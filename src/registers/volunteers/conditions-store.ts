import { sql } from 'kysely'
import type { Tx } from '../../platform/database/transact.ts'
import type { ConditionsInput } from './forms.ts'
import type { Conditions } from './volunteer.ts'

/** What the organisation of this zone offers its volunteers; undefined until it is filled in. */
export async function conditionsOf(tx: Tx, zoneId: string): Promise<Conditions | undefined> {
  const { rows } = await sql<Conditions>`
    select legal_form as "legalForm", aim, reimbursement, needs_agreement_note as "needsAgreementNote", insurer,
      insurance_policy as "insurancePolicy", insured_until as "insuredUntil", responsible_person as "responsiblePerson", version
    from volunteers.conditions where zone_id = ${zoneId}`.execute(tx.db)
  return rows[0]
}

/** Saves them; `version` 0 when there were none. False when somebody else changed them since. */
export async function saveConditions(tx: Tx, zoneId: string, input: ConditionsInput): Promise<boolean> {
  const { version, ...rest } = input
  const columns = {
    legal_form: rest.legalForm,
    aim: rest.aim,
    reimbursement: rest.reimbursement,
    needs_agreement_note: rest.needsAgreementNote,
    insurer: rest.insurer,
    insurance_policy: rest.insurancePolicy,
    insured_until: rest.insuredUntil,
    responsible_person: rest.responsiblePerson ?? null,
  }
  const saved = await tx.db
    .insertInto('volunteers.conditions')
    .values({ municipality_id: tx.actor.municipalityId, zone_id: zoneId, ...columns })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'zone_id'])
        .doUpdateSet({ ...columns, version: version + 1 })
        .where('volunteers.conditions.version', '=', version),
    )
    .returning('version')
    .executeTakeFirst()
  return saved !== undefined
}
