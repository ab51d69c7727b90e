import type { IsoDate } from '@meernet/calendar'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Language } from '../../../platform/messages/index.ts'
import type { ServiceStatus, WayIn } from '../service.ts'
import { type Meant, wordsHolding, wordsMeant } from './known-word-store.ts'
import { askedWords } from './words.ts'

/** What somebody looks for; everything that is given must fit. */
export type ServiceQuery = {
  /** As typed: any words, in any order, with typing errors. */
  readonly words?: string | undefined
  readonly group?: string | undefined
  /** Works there, or in the whole municipality. */
  readonly neighbourhoodId?: string | undefined
  readonly isFree?: boolean | undefined
  readonly language?: string | undefined
  readonly wayIn?: WayIn | undefined
  readonly organisationId?: string | undefined
  /** Kept up to date by this data zone. */
  readonly zoneId?: string | undefined
  /** Last looked at before this day. */
  readonly verifiedBefore?: IsoDate | undefined
  /** For the description shown in the list. */
  readonly textLanguage?: Language | undefined
  readonly limit?: number | undefined
  readonly offset?: number | undefined
}

/** A service in a list. */
export type ServiceSummary = {
  readonly id: string
  readonly name: string
  readonly organisationId: string
  readonly organisationName: string
  readonly status: ServiceStatus
  readonly city: string | null
  readonly isFree: boolean
  readonly feesDescription: string | null
  readonly languages: readonly string[]
  readonly accessibility: readonly WayIn[]
  readonly waitingWeeks: number | null
  readonly waitingMeasuredOn: IsoDate | null
  readonly verifiedOn: IsoDate
  readonly description: string | null
  readonly descriptionLanguage: Language | null
}

/** What was found, best first; `total` counts all pages. `isPartly`: none holds every word, these hold most of them. */
export type ServicesFound = {
  readonly services: readonly ServiceSummary[]
  readonly total: number
  readonly isPartly: boolean
}

/**
 * Services that fit `query`, ended ones left out. First those that hold every word as typed, with typing errors forgiven in
 * words nobody uses; when there are none, those that hold most words, with errors forgiven in all. Without words: by name.
 */
export async function searchServices(tx: Tx, query: ServiceQuery): Promise<ServicesFound> {
  const asked = askedWords(query.words ?? '')
  if (asked.length === 0) return query.words?.trim() ? nothing : page(tx, query, servicesByName(query), 0)
  const holding = await wordsHolding(tx, asked)
  const known = new Set(holding.map(({ asked: word }) => word))
  const unknown = asked.filter((word) => !known.has(word))
  const meant = [...holding, ...(unknown.length > 0 ? await wordsMeant(tx, unknown) : [])]
  const all = isEachMeant(asked, meant)
    ? await page(tx, query, servicesHoldingAll(query, await listsRarestFirst(tx, meant)), asked.length)
    : nothing
  if (all.total > 0) return all
  const widened = known.size > 0 ? [...meant, ...(await wordsMeant(tx, [...known]))] : meant
  return widened.length > 0 ? page(tx, query, servicesHoldingSome(query, widened), asked.length) : nothing
}

/** Services to choose from in a form, by name. */
export async function serviceChoices(
  tx: Tx,
): Promise<readonly { readonly id: string; readonly name: string; readonly organisationName: string }[]> {
  const rows = await tx.db
    .selectFrom('organisations.service as s')
    .innerJoin('organisations.organisation as o', (join) =>
      join.onRef('o.municipality_id', '=', 's.municipality_id').onRef('o.id', '=', 's.organisation_id'),
    )
    .select(['s.id', 's.name', 'o.name as organisation_name'])
    .where('s.status', '<>', 'ended')
    .orderBy('s.name')
    .orderBy('s.id')
    .execute()
  return rows.map(({ id, name, organisation_name }) => ({ id, name, organisationName: organisation_name }))
}

/** Languages that are spoken in some service that works, by code. */
export async function languagesSpoken(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`select distinct unnest(languages) as code
    from organisations.service where status <> 'ended' order by code`.execute(tx.db)
  return rows.map(({ code }) => code)
}

const nothing: ServicesFound = { services: [], total: 0, isPartly: true }
const pageSize = 20

