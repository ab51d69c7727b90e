import type { Model } from '@meernet/rights-engine'
import { csvReader } from './csv-households.ts'
import { linesOfFile, type SomeLines } from './file-lines.ts'
import type { HouseholdInFile } from './household-in-file.ts'
import { jsonlReader } from './jsonl-households.ts'
import { PopulationRefused } from './population-refused.ts'

type Reader = { read(some: SomeLines): readonly HouseholdInFile[]; end(): readonly HouseholdInFile[] }

/**
 * The households of a file, some thousands at a time. A file that begins with `{` holds a JSON object a line, any other a table.
 * Throws a `PopulationRefused` at the first thing that cannot be read.
 */
export async function* householdsIn(file: string, model: Model): AsyncGenerator<readonly HouseholdInFile[]> {
  let reader: Reader | undefined
  let count = 0
  for await (const some of linesOfFile(file)) {
    const first = some.lines.find((line) => line.trim() !== '')
    if (first === undefined) continue
    reader ??= first.trimStart().startsWith('{') ? { read: jsonlReader(file), end: () => [] } : csvReader(file, model)
    const households = reader.read(some)
    count += households.length
    if (households.length > 0) yield households
  }
  const last = reader?.end() ?? []
  if (count + last.length === 0) throw new PopulationRefused('empty', file, {}, 'there is no household in this file')
  if (last.length > 0) yield last
}
