import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawBuilder, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { netegemId } from '../../src/demo/netegem.ts'
import { type CardToFile, fileCards } from '../../src/functions/detection/index.ts'
import { gatherContents } from '../../src/functions/neighbourhood-analysis/reports/contents/gather.ts'
import {
  insertReport,
  saveContents,
  saveStep,
} from '../../src/functions/neighbourhood-analysis/reports/report-store.ts'
import { type StaffActor, systemActor } from '../../src/platform/access/actor.ts'
import { meernet } from './command-line.ts'
import { peopleOfNetegem } from './netegem.ts'
import type { World } from './world.ts'

/** How many people are in two groups that are too small to be told (P13). */
export type SmallGroups = { readonly one: number; readonly other: number }

/** One kind of thing that the program counts, planted in Netegem. */
export type Planted = {
  readonly what: string
  /** A page that tells of it, identifiers as `:id`. */
  readonly page: string
  readonly plant: (world: World, groups: SmallGroups) => Promise<void>
}

/**
 * Everything about people that Netegem counts for others than who works on it. Two worlds in which the two groups changed places
 * differ in nothing that anybody else may learn. Whoever lets the program count something more adds it here.
 */
export const planted: readonly Planted[] = [
  { what: 'inhabitants of published sectors', page: '/analysis/figures/:id', plant: plantSectors },
  { what: 'men of sectors, beside their women and inhabitants', page: '/analysis/figures/:id', plant: plantMen },
  {
    what: 'two analyses that residents read, of a neighbourhood that lost its small sectors between them',
    page: '/analysis/reports/:id/document',
    plant: publishTwoVersions,
  },
  { what: 'people met in a campaign, by group', page: '/campaigns/:id/tallies', plant: plantTallies },
  { what: 'doors of a campaign, by what came of them', page: '/campaigns/:id', plant: plantDoors },
  { what: 'cards of visitors, by month', page: '/cards/team', plant: plantCards },
  { what: 'rights found, by right', page: '/rights-in-figures', plant: plantRights },
  { what: 'people heard, by group', page: '/analysis/heard', plant: plantHeard },
  { what: 'answers to a survey, by language', page: '/analysis/surveys/:id/results', plant: plantAnswers },
  { what: 'signals for policy that nobody read yet, by theme', page: '/policy-signals', plant: plantUnread },
  { what: 'checks of rights, by what came of them', page: '/rights-in-figures', plant: plantChecks },
  { what: 'doors that want no visit, by how they said so', page: '/campaigns/:id', plant: plantOptOuts },
  {
    what: 'the analysis that is being made, put together anew',
    page: '/analysis/reports/:id/document',
    plant: putTogether,
  },
]

async function plantSectors(world: World, { one, other }: SmallGroups): Promise<void> {
  const rows = { '99999A00-': one, '99999B11E': other, '99999C122': 211, '99999D000': 340 }
  const lines = Object.entries(rows).map(([code, people]) => `99999|${code}|${people}`)
  const file = join(mkdtempSync(join(tmpdir(), 'meernet-figures-')), 'sectoren.txt')
  writeFileSync(file, `CD_REFNIS|CD_SECTOR|TOTAL\n${lines.join('\n')}\n`)
  const asked = ['--municipality', '99999', '--period', '2023', '--retrieved', '2026-11-01', '--json']
  const { json } = await meernet(world, 'import', 'indicators', file, ...asked)
  if (json.error) throw new Error(JSON.stringify(json.error))
}

/** Of two sectors as many people stay as there were: only how many of them are men changes places. */
async function plantMen(world: World, { one, other }: SmallGroups): Promise<void> {
  const rows = { '99999A00-': [43, one], '99999B11E': [52, other], '99999C122': [211, 100], '99999D000': [340, 170] }
  const lines = Object.entries(rows).map(
    ([code, [people = 0, men = 0]]) => `${code};99999;2022;${people};${men};${people - men}`,
  )
  const folder = mkdtempSync(join(tmpdir(), 'meernet-figures-'))
  const [file, mapping] = [join(folder, 'mannen-en-vrouwen.csv'), join(folder, 'mapping.json')]
  writeFileSync(file, `sector;gemeente;jaar;inwoners;mannen;vrouwen\n${lines.join('\n')}\n`)
  const measure = (column: string, indicator: string) => ({ column, indicator, kind: 'count', unit: 'persons' })
  writeFileSync(
    mapping,
    JSON.stringify({
      ...{ layout: 'test', source: 'Test', licence: 'CC0', municipality: 'gemeente' },
      ...{ area: { column: 'sector', level: 'sector' }, period: { column: 'jaar' } },
      measures: [
        measure('inwoners', 'population'),
        measure('mannen', 'populationMen'),
        measure('vrouwen', 'populationWomen'),
      ],
    }),
  )
  const asked = ['--municipality', '99999', '--mapping', mapping, '--retrieved', '2026-11-01', '--json']
  const { json } = await meernet(world, 'import', 'indicators', file, ...asked)
  if (json.error) throw new Error(JSON.stringify(json.error))
}

