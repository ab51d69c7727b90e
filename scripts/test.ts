// `npm test`: everything, in two steps of one run: without a browser, then the journeys. Prints one closing line.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
type Summary = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTotalTests: number
  success: boolean
}

await buildIfStale()
mkdirSync(join(root, 'var'), { recursive: true })
const summaries = [run('unit', 'phone'), run('journeys')]
const total = (pick: (summary: Summary) => number) => summaries.reduce((sum, summary) => sum + pick(summary), 0)
const passed = total(({ numPassedTests }) => numPassedTests)
// A file that does not even load, and a skipped test, count as failures: nothing may quietly not run.
const failed =
  total(({ numFailedTests, numPendingTests }) => numFailedTests + numPendingTests) +
  summaries.filter(({ success, numFailedTests, numPendingTests }) => !success && numFailedTests + numPendingTests === 0)
    .length
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1

function run(...projects: readonly string[]): Summary {
  const report = join(root, 'var', `test-${projects.join('-')}.json`)
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const result = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    {
      cwd: root,
      stdio: 'inherit',
    },
  )
  try {
    const summary = JSON.parse(readFileSync(report, 'utf8')) as Summary
    return { ...summary, success: summary.success && result.status === 0 }
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTotalTests: 0, success: false }
  }
}
