// `npm run bench`: the budgets, measured in one run, as ratios. Below 1 is within budget.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { measureAnswers } from './answers.ts'
import type { Figure } from './figure.ts'
import { measureInbox } from './inbox.ts'
import { measureOfflineOpening } from './offline-opening.ts'
import { measurePageWeights } from './page-weights.ts'
import { startMeernet, stopMeernet } from './program.ts'
import { median, sectionsKept } from './results.ts'
import { measureFirstAnswer } from './rights-first-answer.ts'
import { measureRightsWeight } from './rights-weight.ts'

const varFolder = mkdtempSync(join(tmpdir(), 'meernet-bench-'))
chmodSync(varFolder, 0o755)
const figures: Figure[] = []
try {
  const first = await startMeernet(varFolder)
  figures.push({ what: 'first start ever, with demo', measured: first.startedAfterSeconds, budget: 15, unit: 's' })
  await stopMeernet(first)
  const starts = []
  for (let run = 0; run < 3; run += 1) {
    const again = await startMeernet(varFolder)
    starts.push(again.startedAfterSeconds)
    await stopMeernet(again)
  }
  figures.push({ what: 'start, database present', measured: median(starts), budget: 2, unit: 's' })
  const program = await startMeernet(varFolder)
  await sleep(10_000)
  figures.push({ what: 'memory of the process at rest', measured: program.memoryMegabytes(), budget: 200, unit: 'MB' })
  figures.push(...(await measurePageWeights(program.address)))
  figures.push(...(await measureRightsWeight(program.address)))
  figures.push(...(await measureAnswers(program.address)))
  figures.push(...(await measureOfflineOpening(program.address)))
  figures.push(...(await measureFirstAnswer(program.address)))
  await stopMeernet(program)
  figures.push(...(await measureInbox(varFolder)))
} finally {
  rmSync(varFolder, { recursive: true, force: true })
}

const rows = figures.map(
  ({ what, measured, budget, unit }) =>
    `| ${what} | ${round(measured)} ${unit} | ${budget} ${unit} | ${round(measured / budget)} |`,
)
writeFileSync(
  new URL('results.md', import.meta.url),
  `# Results

${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpus()[0]?.model ?? 'processor'} · ${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.version} · demo data

| what | measured | budget | ratio |
|---|---|---|---|
${rows.join('\n')}
${sectionsKept()}`,
)
console.log(rows.join('\n'))
// In a process of its own: what it needs of memory would change the figures above.
for (const part of ['rights/main.ts', 'suppression/main.ts', 'suppression/over-years.ts'])
  spawnSync(process.execPath, [fileURLToPath(new URL(part, import.meta.url))], { stdio: 'inherit' })

function round(value: number): number {
  return Math.round(value * 100) / 100
}
