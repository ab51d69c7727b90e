// `node bench/load/main.ts`: a municipality of 100,000 people, 50,000 signals and 500 colleagues under a mixed load of one minute.
// BENCH_PEOPLE, BENCH_SIGNALS and BENCH_STAFF make it smaller, to try it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Beside, openBeside } from '../open.ts'
import { type Program, startMeernet, stopMeernet } from '../program.ts'
import { median, writeSection } from '../results.ts'
import { fillTown } from './fill-town.ts'
import { oneReader, percentile, type Timing, underMixedLoad } from './mixed-load.ts'
import { pagesOf } from './pages.ts'

const size = {
  people: Number(process.env.BENCH_PEOPLE ?? 100_000),
  signals: Number(process.env.BENCH_SIGNALS ?? 50_000),
  staff: Number(process.env.BENCH_STAFF ?? 500),
}
const load = { people: 6, pauseMs: 250, durationMs: 60_000 }
/** Tables that grow with the municipality: a page of one person or one list reads none of them from end to end. */
const largeTables = ['people.person', 'detection.signal', 'detection.referral_card', 'audit.line']
const sumName = '**all**'

const varFolder = mkdtempSync(join(tmpdir(), 'meernet-bench-load-'))
chmodSync(varFolder, 0o755)
try {
  await stopMeernet(await startMeernet(varFolder))
  const fillStart = performance.now()
  await fillTown(varFolder, size)
  console.log(`filled in ${((performance.now() - fillStart) / 1000).toFixed(0)} s`)
  const starts: number[] = []
  for (let run = 0; run < 3; run += 1) {
    const program = await startMeernet(varFolder)
    starts.push(program.startedAfterSeconds)
    await stopMeernet(program)
  }
  const program = await startMeernet(varFolder)
  const beside = await openBeside(varFolder)
  const kinds = await pagesOf(program.address, beside)
  await underMixedLoad(kinds, { ...load, durationMs: 5000 })
  const alone = await oneReader(kinds, 40)
  const before = await scansOf(beside)
  const memory = watchMemory(program)
  const timings = await underMixedLoad(kinds, load)
  const scans = await scansOf(beside)
  report(timings, alone, {
    start: median(starts),
    peak: memory.stop(),
    scans: largeTables.map((table) => ({ table, scans: (scans.get(table) ?? 0) - (before.get(table) ?? 0) })),
  })
  await beside.close()
  await stopMeernet(program)
} finally {
  rmSync(varFolder, { recursive: true, force: true })
}
process.exit()

/** How often each table was read from end to end since the database was made. */
async function scansOf({ owner }: Beside): Promise<ReadonlyMap<string, number>> {
  // What a connection counted is passed on when it has been idle for a moment.
  await sleep(11_000)
  const { rows } = await sql<{ table: string; scans: number }>`
    select schemaname || '.' || relname as table, seq_scan as scans from pg_stat_user_tables`.execute(owner)
  return new Map(rows.map(({ table, scans }) => [table, scans]))
}

function watchMemory(program: Program): { stop(): number } {
  let peak = 0
  const look = setInterval(() => {
    peak = Math.max(peak, program.memoryMegabytes())
  }, 500)
  return {
    stop: () => {
      clearInterval(look)
      return peak
    },
  }
}

type Seen = { start: number; peak: number; scans: readonly { table: string; scans: number }[] }

function report(timings: readonly Timing[], alone: readonly Timing[], { start, peak, scans }: Seen): void {
  const lines = [...timings, sumOf(timings)].map(({ what, times, errors }) => {
    const one = (what === sumName ? sumOf(alone) : alone.find((timing) => timing.what === what))?.times ?? []
    const late = percentile(times, 0.95)
    return `| ${what} | ${inMs(percentile(one, 0.5))} | ${inMs(percentile(one, 0.95))} | ${times.length} | ${inMs(percentile(times, 0.5))} | ${inMs(late)} | ${(late / 50).toFixed(1)} | ${errors} |`
  })
  writeSection(
    'A municipality of 100,000 people',
    `${size.people.toLocaleString('en')} people, ${size.signals.toLocaleString('en')} signals (1,500 open) and ${size.staff} colleagues, sealed and indexed through the product's own code; ${load.people} people at once
who each read ${load.pauseMs} ms between pages, for a minute; whole answers, row-level security on. ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB, load of the
machine ${loadavg()[0]?.toFixed(1)} at the end (2 is all that it has; ours is about 1). One reader: each page 40 times with nobody else there; what six take longer
than one is waiting for a processor. The budget is 50 ms for the 95th percentile. Names are spread as in life: the most frequent family name is
that of one in two hundred.

| page | one reader: median | 95th percentile | six: answers | median | 95th percentile | of the budget | errors |
|---|---|---|---|---|---|---|---|
${lines.join('\n')}

| what | measured | budget | ratio |
|---|---|---|---|
| start with this database, median of 3 | ${start.toFixed(2)} s | 2 s | ${(start / 2).toFixed(2)} |
| memory of the process at most, under this load | ${peak.toFixed(0)} MB | 200 MB at rest | ${(peak / 200).toFixed(2)} |
${scans.map(({ table, scans }) => `| ${table} read from end to end during that minute, times | ${scans} | | |`).join('\n')}`,
  )
}

function sumOf(timings: readonly Timing[]): Timing {
  return {
    what: sumName,
    times: timings.flatMap(({ times }) => times),
    errors: timings.reduce((sum, { errors }) => sum + errors, 0),
  }
}

function inMs(time: number): string {
  return `${time.toFixed(0)} ms`
}
