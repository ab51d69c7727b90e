import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/transact.ts'
import { municipalTimeZone } from '../../../../platform/messages/index.ts'
import { sealedTextOf } from '../../sealed-text.ts'
import { type Obtained, yearlyCents } from '../followed-right.ts'
import type { ByStage, RightsCounted, Stage } from './figures.ts'

/**
 * What became of rights in one calendar year, in all cases of the municipality but those of people whose data are frozen. NOTE for
 * the program, which shows nobody a number as it stands here.
 */
export async function countRights(tx: Tx, year: number): Promise<RightsCounted> {
  const counted = await peopleIn(tx, year)
  return {
    checks: await checksIn(tx, year),
    people: counted.find(({ rightId }) => rightId === null)?.people ?? nobody,
    perRight: counted.flatMap(({ rightId, people }) => (rightId === null ? [] : [{ rightId, people }])),
    obtained: await obtainedIn(tx, year),
  }
}

/** Per right, and with `rightId` null over all rights together: somebody with two rights counts once there. */
async function peopleIn(tx: Tx, year: number) {
  const { rows } = await sql<Readonly<Record<Stage, number>> & { readonly rightId: string | null }>`
    with stood as (
      select r.right_id, c.person_id,
        extract(year from r.begun_at at time zone ${municipalTimeZone}) = ${year} as found,
        coalesce(extract(year from r.asked_on) = ${year}, false) as asked,
        coalesce(extract(year from r.answered_on) = ${year} and r.state = 'granted', false) as granted,
        coalesce(extract(year from r.answered_on) = ${year} and r.state = 'refused', false) as refused
      from guidance.followed_right r
      join guidance."case" c on c.municipality_id = r.municipality_id and c.id = r.case_id
      where c.person_id not in (select people.frozen_people())
    )
    select right_id as "rightId",
      count(distinct person_id) filter (where found)::int as found,
      count(distinct person_id) filter (where asked)::int as asked,
      count(distinct person_id) filter (where granted)::int as granted,
      count(distinct person_id) filter (where refused)::int as refused
    from stood where found or asked or granted or refused
    group by grouping sets ((right_id), ())`.execute(tx.db)
  return rows.map(({ rightId, ...people }) => ({ rightId, people }))
}

/** People with whom a check was last offered or done in that year. */
async function checksIn(tx: Tx, year: number): Promise<RightsCounted['checks']> {
  const { rows } = await sql<{ offered: number; done: number }>`
    select count(distinct person_id) filter (where rights_check in ('offered', 'done', 'declined'))::int as offered,
      count(distinct person_id) filter (where rights_check = 'done')::int as done
    from guidance."case"
    where extract(year from rights_check_at at time zone ${municipalTimeZone}) = ${year}
      and person_id not in (select people.frozen_people())`.execute(tx.db)
  const { offered = 0, done = 0 } = rows[0] ?? {}
  return { offered, done }
}

type ObtainedRow = {
  readonly id: string
  readonly zoneId: string
  readonly rightId: string
  readonly personId: string
  readonly cents: Buffer
  readonly per: Obtained['per']
}

async function obtainedIn(tx: Tx, year: number): Promise<RightsCounted['obtained']> {
  const { rows } = await sql<ObtainedRow>`
    select r.id, r.zone_id as "zoneId", r.right_id as "rightId", c.person_id as "personId", r.amount_cents as cents,
      r.amount_per as per
    from guidance.followed_right r
    join guidance."case" c on c.municipality_id = r.municipality_id and c.id = r.case_id
    where r.amount_cents is not null and extract(year from r.answered_on) = ${year}
      and c.person_id not in (select people.frozen_people())`.execute(tx.db)
  return Promise.all(
    rows.map(async ({ id, zoneId, rightId, personId, cents, per }) => {
      const sealed = await sealedTextOf(tx, zoneId)
      const obtained = { cents: Number(sealed.open('followed_right.amount_cents', id, cents)), per }
      return { rightId, personId, yearlyCents: yearlyCents(obtained) }
    }),
  )
}

const nobody: ByStage<number> = { found: 0, asked: 0, granted: 0, refused: 0 }
