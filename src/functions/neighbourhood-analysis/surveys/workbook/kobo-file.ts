import { refuseForm } from './form-refusal.ts'
import { type FormRow, type FormSheets, headerOf, isWorded, languageCalled } from './form-rows.ts'

type Json = Readonly<Record<string, unknown>>

/** One answer sheet of an export, as it came. */
export type Submission = Json

/** What a file of Kobo holds: a form, answers, or both. */
export type KoboFile = {
  readonly sheets: FormSheets | null
  readonly submissions: readonly Submission[]
  /** Version of the form, when the file names one. */
  readonly version: string | undefined
}

/**
 * Reads what KoboToolbox gives as JSON: the content of a form (alone, within an asset, or beside its answers) and answers (`submissions`, also
 * misspelled as `subissions`, `results`, or a bare list). Refuses a file with neither.
 */
export function readKoboFile(file: string, text: string, fallbackLanguage: string): KoboFile {
  const json = jsonIn(file, text)
  const whole = isObject(json) ? json : {}
  const content = [whole.content, whole].filter(isObject).find(({ survey }) => Array.isArray(survey))
  const listed = Array.isArray(json) ? json : [whole.submissions, whole.subissions, whole.results].find(Array.isArray)
  if (!content && !listed)
    refuseForm(
      'file-kind',
      { file },
      'holds neither a form of Kobo (content.survey) nor answers (submissions or results).',
    )
  const version = [whole.version, whole.version_id, content?.version].find((one) => typeof one === 'string')
  return {
    sheets: content ? sheetsOf(file, content, whole, fallbackLanguage) : null,
    submissions: (listed ?? []).filter(isObject),
    version: typeof version === 'string' ? version : undefined,
  }
}

function jsonIn(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return refuseForm('file-damaged', { file }, 'is no JSON, or was cut off. Fetch it again.')
  }
}

function sheetsOf(file: string, content: Json, whole: Json, fallbackLanguage: string): FormSheets {
  const translations = (Array.isArray(content.translations) ? content.translations : []).map((one) =>
    typeof one === 'string' ? one : fallbackLanguage,
  )
  const settings = isObject(content.settings) ? content.settings : {}
  const rows = (sheet: string, list: unknown) =>
    (Array.isArray(list) ? list : [])
      .filter(isObject)
      .map((row, place) => rowOf(sheet, place + 1, row, translations, fallbackLanguage))
  const named = { form_title: whole.name ?? whole.title, form_id: whole.id_string ?? whole.uid, version: whole.version }
  return {
    file,
    survey: rows('survey', content.survey),
    choices: rows('choices', content.choices),
    externalChoices: [],
    settings: new Map(
      Object.entries({ ...named, default_language: translations[0], ...settings }).flatMap(([key, value]) =>
        typeof value === 'string' && value !== '' ? [[key, value]] : [],
      ),
    ),
    unusedSheets: [],
  }
}

/** A row of Kobo's list: words as lists in the order of the translations, or as a text; its own marks begin with `$`. */
function rowOf(
  sheet: string,
  line: number,
  row: Json,
  translations: readonly string[],
  fallbackLanguage: string,
): FormRow {
  const cells = new Map<string, string>()
  const raw = new Map<string, string>()
  const words = new Map<string, Record<string, string>>()
  const first = translations[0] ?? fallbackLanguage
  for (const [key, value] of Object.entries(row)) {
    if (key.startsWith('$')) continue
    const { column, language } = headerOf(key)
    for (const [place, one] of (Array.isArray(value) ? value : [value]).entries()) {
      const cell = cellOf(one)
      if (cell === '') continue
      raw.set(key.toLowerCase(), cell)
      if (!isWorded(column)) cells.set(column, cell)
      else {
        const wording = words.get(column) ?? {}
        wording[languageCalled(language ?? (Array.isArray(value) ? translations[place] : undefined) ?? first)] = cell
        words.set(column, wording)
      }
    }
  }
  const list = cells.get('select_from_list_name')
  if (list) cells.set('type', `${cells.get('type') ?? ''} ${list}`)
  cells.delete('select_from_list_name')
  cells.delete('kuid')
  return { sheet, line, cells, words, raw }
}

const cellOf = (value: unknown) =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
