import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTables } from '../../../../platform/published-files/open-tables.ts'
import type { PublishedFile } from '../../../../platform/published-files/published-file.ts'
import { plainName } from '../../../../platform/sent-files/index.ts'
import { submissionsIn } from './answer-tables.ts'
import { refuseForm } from './form-refusal.ts'
import { type ReadAnswers, readKoboAnswers } from './kobo-answers.ts'
import { type KoboFile, readKoboFile } from './kobo-file.ts'
import { type ReadForm, readForm } from './read-form.ts'
import { workbookRows } from './workbook-rows.ts'

/** What is said beside the files that are sent. */
export type SentWith = {
  readonly language: string
  readonly permission: string | undefined
  readonly keep: readonly string[]
  readonly today: string
  readonly neighbourhoods: Parameters<typeof readKoboAnswers>[2]['neighbourhoods']
}

export type SentForm = {
  readonly origin: 'workbook' | 'kobo'
  readonly fileName: string
  readonly form: ReadForm
  /** Nothing when no answers were sent. */
  readonly answers: ReadAnswers | null
}

/**
 * Reads a form (an XLSForm workbook or Kobo's JSON) and answers sent with it or beside it (Kobo's JSON, or a table of Kobo or ODK). Refuses
 * (`FileRefused`) what is no form, or answers without the form they were given to.
 */
export async function readSentForm(sent: File, sentAnswers: File | undefined, said: SentWith): Promise<SentForm> {
  const bytes = await bytesOf(sent)
  const fileName = nameOf(sent)
  const stated = {
    language: said.language,
    permission: said.permission,
    keep: said.keep,
    key: fileName.replace(/\.[^.]+$/, ''),
    version: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
  }
  const kobo = looksLikeJson(bytes) ? [koboIn(fileName, bytes, said)] : []
  const besideBytes = sentAnswers && (await bytesOf(sentAnswers))
  const beside =
    sentAnswers && besideBytes && looksLikeJson(besideBytes) ? [koboIn(nameOf(sentAnswers), besideBytes, said)] : []
  const form = kobo[0]
    ? readForm(formAmong([...kobo, ...beside], fileName), stated)
    : await opened(fileName, bytes, async (file) => readForm(await workbookRows(file, stated.language), stated))
  const files = [...kobo, ...beside]
  const inTables =
    sentAnswers && besideBytes && beside.length === 0
      ? await opened(nameOf(sentAnswers), besideBytes, (file) => submissionsIn(file, form))
      : []
  const submissions = [...files.flatMap((file) => file.submissions), ...inTables]
  const version = files.find((file) => file.sheets)?.version ?? form.questionnaire.version
  const { today, neighbourhoods } = said
  return {
    origin: kobo[0] ? 'kobo' : 'workbook',
    fileName,
    form,
    answers: submissions.length === 0 ? null : readKoboAnswers(form, submissions, { today, version, neighbourhoods }),
  }
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())
const nameOf = ({ name }: File) => plainName(name)
const koboIn = (name: string, bytes: Uint8Array, { language }: SentWith) =>
  readKoboFile(name, new TextDecoder().decode(bytes), language)

function formAmong(files: readonly KoboFile[], file: string) {
  return (
    files.flatMap(({ sheets }) => sheets ?? [])[0] ??
    refuseForm(
      'file-kind',
      { file },
      'has answers but no form. Send the form as well: its XLSForm workbook or its JSON.',
    )
  )
}

/** Tables are opened where they lie: in a folder of their own, for as long as it takes. */
async function opened<Result>(
  fileName: string,
  bytes: Uint8Array,
  work: (file: PublishedFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-form-'))
  try {
    const path = join(folder, fileName)
    await writeFile(path, bytes, { mode: 0o600 })
    const file = await openTables(path)
    try {
      return await work(file)
    } finally {
      file.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function looksLikeJson(bytes: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(bytes.slice(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart()
  return start.startsWith('{') || start.startsWith('[')
}
