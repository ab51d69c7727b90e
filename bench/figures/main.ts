// `npm run figures --prefix bench`: published files of the whole country taken over, beside PostgreSQL's own COPY of the same rows.
import { chmodSync, createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { importFigures } from '../../src/functions/neighbourhood-analysis/without-pages.ts'
import { systemActor } from '../../src/platform/access/actor.ts'
import { openTables } from '../../src/platform/published-files/open-tables.ts'
import { gunzipped } from '../../src/platform/published-files/published-bytes.ts'
import { openZip } from '../../src/platform/published-files/zip-file.ts'
import { type Beside, openBeside } from '../open.ts'
import { median, writeSection } from '../results.ts'

const municipality = '00000000-0000-7000-9000-000000000001'
const published = fileURLToPath(new URL('../../../shared/data/indicators/statbel/', import.meta.url))
const turns = 5
const files = [
  {
    name: 'SectorData-population-by-sector.csv.gz',
    what: 'population by sector, 2023',
    period: '2023',
    delimiter: ',',
  },
  {
    name: 'TF_SOC_POP_STRUCT_2015_tcm325-273262.zip',
    what: 'population by age, sex …, 2015',
    period: '2015',
    delimiter: '|',
  },
] as const
type PublishedFile = (typeof files)[number]

const varFolder = mkdtempSync(join(tmpdir(), 'meernet-bench-figures-'))
chmodSync(varFolder, 0o755)
const installation = await openBeside(varFolder)
try {
  await sql`insert into municipalities.municipality (id, nis_code, name, slug, jurisdiction, languages)
    values (${municipality}, '71022', 'Hasselt', 'hasselt', 'flanders', '{nl}')`.execute(installation.owner)
  const rows: string[] = []
  for (const file of files) rows.push(await measured(installation, file))
  writeSection(
    'Figures of the whole country, taken over',
    `Every row read, checked, counted and added up, the figures of one municipality and the sums of region and country kept; beside PostgreSQL copying
the same rows, already unpacked, into a table of texts (\`copy … from stdin\` through pg-copy-streams 7.0.0). Medians of ${turns} turns, by turns in
one process.

| file | rows | kept | Meernet | copy | ratio |
|---|---|---|---|---|---|
${rows.join('\n')}

Aim: within ×3.`,
  )
} finally {
  await installation.close()
  rmSync(varFolder, { recursive: true, force: true })
}

async function measured(beside: Beside, file: PublishedFile): Promise<string> {
  const plain = join(varFolder, 'plain.txt')
  await unpack(file, plain)
  const [ours, copies]: [number[], number[]] = [[], []]
  let [rows, kept, copied] = [0, 0, 0]
  for (let turn = 0; turn <= turns; turn += 1) {
    await sql`delete from analysis.dataset`.execute(beside.owner)
    const taken = await timed(async () => ({ rows, kept } = await takeOver(beside, file)))
    const copy = await timed(async () => (copied = await copyRows(beside, plain, file.delimiter)))
    if (copied !== rows) throw new Error(`${file.name}: ${copied} rows copied, ${rows} read`)
    // The first turn warms up.
    if (turn > 0) {
      ours.push(taken)
      copies.push(copy)
    }
  }
  const [own, other] = [median(ours), median(copies)]
  const number = (value: number) => value.toLocaleString('en')
  return `| ${file.what} | ${number(rows)} | ${number(kept)} | ${own.toFixed(0)} ms | ${other.toFixed(0)} ms | ×${(own / other).toFixed(1)} |`
}

async function takeOver({ transact }: Beside, { name, period }: PublishedFile) {
  const file = await openTables(`${published}${name}`)
  try {
    const wishes = { mapping: undefined, period, edition: undefined, missing: {} }
    const asked = { file, nisCode: '71022', wishes, provenance: { source: 'Statbel', licence: 'CC BY 4.0' } }
    const actor = systemActor(municipality, 'bench')
    const imported = await importFigures({ transact, clock: () => new Date() }, actor, asked)
    if (imported.kind !== 'imported') throw new Error(`${name}: ${imported.reason}`)
    return { rows: imported.dataset.rowsRead, kept: imported.figures.new }
  } finally {
    file.close()
  }
}

/** How many rows PostgreSQL copied into a table made for them; the table stays empty. */
async function copyRows({ owner, ownerPool }: Beside, plain: string, delimiter: string): Promise<number> {
  const header = await firstLine(plain)
  const columns = header.split(delimiter).map((_, at) => `c${at} text`)
  await sql.raw(`drop table if exists copied; create table copied (${columns.join(', ')})`).execute(owner)
  const client = await ownerPool.connect()
  try {
    const stream = client.query(
      copyFrom(`copy copied from stdin with (format csv, header, delimiter '${delimiter}', quote '"')`),
    )
    await pipeline(createReadStream(plain), stream)
    return stream.rowCount
  } finally {
    client.release()
  }
}

async function unpack({ name }: PublishedFile, to: string): Promise<void> {
  const path = `${published}${name}`
  if (name.endsWith('.gz')) return pipeline(gunzipped(path), createWriteStream(to))
  const zip = await openZip(path)
  await pipeline(await zip.open(zip.names[0] ?? ''), createWriteStream(to))
  zip.close()
}

async function firstLine(path: string): Promise<string> {
  for await (const piece of createReadStream(path, { encoding: 'utf8' })) return String(piece).split(/\r?\n/)[0] ?? ''
  return ''
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
