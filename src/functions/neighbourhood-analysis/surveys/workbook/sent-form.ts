import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openTables } from '../../../../platform/published-files/open-tables.ts'
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
 * Reads a form (an XLSForm workbook or Kobo's JSON) and answers sent with it or beside it. Refuses (`FileRefused`) what is no form, or
 * answers without the form they were given to.
 */
export async function readSentForm(sent: File, sentAnswers: File | undefined, said: SentWith): Promise<SentForm> {
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const fileName = basename(sent.name.replaceAll('\\', '/')).slice(-200) || 'file'
  const stated = {
    language: said.language,
    permission: said.permission,
    keep: said.keep,
    key: fileName.replace(/\.[^.]+$/, ''),
    version: createHash('sha256').update(bytes).digest('hex').slice(0, 12),
  }
  const beside = sentAnswers ? readKoboFile(sentAnswers.name, await sentAnswers.text(), said.language) : undefined
  if (looksLikeJson(bytes)) {
    const kobo = readKoboFile(fileName, new TextDecoder().decode(bytes), said.language)
    const sheets = kobo.sheets ?? beside?.sheets
    if (!sheets)
      refuseForm(
        'file-kind',
        { file: fileName },
        'has answers but no form. Send the form as well: its XLSForm workbook or its JSON.',
      )
    const form = readForm(sheets, stated)
    return { origin: 'kobo', fileName, form, answers: answersOf(form, [kobo, ...(beside ? [beside] : [])], said) }
  }
  const form = await workbookForm(fileName, bytes, stated)
  return { origin: 'workbook', fileName, form, answers: answersOf(form, beside ? [beside] : [], said) }
}

function answersOf(
  form: ReadForm,
  files: readonly KoboFile[],
  { today, neighbourhoods }: SentWith,
): ReadAnswers | null {
  const submissions = files.flatMap((file) => file.submissions)
  if (submissions.length === 0) return null
  const version = files.find((file) => file.sheets)?.version ?? form.questionnaire.version
  return readKoboAnswers(form, submissions, { today, version, neighbourhoods })
}

/** A workbook is opened where it lies: in a folder of its own, for as long as it takes. */
async function workbookForm(
  fileName: string,
  bytes: Uint8Array,
  stated: Parameters<typeof readForm>[1],
): Promise<ReadForm> {
  const folder = await mkdtemp(join(tmpdir(), 'meernet-form-'))
  try {
    const path = join(folder, fileName)
    await writeFile(path, bytes, { mode: 0o600 })
    const file = await openTables(path)
    try {
      return readForm(await workbookRows(file, stated.language), stated)
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
