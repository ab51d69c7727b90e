import type { IsoDate } from '@meernet/calendar'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transact.ts'
import type { Evidence, EvidenceStanding, Finding } from './finding.ts'

/** What is written when a finding is noted. */
export type NewFinding = Pick<
  Finding,
  'id' | 'kind' | 'theme' | 'groups' | 'neighbourhoodIds' | 'statement' | 'restsOn' | 'notedBy' | 'notedOn'
>

/** How a list of findings may be ordered. */
export const findingSorts = ['newest', 'theme', 'state'] as const
export type FindingSort = (typeof findingSorts)[number]

/** Which findings to list; everything that is given must fit. */
export type FindingFilter = {
  readonly id?: string | undefined
  readonly words?: string | undefined
  readonly kind?: string | undefined
  readonly theme?: string | undefined
  readonly group?: string | undefined
  /** About this neighbourhood, or about the whole municipality. */
  readonly neighbourhoodId?: string | undefined
  readonly state?: string | undefined
  readonly evidence?: EvidenceStanding | undefined
  /** `waiting`: about few people, and nobody read it for recognisability yet. */
  readonly reading?: 'waiting' | undefined
  readonly sort?: FindingSort | undefined
}

/** Keeps new findings; one that is there already is left as it is. */
export async function noteFindings(tx: Tx, findings: readonly NewFinding[]): Promise<void> {
  if (findings.length === 0) return
  const made = await tx.db
    .insertInto('analysis.finding')
    .values(
      findings.map((finding) => ({
        municipality_id: tx.actor.municipalityId,
        id: finding.id,
        noted_by: finding.notedBy,
        noted_on: finding.notedOn,
        worded_by: finding.notedBy,
        ...wordsOf(finding),
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'id']).doNothing())
    .returning('id')
    .execute()
  const isNew = new Set(made.map(({ id }) => id))
  await addPlaces(
    tx,
    findings.filter(({ id }) => isNew.has(id)),
  )
}

/** Findings that the actor may see; without `sort` the newest first. */
export async function findingsOf(
  tx: Tx,
  filter: FindingFilter = {},
  page: { readonly limit: number; readonly offset: number } = { limit: 1000, offset: 0 },
): Promise<readonly Finding[]> {
  const { rows } = await sql<Finding>`
    select f.id, f.kind, f.theme, f.groups, f.statement, f.rests_on as "restsOn", f.state, f.checked_on as "checkedOn",
      f.residents_said as "residentsSaid", f.noted_by as "notedBy", f.noted_on as "notedOn", f.worded_by as "wordedBy",
      f.second_reader as "secondReader", f.read_on as "readOn", f.is_agreed as "isAgreed", f.version,
      coalesce((select array_agg(n.neighbourhood_id order by n.neighbourhood_id) from analysis.finding_neighbourhood n
        where n.municipality_id = f.municipality_id and n.finding_id = f.id), '{}') as "neighbourhoodIds",
      coalesce(${evidenceOf}, '[]'::jsonb) as evidence
    from analysis.finding f where ${fitting(filter)}
    order by ${orders[filter.sort ?? 'newest']} limit ${page.limit} offset ${page.offset}`.execute(tx.db)
  return rows
}

/** One finding that the actor may see. */
export async function findingById(tx: Tx, id: string): Promise<Finding | undefined> {
  const [found] = await findingsOf(tx, { id })
  return found
}

/** Changes what a finding says; who read it for recognisability has to look again. False when it changed since `version`. */
export async function changeFinding(
  tx: Tx,
  finding: Omit<NewFinding, 'notedBy' | 'notedOn'>,
  { version, wordedBy }: { readonly version: number; readonly wordedBy: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.finding')
    .set({
      ...wordsOf(finding),
      worded_by: wordedBy,
      ...notReadYet,
      version: version + 1,
    })
    .where('id', '=', finding.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await tx.db.deleteFrom('analysis.finding_neighbourhood').where('finding_id', '=', finding.id).execute()
  await addPlaces(tx, [finding])
  return true
}

/**
 * Keeps what residents said, in the words of `wordedBy`, and what became of it; `open` takes both away. New words have to be read for
 * recognisability again, for they go public with the finding (P14). False when it changed since `version`.
 */
export async function saveCheck(
  tx: Tx,
  check: Pick<Finding, 'id' | 'state' | 'checkedOn' | 'residentsSaid' | 'version'>,
  wordedBy: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.finding')
    .set({
      state: check.state,
      checked_on: check.checkedOn,
      residents_said: check.residentsSaid,
      version: check.version + 1,
      ...(check.residentsSaid !== null && { worded_by: wordedBy, ...notReadYet }),
    })
    .where('id', '=', check.id)
    .where('version', '=', check.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps who found nobody recognisable in it, and whether the people agreed. False when it changed since `version`. */
export async function saveReading(
  tx: Tx,
  reading: {
    readonly id: string
    readonly version: number
    readonly reader: string
    readonly readOn: IsoDate
    readonly isAgreed: boolean
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.finding')
    .set({
      second_reader: reading.reader,
      read_on: reading.readOn,
      is_agreed: reading.isAgreed,
      version: reading.version + 1,
    })
    .where('id', '=', reading.id)
    .where('version', '=', reading.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Adds evidence, each to its finding; what is there already is left as it is. */
export async function addEvidence(
  tx: Tx,
  added: readonly { readonly findingId: string; readonly evidence: Evidence; readonly notedBy: string }[],
): Promise<void> {
  if (added.length === 0) return
  await tx.db
    .insertInto('analysis.finding_evidence')
    .values(
      added.map(({ findingId, evidence, notedBy }) => ({
        municipality_id: tx.actor.municipalityId,
        finding_id: findingId,
        id: evidence.id,
        kind: evidence.kind,
        says: evidence.says,
        noted_by: notedBy,
        ...(evidence.kind === 'figure'
          ? { indicator: evidence.indicator, period: evidence.period }
          : { source: evidence.source, on_day: evidence.onDay }),
      })),
    )
    .onConflict((conflict) => conflict.columns(['municipality_id', 'finding_id', 'id']).doNothing())
    .execute()
}

/** Takes one piece of evidence away. */
export async function removeEvidence(tx: Tx, findingId: string, id: string): Promise<void> {
  await tx.db.deleteFrom('analysis.finding_evidence').where('finding_id', '=', findingId).where('id', '=', id).execute()
}

/** Counts a change of what belongs to a finding as a change of it. False when it changed since `version`. */
export async function countChange(tx: Tx, id: string, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('analysis.finding')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** How many wait for a second reader other than `userId`. */
export async function waitingForSecondReader(tx: Tx, userId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('analysis.finding')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('rests_on', '=', 'fewPeople')
    .where('read_on', 'is', null)
    .where('state', '<>', 'dropped')
    .where('noted_by', '<>', userId)
    .where('worded_by', '<>', userId)
    .executeTakeFirstOrThrow()
  return count
}

const notReadYet = { second_reader: null, read_on: null, is_agreed: false }

const wordsOf = (finding: Pick<NewFinding, 'kind' | 'theme' | 'groups' | 'statement' | 'restsOn'>) => ({
  kind: finding.kind,
  theme: finding.theme,
  groups: [...finding.groups],
  statement: finding.statement,
  rests_on: finding.restsOn,
})

async function addPlaces(tx: Tx, findings: readonly Pick<NewFinding, 'id' | 'neighbourhoodIds'>[]): Promise<void> {
  const rows = findings.flatMap(({ id, neighbourhoodIds }) =>
    [...new Set(neighbourhoodIds)].map((neighbourhoodId) => ({
      municipality_id: tx.actor.municipalityId,
      finding_id: id,
      neighbourhood_id: neighbourhoodId,
    })),
  )
  if (rows.length > 0) await tx.db.insertInto('analysis.finding_neighbourhood').values(rows).execute()
}

const evidenceOf = sql`(select jsonb_agg(case e.kind
    when 'figure' then jsonb_build_object('kind', e.kind, 'id', e.id, 'indicator', e.indicator, 'period', e.period, 'says', e.says)
    else jsonb_build_object('kind', e.kind, 'id', e.id, 'source', e.source, 'onDay', e.on_day, 'says', e.says) end
    order by e.kind <> 'figure', e.on_day, e.id)
  from analysis.finding_evidence e where e.municipality_id = f.municipality_id and e.finding_id = f.id)`

const orders = {
  newest: sql`f.noted_on desc, f.id desc`,
  theme: sql`f.theme, f.kind desc, f.noted_on desc, f.id desc`,
  state: sql`f.state <> 'open', f.checked_on desc nulls last, f.noted_on desc, f.id desc`,
}

function fitting(filter: FindingFilter) {
  const { id, words, kind, theme, group, neighbourhoodId, state, evidence, reading } = filter
  const conditions = [
    id && sql`f.id = ${id}::uuid`,
    kind && sql`f.kind = ${kind}`,
    theme && sql`f.theme = ${theme}`,
    group && sql`${group} = any(f.groups)`,
    state && sql`f.state = ${state}`,
    words && sql`platform.folded(f.statement) like '%' || platform.folded(${likeText(words)}) || '%'`,
    neighbourhoodId && inNeighbourhood(neighbourhoodId),
    evidence && standings[evidence],
    reading && sql`f.rests_on = 'fewPeople' and f.read_on is null and f.state <> 'dropped'`,
  ].filter((one) => one !== undefined && one !== '')
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

const likeText = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const placesOf = sql`select from analysis.finding_neighbourhood n where n.municipality_id = f.municipality_id and n.finding_id = f.id`
const inNeighbourhood = (id: string) =>
  sql`(exists (${placesOf} and n.neighbourhood_id = ${id}::uuid) or not exists (${placesOf}))`

const has = (test: ReturnType<typeof sql>) =>
  sql`exists (select from analysis.finding_evidence e where e.municipality_id = f.municipality_id and e.finding_id = f.id and ${test})`
const hasFigure = has(sql`e.kind = 'figure'`)
const hasVoice = has(sql`e.kind <> 'figure'`)
const standings = {
  none: sql`not ${hasFigure} and not ${hasVoice}`,
  figuresOnly: sql`${hasFigure} and not ${hasVoice}`,
  voicesOnly: sql`not ${hasFigure} and ${hasVoice}`,
  both: sql`${hasFigure} and ${hasVoice}`,
}
