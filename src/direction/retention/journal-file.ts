import { appendFile, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type CampaignLists, destroyedLists, destroyListsAgain } from '../../functions/detection/index.ts'
import { systemActor } from '../../platform/access/actor.ts'
import type { Transact, Tx } from '../../platform/database/transact.ts'
import { certificates, subjectsOf } from './certificate-store.ts'
import { type DeletionEntry, deleteAgain } from './executing.ts'
import { seriesNames } from './series.ts'

/** The lists of one campaign that were destroyed under the short-term rule (P15a). */
export type ListsEntry = { readonly municipalityId: string; readonly lists: CampaignLists }
export type JournalEntry = DeletionEntry | ListsEntry

/**
 * Adds one certificate to the journal beside the database, which only the owner can read; twice adds it once. What a full disk or a
 * kill cut off stays a line of its own, and the certificate is written again after it.
 */
export async function addToJournal(file: string, entry: JournalEntry): Promise<void> {
  const text = await textOf(file, { mayBeMissing: true })
  if (parsed(text).entries.some((one) => nameOf(one) === nameOf(entry))) return
  const newLine = text === '' || text.endsWith('\n') ? '' : '\n'
  await appendFile(file, `${newLine}${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true })
}

/** Every deletion of an installation, as the files beside the database tell it: what an older backup must not bring back. */
export type Journal = {
  /** Certificates with what they are of, in the order of their deletion. */
  readonly entries: readonly JournalEntry[]
  /** Lines that were not written to their end, and not written again. */
  readonly cutOff: number
}

/**
 * The journal as it is in files, one of each worker that wrote; what stands in several is there once. Throws when a line of one is
 * not of a journal.
 */
export async function readJournal(...files: readonly string[]): Promise<Journal> {
  const texts = await Promise.all(files.map((file) => textOf(file)))
  const { entries, cutOff } = parsed(texts.join('\n'))
  return { entries: [...new Map(entries.map((one) => [nameOf(one), one])).values()], cutOff }
}

function textOf(file: string, { mayBeMissing = false } = {}): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (mayBeMissing && error.code === 'ENOENT') return ''
    throw error
  })
}

function parsed(text: string): Journal {
  const lines = text.split('\n').filter((line) => line !== '')
  const begun = lines.filter(isCutOff)
  const whole = lines.filter((line) => !isCutOff(line))
  return {
    entries: whole.map((line) => entry.parse(JSON.parse(line))),
    cutOff: begun.filter((part) => !whole.some((line) => line.startsWith(withoutHalfSign(part)))).length,
  }
}

/** The beginning of a line without its end: every line begins with the municipality and ends as JSON does. */
const isCutOff = (line: string) =>
  (line.startsWith(lineStart) || lineStart.startsWith(line)) && !(line.endsWith('}') && isJson(line))
/** What was cut off inside a sign of several bytes ends in the sign for what cannot be read. */
const withoutHalfSign = (part: string) => part.replace(/\ufffd+$/, '')
const lineStart = '{"municipalityId":'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What the journal says of one certificate. As the program. */
export async function journalEntry(tx: Tx, id: string): Promise<DeletionEntry | undefined> {
  const [found] = await certificates(tx, id)
  if (!found) return undefined
  const { appliedAgainAt: _at, appliedAgainRecords: _records, ...certificate } = found
  return { municipalityId: tx.actor.municipalityId, certificate, subjectIds: await subjectsOf(tx, id) }
}

/** What the journal says of the lists of one campaign. As the program. */
export async function listsEntry(tx: Tx, campaignId: string): Promise<ListsEntry | undefined> {
  const lists = await destroyedLists(tx, campaignId)
  return lists && { municipalityId: tx.actor.municipalityId, lists }
}

/** What came of applying a journal: certificates in it, and rows that were there again. */
export type Applied = { readonly certificates: number; readonly rows: number }

/** Deletes again, after a restore, all that the journal names in municipalities that are here; each certificate in one transaction. */
export async function applyJournal(
  transact: Transact,
  { entries }: Journal,
  municipalityIds: ReadonlySet<string>,
): Promise<Applied> {
  const ours = entries.filter(({ municipalityId }) => municipalityIds.has(municipalityId))
  let rows = 0
  for (const one of ours)
    rows += await transact(systemActor(one.municipalityId, 'deletions after restore'), (tx) =>
      'lists' in one ? destroyListsAgain(tx, one.lists) : deleteAgain(tx, one),
    )
  return { certificates: ours.length, rows }
}

const nameOf = (entry: JournalEntry) => ('lists' in entry ? `lists ${entry.lists.campaignId}` : entry.certificate.id)

const deletion = z.object({
  municipalityId: z.uuid(),
  certificate: z.object({
    id: z.uuid(),
    zoneId: z.uuid(),
    series: z.enum(seriesNames),
    term: z.string(),
    reference: z.string(),
    checkedBy: z.uuid(),
    approvedBy: z.uuid(),
    approvedAt: z.coerce.date(),
    executedAt: z.coerce.date(),
    records: z.int(),
    rowCounts: z.record(z.string(), z.int()),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  subjectIds: z.array(z.uuid()),
})

const count = z.int().nonnegative()
const listsOfCampaign = z.object({
  municipalityId: z.uuid(),
  lists: z.object({
    campaignId: z.uuid(),
    destroyedAt: z.coerce.date(),
    approvedBy: z.uuid().nullable(),
    ruleReference: z.string(),
    ruleDecidedBy: z.string(),
    ruleDecidedOn: z.iso.date(),
    ruleDays: count,
    destroyed: z.object({
      listedAddresses: count,
      roundAddresses: count,
      rounds: count,
      pairs: count,
      letters: count,
      optOuts: count,
    }),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})
const entry = z.union([deletion, listsOfCampaign])
