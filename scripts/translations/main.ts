// `npm run translations -- export uk sheet.csv` and `… import uk sheet.csv`: sentences to and from a translator. See docs/translators.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { readSheet, sheetFor } from './sheet.ts'
import { takeIn } from './take-in.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const usage =
  'Say: npm run translations -- export|import LANGUAGE FILE [--missing] [--json], LANGUAGE as in nl, uk, tr.'

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { missing: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  })
  const [verb, language = '', file] = positionals
  if (!file || !/^[a-z]{2,3}$/.test(language)) throw new Error(usage)
  const result = run(verb, language, file, values.missing)
  console.log(values.json ? JSON.stringify(result) : sayOf(result))
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function run(verb: string | undefined, language: string, file: string, isMissingOnly: boolean) {
  if (verb === 'import') return takeIn(root, language, readSheet(readFileSync(file, 'utf8')))
  if (verb !== 'export') throw new Error(usage)
  const sheet = sheetFor(root, language, { isMissingOnly })
  writeFileSync(file, sheet)
  return { sentences: readSheet(sheet).length }
}

function sayOf(result: ReturnType<typeof run>): string {
  return Object.entries(result)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')
}
