import type { Question } from '../questionnaire/questionnaire.ts'
import { type FormSheets, isUsed, languageCalled } from './form-rows.ts'
import type { Remark } from './remark.ts'

/** The title of a form in its own language. */
export function titlesOf({ settings, file }: FormSheets, language: string): Readonly<Record<string, string>> {
  const inLanguage = languageCalled(settings.get('default_language') || language)
  const title =
    settings.get('form_title') || settings.get('title') || settings.get('form_id') || file.replace(/\.[^.]+$/, '')
  return { [inLanguage]: title.slice(0, 200) }
}

/** The default first, then the others in which a question has words. */
export function languagesOf(
  { settings }: FormSheets,
  questions: readonly Question[],
  language: string,
): readonly string[] {
  const used = new Set(questions.flatMap(({ wording }) => Object.keys(wording)))
  const own = languageCalled(settings.get('default_language') || language)
  const languages = used.has(own) || used.size === 0 ? [own, ...used] : [...used]
  return [...new Set(languages)]
}

/** Questions that lack words in one of the languages. */
export function wordless(questions: readonly Question[], languages: readonly string[]): readonly Remark[] {
  const without = questions.filter(
    ({ kind, wording }) => kind !== 'calculated' && languages.some((one) => !wording[one]),
  )
  return without.length > 0 ? [{ reason: 'hiddenWithoutLabel', names: without.map(({ name }) => name) }] : []
}

const usedSettings = [
  'form_title',
  'title',
  'form_id',
  'id_string',
  'version',
  'default_language',
  'allow_choice_duplicates',
]

/** Sheets, settings and columns that are not used. */
export function sheetRemarks({ survey, settings, unusedSheets }: FormSheets): Remark[] {
  const columns = survey.flatMap(({ cells, words }) => [
    ...[...words.keys(), ...cells.keys()].filter((column) => !isUsed({ column })),
  ])
  const remarks: readonly Remark[] = [
    { reason: 'sheet', names: unusedSheets },
    { reason: 'setting', names: [...settings.keys()].filter((key) => !usedSettings.includes(key)) },
    { reason: 'column', names: [...new Set(columns)] },
  ]
  return remarks.filter(({ names }) => names.length > 0)
}