type Row = {
  id: string
  name: string
  organisation_id: string
  organisation_name: string
  status: ServiceStatus
  city: string | null
  is_free: boolean
  fees_description: string | null
  languages: string[]
  accessibility: WayIn[]
  waiting_weeks: number | null
  waiting_measured_on: string | null
  verified_on: string
  description: string | null
  description_language: Language | null
  total: number
  words: number
}

/** One page of `fitting`: rows of id, name, number of asked words, score. Only those with most of the words are shown. */
async function page(tx: Tx, query: ServiceQuery, fitting: RawBuilder<unknown>, asked: number): Promise<ServicesFound> {
  const { limit = pageSize, offset = 0, textLanguage = 'nl' } = query
  const { rows } = await sql<Row>`
    with fitting as materialized (${fitting}),
    best as (select max(words) as words, count(*) filter (where words = (select max(words) from fitting)) as total from fitting),
    shown as (select * from fitting where words = (select words from best)
      order by score desc, name, id limit ${limit} offset ${offset})
    select s.id, s.name, s.organisation_id, o.name as organisation_name, s.status, s.city, s.is_free, s.fees_description,
      s.languages, s.accessibility, s.waiting_weeks, s.waiting_measured_on, s.verified_on,
      x.description, x.language as description_language, best.total::int, shown.words
    from shown cross join best
    join organisations.service s on s.id = shown.id
    join organisations.organisation o on o.municipality_id = s.municipality_id and o.id = s.organisation_id
    left join lateral (
      select t.description, t.language from organisations.service_text t
      where t.municipality_id = s.municipality_id and t.service_id = s.id
      order by t.language = ${textLanguage} desc, t.language = 'nl' desc, t.language limit 1) x on true
    order by shown.score desc, shown.name, shown.id`.execute(tx.db)
  const first = rows[0]
  return {
    services: rows.map(summaryFrom),
    total: first?.total ?? 0,
    isPartly: (first?.words ?? 0) < asked,
  }
}

/**
 * Services in which every asked word stands: the postings per asked word, joined. When few services hold the rarest one, the
 * others are looked up for those alone instead of read whole. The index holds no ended services.
 */
function servicesHoldingAll(query: ServiceQuery, lists: readonly WordList[]): RawBuilder<unknown> {
  const isRare = (lists[0]?.services ?? many) < many
  const parts = lists.map(({ words }, place) => {
    const name = sql.ref(`list${place}`)
    const held = sql`unnest(${words.map(({ word }) => word)}::text[], ${words.map(({ likeness }) => likeness)}::real[]) as m (word, likeness)
      join organisations.search_posting p on p.word = m.word collate "C"`
    const whole = sql`(select p.service_id as id, max(p.weight * m.likeness) as score from ${held} group by p.service_id) as ${name}`
    if (place === 0) return whole
    if (!isRare || words.length > fewWords) return sql`join ${whole} using (id)`
    return sql`join lateral (select max(p.weight * m.likeness) as score from ${held} and p.service_id = list0.id) as ${name}
      on ${sql.ref(`list${place}.score`)} is not null`
  })
  const score = lists.map((_, place) => sql.ref(`list${place}.score`))
  return scoredWithin(
    query,
    sql`select id, ${sql.lit(lists.length)} as words, ${sql.join(score, sql` + `)} as score from ${sql.join(parts, sql` `)}`,
  )
}

/** What one asked word may mean, and in how many services that stands; `many` when that is many or was not counted. */
type WordList = { readonly words: readonly Meant[]; readonly services: number }

/** From so many services on, reading lists whole is as quick as looking up. */
const many = 500
/** A word that means more than so many others is neither counted nor looked up one by one. */
const fewWords = 20

async function listsRarestFirst(tx: Tx, meant: readonly Meant[]): Promise<readonly WordList[]> {
  const groups = [...Map.groupBy(meant, ({ asked }) => asked)]
  if (groups.length === 1) return groups.map(([, words]) => ({ words, services: many }))
  const counted = groups.filter(([, words]) => words.length <= fewWords).flatMap(([, words]) => words)
  const { rows } = await sql<{ asked: string; services: number }>`
    select m.asked, count(*)::int as services
    from unnest(${counted.map(({ asked }) => asked)}::text[], ${counted.map(({ word }) => word)}::text[]) as m (asked, word),
      lateral (select from organisations.search_posting p where p.word = m.word collate "C" limit ${many}) held
    group by m.asked`.execute(tx.db)
  const times = new Map(rows.map(({ asked, services }) => [asked, services]))
  return groups
    .map(([asked, words]) => ({ words, services: times.get(asked) ?? many }))
    .sort((one, other) => one.services - other.services)
}

