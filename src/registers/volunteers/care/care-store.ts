import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Care, Training, TrainingTopic } from './care.ts'
import { debriefsIn } from './debrief-store.ts'
import type { LastHeard } from './last-heard.ts'

/** The care for one volunteer, as far as the actor may see the file. */
export async function careOf(tx: Tx, volunteerId: string): Promise<Care> {
  const { rows } = await sql<{ trainings: readonly Training[]; handledOn: IsoDate | null; contactOn: IsoDate | null }>`
    select
      coalesce((select json_agg(json_build_object('topic', topic, 'followedOn', followed_on))
        from volunteers.training where volunteer_id = ${volunteerId}), '[]') as trainings,
      (select handled_on from volunteers.formality where volunteer_id = ${volunteerId}) as "handledOn",
      (select contact_on from volunteers.contact where volunteer_id = ${volunteerId}) as "contactOn"`.execute(tx.db)
  const [row] = rows
  return {
    trainings: row?.trainings ?? [],
    formalitiesHandledOn: row?.handledOn ?? null,
    contactOn: row?.contactOn ?? null,
    debriefs: await debriefsIn(tx, { volunteerId }),
  }
}

/** Notes the day a topic was learned; a later note corrects the earlier. */
export async function noteTraining(tx: Tx, volunteerId: string, topic: TrainingTopic, day: IsoDate): Promise<void> {
  await sql`
    insert into volunteers.training (municipality_id, zone_id, volunteer_id, topic, followed_on, noted_by)
    select v.municipality_id, v.zone_id, v.id, ${topic}, ${day}::date, ${userOf(tx)}::uuid
    from volunteers.volunteer v where v.id = ${volunteerId}
    on conflict (municipality_id, volunteer_id, topic)
      do update set followed_on = excluded.followed_on, noted_by = excluded.noted_by`.execute(tx.db)
}

/** Notes that the formalities were talked about and settled, and nothing more. */
export async function noteFormalities(tx: Tx, volunteerId: string, day: IsoDate): Promise<void> {
  await sql`
    insert into volunteers.formality (municipality_id, zone_id, volunteer_id, handled_on, noted_by)
    select v.municipality_id, v.zone_id, v.id, ${day}::date, ${userOf(tx)}::uuid
    from volunteers.volunteer v where v.id = ${volunteerId}
    on conflict (municipality_id, volunteer_id)
      do update set handled_on = excluded.handled_on, noted_by = excluded.noted_by`.execute(tx.db)
}

/** Notes the day of a contact; an earlier day than the one known changes nothing. */
export async function noteContact(tx: Tx, volunteerId: string, day: IsoDate): Promise<void> {
  await sql`
    insert into volunteers.contact (municipality_id, zone_id, volunteer_id, contact_on, noted_by)
    select v.municipality_id, v.zone_id, v.id, ${day}::date, ${userOf(tx)}::uuid
    from volunteers.volunteer v where v.id = ${volunteerId}
    on conflict (municipality_id, volunteer_id) do update set contact_on = excluded.contact_on, noted_by = excluded.noted_by
      where volunteers.contact.contact_on < excluded.contact_on`.execute(tx.db)
}

/** The last day of a contact, talk or training of everybody in the zone who has not left on `today` and is not frozen. */
export async function lastHeardIn(
  tx: Tx,
  today: IsoDate,
): Promise<readonly (LastHeard & { readonly userId: string | null })[]> {
  const { rows } = await sql<LastHeard & { userId: string | null }>`
    select v.id, v.name, v.account_id as "userId", greatest(
      (select max(c.contact_on) from volunteers.contact c
        where c.municipality_id = v.municipality_id and c.volunteer_id = v.id),
      (select max(d.held_on) from volunteers.debrief d
        where d.municipality_id = v.municipality_id and d.volunteer_id = v.id),
      (select max(t.followed_on) from volunteers.training t
        where t.municipality_id = v.municipality_id and t.volunteer_id = v.id)) as "heardOn"
    from volunteers.volunteer v where v.frozen_on is null and (v.ended_on is null or v.ended_on > ${today})`.execute(
    tx.db,
  )
  return rows
}

const userOf = ({ actor }: Tx) => (actor.kind === 'staff' ? actor.userId : null)
