// `npm run pauses --prefix bench`: the longest moment in which the program answers nobody, while long work is done in the same process.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { signInAsCoordinator } from '../answers.ts'
import { type Beside, openBeside } from '../open.ts'
import { type Program, startMeernet, stopMeernet } from '../program.ts'
import { median, writeSection } from '../results.ts'
import { bringPyramids } from './pyramid.ts'
import { sendFile } from './send-file.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const [figures, areas] = ['/analysis/figures', '/areas']
const metricsPort = 4790
const turns = Number(process.env.BENCH_TURNS ?? 3)
/** What an answer may take, 95th percentile: a pause is part of somebody's. */
const budgetMs = 50

/** `prepare` is not measured. */
type Act = { readonly what: string; readonly prepare?: () => Promise<unknown>; readonly act: () => Promise<unknown> }
type Pause = { readonly what: string; readonly pauses: readonly number[]; readonly seconds: readonly number[] }

const varFolder = mkdtempSync(join(tmpdir(), 'meernet-bench-pauses-'))
chmodSync(varFolder, 0o755)
try {
  const program = await startMeernet(varFolder, [], { MEERNET_METRICS_PORT: String(metricsPort) })
  const beside = await openBeside(varFolder)
  const acts = await actsOn(program, beside)
  // What only starting needed is given back meanwhile.
  await sleep(10_000)
  const measured: Pause[] = []
  for (const act of acts) measured.push(await pausesOf(act))
  // What threads used is given back some ten seconds later.
  await sleep(15_000)
  report(measured, program.memoryMegabytes())
  await beside.close()
  await stopMeernet(program)
} finally {
  rmSync(varFolder, { recursive: true, force: true })
}
process.exit()

async function actsOn({ address }: Program, beside: Beside): Promise<readonly Act[]> {
  const cookie = await signInAsCoordinator(address)
  const read = async (path: string) => {
    const response = await fetch(address + path, { headers: { cookie } })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  }
  const file = (what: string, home: string, path: string, said: Record<string, string> = {}): Act => ({
    what: `${what}, sent and read`,
    act: () => sendFile({ address, cookie, beside }, home, data + path, said),
  })
  const analysis = await publishedAnalysis(address)
  return [
    { what: 'nothing, for five seconds', act: () => sleep(5000) },
    {
      what: 'men and women of nine ages in 724 sectors in four years, looked at for the first time',
      prepare: () => bringPyramids(beside, [2016, 2017, 2018, 2019]),
      act: () => read('/analysis/indicators/population'),
    },
    { what: 'the same page once more', act: () => read('/analysis/indicators/population') },
    file('457,051 rows', figures, 'indicators/statbel/TF_SOC_POP_STRUCT_2015_tcm325-273262.zip', { period: '2015' }),
    file('20,376 sectors', figures, 'indicators/statbel/SectorData-population-by-sector.csv.gz', { period: '2023' }),
    file('a workbook of 3.9 MB', figures, 'population/TA_POP_2018_M.xlsx', {
      period: '2018',
      source: 'Bench',
      licence: 'CC0',
    }),
    file(
      'a table between areas, a workbook of 2.2 MB',
      areas,
      'geo/provincies-in-cijfers/verwerkt_alle_gebiedsniveaus2024.xlsx',
    ),
    file('borders of 2,767 neighbourhoods', areas, 'geo/provincies-in-cijfers/ggw72024.shp.zip', {
      edition: '2024',
      source: 'Bench',
      licence: 'CC0',
    }),
    { what: 'an analysis as PDF', act: () => read(`${analysis}/analysis.pdf`) },
    { what: 'an analysis as a workbook', act: () => read(`${analysis}/analysis.xlsx`) },
  ]
}

/** Where the demo's published analysis is read. */
async function publishedAnalysis(address: string): Promise<string> {
  const list = await (await fetch(`${address}/in/netegem/analysis`)).text()
  const path = /\/in\/netegem\/analysis\/[0-9a-f-]{36}/.exec(list)?.[0]
  if (!path) throw new Error('the demo has no published analysis')
  return path
}

/** The longest pause of the program's loop while it does this, each time it does. */
async function pausesOf({ what, prepare, act }: Act): Promise<Pause> {
  const [pauses, seconds]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < turns; turn += 1) {
    await prepare?.()
    await sleep(1000)
    await longestPause()
    await sleep(100)
    const began = performance.now()
    await act()
    seconds.push((performance.now() - began) / 1000)
    // What is still done after the answer.
    await sleep(200)
    pauses.push(await longestPause())
  }
  console.log(what, pauses.map((one) => one.toFixed(0)).join(', '))
  return { what, pauses, seconds }
}

/** Milliseconds since it was last asked: Node's own histogram of the delay of the event loop, which looks every 10 ms. */
async function longestPause(): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const [, seconds] = /^meernet_nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text) ?? []
  return Number(seconds) * 1000
}

function report(measured: readonly Pause[], megabytes: number): void {
  const rows = measured.map(({ what, pauses, seconds }) => {
    const longest = median(pauses)
    return `| ${what} | ${longest.toFixed(0)} ms | ${median(seconds).toFixed(1)} s | ${(longest / budgetMs).toFixed(1)} |`
  })
  writeSection(
    'The longest pause',
    `The longest moment in which the program answers nobody while it does long work, web and worker in one process: the delay of the event loop as
Node measures it, every 10 ms, of which 10 ms is nothing. Medians of ${turns} turns; real files, and men and women
of nine ages as chance divides the inhabitants of the 724 sectors of Brussels. Load of the machine ${loadavg()[0]?.toFixed(1)} at the end.

| what | longest pause | until it is done | of the budget |
|---|---|---|---|
${rows.join('\n')}

Budget: ${budgetMs} ms, the 95th percentile of answers. Memory of the process 15 s later: ${megabytes.toFixed(0)} MB.`,
  )
}