/**
 * Services in which some asked word stands, with how many of them do. One column per asked word, so that one pass over the
 * postings is enough.
 */
function servicesHoldingSome(query: ServiceQuery, meant: readonly Meant[]): RawBuilder<unknown> {
  const asked = [...new Set(meant.map((one) => one.asked))]
  const score = (place: number) => sql`max(p.weight * m.likeness) filter (where m.place = ${sql.lit(place)})`
  return scoredWithin(
    query,
    sql`select p.service_id as id, num_nonnulls(${sql.join(asked.map((_, place) => score(place)))}) as words,
        ${sql.join(
          asked.map((_, place) => sql`coalesce(${score(place)}, 0)`),
          sql` + `,
        )} as score
      from unnest(${meant.map((one) => asked.indexOf(one.asked))}::int[], ${meant.map(({ word }) => word)}::text[],
        ${meant.map(({ likeness }) => likeness)}::real[]) as m (place, word, likeness)
      join organisations.search_posting p on p.word = m.word collate "C"
      group by p.service_id`,
  )
}

/** Looks at the services themselves only when there is something to filter; names then also settle equal scores. */
function scoredWithin(query: ServiceQuery, scored: RawBuilder<unknown>): RawBuilder<unknown> {
  const conditions = conditionsOf(query)
  if (conditions.length === 0) return sql`select id, null::text as name, words, score from (${scored}) hit`
  return sql`select hit.id, s.name, hit.words, hit.score from (${scored}) hit
    join organisations.service s on s.id = hit.id where ${sql.join(conditions, sql` and `)}`
}

const isEachMeant = (asked: readonly string[], meant: readonly Meant[]) =>
  asked.every((word) => meant.some((one) => one.asked === word))

function servicesByName(query: ServiceQuery): RawBuilder<unknown> {
  const conditions = [sql`s.status <> 'ended'`, ...conditionsOf(query)]
  return sql`select s.id, s.name, 0 as words, 0 as score from organisations.service s
    where ${sql.join(conditions, sql` and `)}`
}

function conditionsOf(query: ServiceQuery): readonly RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = []
  if (query.group) conditions.push(sql`${query.group} = any(s.groups)`)
  if (query.isFree) conditions.push(sql`s.is_free`)
  if (query.language) conditions.push(sql`${query.language} = any(s.languages)`)
  if (query.wayIn) conditions.push(sql`${query.wayIn} = any(s.accessibility)`)
  if (query.organisationId) conditions.push(sql`s.organisation_id = ${query.organisationId}::uuid`)
  if (query.verifiedBefore) conditions.push(sql`s.verified_on < ${query.verifiedBefore}::date`)
  if (query.zoneId) {
    conditions.push(sql`exists (select from organisations.organisation o where o.municipality_id = s.municipality_id
      and o.id = s.organisation_id and o.zone_id = ${query.zoneId}::uuid)`)
  }
  if (query.neighbourhoodId) {
    conditions.push(sql`(s.reach <> 'neighbourhoods' or exists (select from organisations.service_area a
      where a.municipality_id = s.municipality_id and a.service_id = s.id and a.neighbourhood_id = ${query.neighbourhoodId}::uuid))`)
  }
  return conditions
}

function summaryFrom(row: Row): ServiceSummary {
  return {
    id: row.id,
    name: row.name,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    status: row.status,
    city: row.city,
    isFree: row.is_free,
    feesDescription: row.fees_description,
    languages: row.languages,
    accessibility: row.accessibility,
    waitingWeeks: row.waiting_weeks,
    waitingMeasuredOn: row.waiting_measured_on,
    verifiedOn: row.verified_on,
    description: row.description,
    descriptionLanguage: row.description_language,
  }
}