/** A neighbourhood of the planted sectors, told to residents; then again without the two small ones, of which the sum is in both worlds the same. */
async function publishTwoVersions(world: World): Promise<void> {
  const coordinator = (await peopleOfNetegem(world)).find(({ role }) => role === 'coordinator')
  if (!coordinator) throw new Error('Nobody coordinates Netegem.')
  const sectorIds = await keepSectors(world)
  const id = plantedId(100)
  for (const [k, sectors] of [sectorIds, sectorIds.slice(2)].entries()) {
    const form = { id, name: 'Vier sectoren', sectorIds: sectors, ...(k > 0 && { version: '1' }) }
    const answer = await world.as(coordinator).post(k > 0 ? `/places/${id}` : '/places', form)
    if (answer.status !== 303) throw new Error(`The neighbourhood was not kept: ${answer.status}.`)
    await publishAnalysis(world, coordinator, id, 2024 + k)
  }
}

/** The sectors of the planted figures as areas, of the edition that these figures have. */
async function keepSectors(world: World): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into places.area (municipality_id, id, origin, edition, name, code, nis_code, level, is_approximate, geometry,
      min_x, min_y, max_x, max_y)
    select distinct on (area_code) municipality_id,
      ('01890000-0000-7000-8000-0000000002' || lpad(dense_rank() over (order by area_code)::text, 2, '0'))::uuid,
      'imported', edition, area_code, area_code, '99999', 'sector', false, '[]'::jsonb, 0, 0, 1, 1
    from analysis.indicator_value
    where municipality_id = ${netegemId}::uuid and level = 'sector' and indicator = 'population' and period like '2023%'
    order by area_code
    returning id`.execute(world.database.owner)
  return rows.map(({ id }) => id)
}

/** The same in both worlds, for papers name what they are about. */
const plantedId = (number: number) => `01890000-0000-7000-8000-000000000${number}`

async function publishAnalysis(world: World, author: StaffActor, areaId: string, aboutYear: number): Promise<void> {
  const id = plantedId(aboutYear - 1900)
  const [today, choice] = ['2026-11-23', { leftOutFindings: [], leftOutIndicators: [] }]
  await world.app.transact(author, async (tx) => {
    const report = { id, title: `Vier sectoren ${aboutYear}`, areaIds: [areaId], aboutYear }
    await insertReport(tx, { ...report, followsId: null, language: 'nl', startedOn: today, startedBy: author.userId })
    const contents = await gatherContents(tx, { ...report, ...choice }, today)
    await saveContents(tx, { id, version: 1, ...choice }, contents, author.userId)
    await saveStep(tx, { id, version: 2 }, { state: 'published', publishedOn: today, publishedBy: author.userId })
  })
}

async function plantTallies(world: World, { one, other }: SmallGroups): Promise<void> {
  for (const [group, people] of [['newcomer', one] as const, ['mentalHealth', other] as const])
    await run(
      world,
      sql`insert into detection.reach_tally (municipality_id, id, zone_id, campaign_id, group_key, people, basis, noted_on)
        select municipality_id, gen_random_uuid(), zone_id, id, ${group}, ${people}, 'estimated', '2026-11-02'
        from detection.campaign where municipality_id = ${netegemId}::uuid`,
    )
}

/** Of every campaign with doors: those that had one of two outcomes get another, and so many get these two. */
async function plantDoors(world: World, { one, other }: SmallGroups): Promise<void> {
  await run(
    world,
    sql`update detection.round_address set last_outcome = 'pleasantTalk'
      where municipality_id = ${netegemId}::uuid and last_outcome in ('noWish', 'notNow')`,
  )
  await run(
    world,
    sql`update detection.round_address d set last_outcome = case when n.place <= ${one} then 'noWish' else 'notNow' end
      from (select id, row_number() over (partition by campaign_id order by id) as place from detection.round_address
        where municipality_id = ${netegemId}::uuid and last_outcome = 'pleasantTalk') n
      where d.id = n.id and n.place <= ${one + other}`,
  )
}

async function plantCards(world: World, { one, other }: SmallGroups): Promise<void> {
  const { rows } = await sql<{ zoneId: string }>`select zone_id as "zoneId" from identity.membership
    where municipality_id = ${netegemId}::uuid and role = 'visitor' and ended_at is null limit 1`.execute(
    world.database.owner,
  )
  const now = world.now()
  for (const [moment, count] of [['2026-06-10T08:00:00Z', one] as const, ['2026-07-08T08:00:00Z', other] as const]) {
    world.setNow(moment)
    const cards = Array.from({ length: count }, () => cardIn(rows[0]?.zoneId ?? '', moment.slice(0, 10)))
    await world.app.transact(systemActor(netegemId, 'test'), (tx) => fileCards(tx, cards))
  }
  world.setNow(now)
}

const cardIn = (zoneId: string, day: string): CardToFile => ({
  id: uuidv7(),
  zoneId,
  source: 'visitor',
  channel: 'homeVisit',
  wish: 'Gezelschap bij het wandelen.',
  name: 'Georgette Maes',
  phone: '011 00 00 07',
  language: 'nl',
  needsInterpreter: false,
  agreement: { mayTell: 'alles', toWhom: ['coordinator'], given: 'spoken' },
  urgency: 'ordinary',
  filledInBy: 'een bezoeker',
  filledInOn: day,
})

async function plantRights(world: World, { one, other }: SmallGroups): Promise<void> {
  await run(
    world,
    sql`insert into guidance.followed_right (municipality_id, id, zone_id, case_id, right_id, state, begun_by, begun_at)
      select c.municipality_id, gen_random_uuid(), c.zone_id, c.id,
        case when c.place <= ${one} then 'fietsvergoeding' else 'huurpremie' end, 'worthAsking', gen_random_uuid(), '2026-03-03T09:00:00Z'
      from (select *, row_number() over (order by id) as place from guidance."case" where municipality_id = ${netegemId}::uuid) c
      where c.place <= ${one + other}`,
  )
}

async function plantUnread(world: World, { one, other }: SmallGroups): Promise<void> {
  for (const [theme, count] of [['housing', one] as const, ['mobility', other] as const])
    await run(
      world,
      sql`insert into policy_advice.policy_signal (municipality_id, id, theme, cause_type, competent_level, situations, description,
          origin, noted_by, noted_on)
        select municipality_id, gen_random_uuid(), ${theme}, cause_type, competent_level, situations, description, origin,
          gen_random_uuid(), '2026-11-02'
        from (select * from policy_advice.policy_signal where municipality_id = ${netegemId}::uuid order by noted_on, id limit 1) s,
          generate_series(1, ${count})`,
    )
}

/** Of people with a case: so many with whom a check was done, and so many to whom it was only offered. */
async function plantChecks(world: World, { one, other }: SmallGroups): Promise<void> {
  await run(
    world,
    sql`update guidance."case" c set rights_check = case when n.place <= ${one} then 'done' else 'offered' end,
        rights_check_at = '2026-04-04T09:00:00Z', rights_check_by = opened_by, rights_check_reason = null
      from (select id, row_number() over (order by id) as place from guidance."case" where municipality_id = ${netegemId}::uuid) n
      where c.id = n.id and n.place <= ${one + other}`,
  )
}

async function plantOptOuts(world: World, { one, other }: SmallGroups): Promise<void> {
  await run(
    world,
    sql`insert into detection.campaign_opt_out (municipality_id, zone_id, campaign_id, address_id, channel, noted_on)
      select c.municipality_id, c.zone_id, c.id, a.id, case when a.place <= ${one} then 'code' else 'phone' end, '2026-11-02'
      from detection.campaign c, (select id, row_number() over (order by id) as place from places.address
        where municipality_id = ${netegemId}::uuid) a
      where c.municipality_id = ${netegemId}::uuid and a.place <= ${one + other}
      on conflict do nothing`,
  )
}

async function plantHeard(world: World, { one, other }: SmallGroups): Promise<void> {
  const occasion = '01890000-0000-7000-8000-000000000001'
  await run(
    world,
    sql`insert into analysis.heard_occasion (municipality_id, id, kind, title, on_day, counted, people, noted_by)
      values (${netegemId}::uuid, ${occasion}::uuid, 'meeting', 'Buurtavond', '2026-05-05', 'estimated', 40, gen_random_uuid())`,
  )
  for (const [group, people] of [['newcomer', one] as const, ['mentalHealth', other] as const])
    await run(
      world,
      sql`insert into analysis.heard_tally (municipality_id, occasion_id, group_code, people)
        values (${netegemId}::uuid, ${occasion}::uuid, ${group}, ${people})`,
    )
}

async function plantAnswers(world: World, { one, other }: SmallGroups): Promise<void> {
  for (const [language, count] of [['en', one] as const, ['uk', other] as const])
    await run(
      world,
      sql`insert into analysis.survey_answer (municipality_id, id, survey_id, neighbourhood_id, mode, language, answered_month, answers)
        select a.municipality_id, gen_random_uuid(), a.survey_id, a.neighbourhood_id, a.mode, ${language}, a.answered_month, a.answers
        from (select distinct on (survey_id) * from analysis.survey_answer
          where municipality_id = ${netegemId}::uuid order by survey_id, id) a, generate_series(1, ${count})`,
    )
}

/** What is planted before it goes into the analysis as well, with its papers and files. */
async function putTogether(world: World): Promise<void> {
  const author = (await peopleOfNetegem(world)).find(({ role }) => role === 'coordinator')
  const { rows } = await sql<{ id: string; version: number }>`select id, version from analysis.report
    where municipality_id = ${netegemId}::uuid and state = 'draft' limit 1`.execute(world.database.owner)
  const [draft] = rows
  const version = String(draft?.version)
  const answer = await world.as(author).post(`/analysis/reports/${draft?.id}/contents`, { version })
  if (answer.status !== 303) throw new Error(`The analysis was not put together: ${answer.status}.`)
}

const run = (world: World, statement: RawBuilder<unknown>) => statement.execute(world.database.owner)
