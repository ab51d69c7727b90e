import { refusePartOfAnswer } from './part-of-answer.ts'
import { refusingBreakage } from './published-bytes.ts'
import type { PublishedTable } from './published-file.ts'
import { refuse, type Spot } from './refusal.ts'
import type { PublishedRow } from './row-splitter.ts'
import type { TextSource } from './text-table.ts'

/** A list is held in memory while it is read, so a longer text is refused. */
const mostBytes = 200_000_000

type Fact = Readonly<Record<string, unknown>>

/**
 * The table in a JSON text that is a list of facts, each with a value under every name: `{ "facts": [{ "CD_REFNIS": "72043", … }] }`,
 * as be.STAT and others export, or the list alone. Line 1 is the header, so the first fact is line 2. Refuses other JSON.
 */
export async function factTable({ open, encoding, ...spot }: TextSource, most = mostBytes): Promise<PublishedTable> {
  const json = await refusingBreakage(spot, () => wholeText(open, spot, most))
  const facts = factsIn(parsed(json, spot), spot)
  const header = [...new Set(facts.flatMap(Object.keys))]
  const rows: readonly PublishedRow[] = [
    { line: 1, cells: header },
    ...facts.map((fact, at) => ({ line: at + 2, cells: header.map((name) => cellOf(fact[name])) })),
  ]
  const damaged = rows.find(({ cells }) => cells.some((cell) => cell.includes('\0')))
  if (damaged)
    refuse('file-damaged', { ...spot, line: damaged.line }, 'holds a sign that no text has (NUL). Fetch it again.')
  return {
    file: spot.file,
    sheet: spot.sheet,
    kind: 'workbook',
    form: { encoding: encoding ?? 'utf-8', form: 'JSON' },
    remarks: [],
    rows: async function* () {
      yield rows
    },
  }
}

/** The whole text; stops where it is longer than can be held, for a small zip may hold any length. */
async function wholeText(open: TextSource['open'], spot: Spot, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of (await open()) as AsyncIterable<Buffer>) {
    // A copy: the memory of a chunk is used again.
    chunks.push(Buffer.from(chunk))
    bytes += chunk.length
    if (bytes > most) refuse('too-large', spot, 'is JSON of over 200 MB. Save it as CSV.')
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Statistical programs write numbers that are none, which JSON does not know; they stay the signs they are. */
const stringOrNoNumber = /"(?:[^"\\]|\\.)*"|(NaN|-?Infinity)/g

function parsed(json: string, spot: Spot): unknown {
  try {
    return JSON.parse(
      json.replace(/^\uFEFF/, '').replace(stringOrNoNumber, (found, sign) => (sign ? `"${sign}"` : found)),
    )
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 120) : String(error)
    return refuse('file-damaged', spot, `is no whole JSON (${reason}). Fetch it again.`)
  }
}

/** The list itself, or the only list of facts one level down. */
function factsIn(value: unknown, spot: Spot): readonly Fact[] {
  const lists = Array.isArray(value) ? [value] : isFact(value) ? Object.values(value).filter(Array.isArray) : []
  const ofFacts = lists.filter((list) => list.length > 0 && list.every(isFact))
  const [only] = ofFacts
  if (ofFacts.length === 1 && only) {
    if (isFact(value)) refusePartOfAnswer(value, only.length, spot)
    return only.map(unwrapped)
  }
  return refuse(
    'file-kind',
    { ...spot, line: 1 },
    'is JSON, and not one list of facts ({"facts": [{…}, {…}]}); expected that, or a table: CSV or text, xlsx, xls, ods, gz or zip.',
  )
}

/** City portals wrap a fact with what they know of it: its number, its place on a map, and its `fields` or `properties`. */
function unwrapped(fact: Fact): Fact {
  const inner = fact.fields ?? fact.properties ?? fact.attributes
  return isFact(inner) && ('geometry' in fact || 'recordid' in fact) ? inner : fact
}

const isFact = (value: unknown): value is Fact => typeof value === 'object' && value !== null && !Array.isArray(value)

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  // Points and borders beside the figures, as city portals export them: text that no column of figures accepts.
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value).trim()
}
