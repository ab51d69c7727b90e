// `node bench/load/growth.ts`: the same pages with 1, 5, 20 and 50 municipalities of one size in one installation.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { addCards, withoutWordIndexes } from '../fill-inbox.ts'
import { type Beside, openBeside } from '../open.ts'
import { processorSecondsOf } from '../processor-time.ts'
import { startMeernet, stopMeernet } from '../program.ts'
import { writeSection } from '../results.ts'
import { addPeople, addStaff, type TownZone } from './fill-town.ts'
import { oneReader, percentile, type Timing, warmUps } from './mixed-load.ts'
import { type Town, townPages } from './pages.ts'

const steps = [1, 5, 20, 50]
const each = { people: 1000, staff: 10, signals: { total: 400, open: 40 } }
/** Municipalities whose pages are read, spread over all there are. */
const mostRead = 5
const times = 60

type Step = {
  readonly timings: readonly Timing[]
  /** Of the program and its database together. */
  readonly processorMsPerPage: number
  readonly databaseMegabytes: number
  readonly memoryMegabytes: number
}

const varFolder = mkdtempSync(join(tmpdir(), 'meernet-bench-growth-'))
chmodSync(varFolder, 0o755)
const measured: Step[] = []
try {
  await stopMeernet(await startMeernet(varFolder))
  const towns: Town[] = []
  for (const municipalities of steps) {
    await addTowns(towns, municipalities)
    measured.push(await measure(towns))
  }
} finally {
  rmSync(varFolder, { recursive: true, force: true })
}
report()
process.exit()

async function addTowns(towns: Town[], wanted: number): Promise<void> {
  const beside = await openBeside(varFolder)
  await withoutWordIndexes(beside.owner, async () => {
    while (towns.length < wanted) towns.push(await addTown(beside, towns.length + 1))
  })
  await sql`analyze`.execute(beside.owner)
  await beside.close()
}

async function addTown({ owner, transact }: Beside, nth: number): Promise<Town> {
  const zone: TownZone = { municipality_id: uuidv7(), zone_id: uuidv7() }
  const slug = `gemeente-${nth}`
  await sql`
    with town as (
      insert into municipalities.municipality (id, nis_code, name, slug, jurisdiction, languages, front_door_zone_id)
      values (${zone.municipality_id}, ${String(98_000 + nth)}, ${`Gemeente ${nth}`}, ${slug}, 'flanders', '{nl,fr}', ${zone.zone_id})
      returning id
    )
    insert into municipalities.data_zone (municipality_id, id, kind, name)
    select id, ${zone.zone_id}::uuid, 'municipality', 'Gemeente' from town
    union all select id, ${uuidv7()}::uuid, 'ocmw', 'OCMW' from town`.execute(owner)
  await addStaff(owner, zone, each.staff)
  await addPeople(transact, zone, each.people)
  await addCards({ owner, transact }, zone, { ...each.signals, seed: nth })
  return { ...zone, slug }
}

async function measure(towns: readonly Town[]): Promise<Step> {
  const program = await startMeernet(varFolder)
  const beside = await openBeside(varFolder)
  const apart = Math.max(1, Math.floor(towns.length / mostRead))
  const read = towns.filter((_, nth) => nth % apart === 0).slice(0, mostRead)
  const kinds = await Promise.all(read.map((town) => townPages(program.address, beside.owner, town)))
  // Each kind of page by turns of the municipalities.
  const byTurns = (kinds[0] ?? []).map(({ what, weight }, place) => {
    let turn = 0
    return { what, weight, ask: () => kinds[turn++ % kinds.length]?.[place]?.ask() ?? Promise.reject(new Error(what)) }
  })
  const used = () => processorSecondsOf(program.child.pid ?? 0)
  const usedBefore = used()
  const timings = await oneReader(byTurns, times)
  const processorMsPerPage = ((used() - usedBefore) * 1000) / ((times + warmUps) * timings.length)
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
    beside.owner,
  )
  const step = {
    timings,
    processorMsPerPage,
    databaseMegabytes: (rows[0]?.bytes ?? 0) / 2 ** 20,
    memoryMegabytes: program.memoryMegabytes(),
  }
  await beside.close()
  await stopMeernet(program)
  console.log(towns.length, timings.map(({ what, times }) => `${what} ${percentile(times, 0.5).toFixed(0)}`).join(', '))
  return step
}

function report(): void {
  const [first] = measured
  const kinds = first?.timings.map(({ what }) => what) ?? []
  const timesOf = ({ timings }: Step, what: string) => timings.find((timing) => timing.what === what)?.times ?? []
  const cells = (times: readonly number[]) =>
    `${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)} ms`
  const row = (what: string, cell: (step: Step) => string) => `| ${what} | ${measured.map(cell).join(' | ')} |`
  const lines = [
    ...kinds.map((what) => row(what, (step) => cells(timesOf(step, what)))),
    row('**all pages**', ({ timings }) => cells(timings.flatMap(({ times }) => times))),
    row('errors', ({ timings }) => String(timings.reduce((sum, { errors }) => sum + errors, 0))),
    row('processor time a page', ({ processorMsPerPage }) => `${processorMsPerPage.toFixed(1)} ms`),
    row('database on disk', ({ databaseMegabytes }) => `${databaseMegabytes.toFixed(0)} MB`),
    row('memory of the process', ({ memoryMegabytes }) => `${memoryMegabytes.toFixed(0)} MB`),
  ]
  writeSection(
    'From one municipality to fifty',
    `Beside the demo, municipalities of ${each.people.toLocaleString('en')} people, ${each.signals.total} signals (${each.signals.open} open) and ${each.staff} colleagues each, in one installation; one reader, each
page ${times} times by turns in ${mostRead} municipalities; median / 95th percentile. Load of the machine ${loadavg()[0]?.toFixed(1)} at the end.

| | ${steps.join(' | ')} |
|---|${steps.map(() => '---').join('|')}|
${lines.join('\n')}`,
  )
}
