import type { Wording } from '../questionnaire/questionnaire.ts'

/**
 * A form as rows with named columns, out of an XLSForm workbook or the content of a Kobo form. `column` is the name without language,
 * lower case, as XLSForm has it today: `label`, `relevant`, `list_name`.
 */
export type FormRow = {
  readonly sheet: string
  /** In a workbook the row, in Kobo's list the place; from 1. */
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
  readonly words: ReadonlyMap<string, Wording>
  /** By header as written, in lower case: choices are filtered by any column. */
  readonly raw: ReadonlyMap<string, string>
}

export type FormSheets = {
  readonly file: string
  readonly survey: readonly FormRow[]
  readonly choices: readonly FormRow[]
  readonly externalChoices: readonly FormRow[]
  readonly settings: ReadonlyMap<string, string>
  /** Sheets in which something stands that has no place here. */
  readonly unusedSheets: readonly string[]
}

/** A header as written: which column it is, and in which language. */
export type Header = { readonly column: string; readonly language: string | null; readonly raw: string }

const renamed: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  calculate: 'calculation',
  constraintmsg: 'constraint_message',
  constraint_msg: 'constraint_message',
  constraintmessage: 'constraint_message',
  requiredmsg: 'required_message',
  list_id: 'list_name',
  value: 'name',
  caption: 'label',
  readonly: 'read_only',
  command: 'type',
  tag: 'name',
}

/** Columns whose cells are words that may stand in several languages. */
const worded = ['label', 'hint', 'constraint_message', 'required_message', 'guidance_hint', 'image', 'audio', 'video']

/** Reads a header: `label::English (en)`, `label:english`, `bind:relevant`, `bind:jr:constraintMsg`, `list name`. */
export function headerOf(raw: string): Header {
  const text = raw
    .trim()
    .replace(/^bind::?/i, '')
    .replace(/^body::?/i, '')
    .replace(/^jr:/i, '')
    .replace(/^media::?/i, '')
  const [, first = '', rest] = /^([^:]*)(?:::?(.+))?$/.exec(text) ?? []
  const name = first
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const column = Object.hasOwn(renamed, name) ? (renamed[name] ?? name) : name
  if (rest === undefined) return { column, language: null, raw }
  if (worded.includes(column)) return { column, language: rest.trim(), raw }
  return { column: text.toLowerCase(), language: null, raw }
}

/** Whether words of this column may be in several languages. */
export const isWorded = (column: string): boolean => worded.includes(column)

const used = [
  'type',
  'name',
  'relevant',
  'required',
  'calculation',
  'constraint',
  'choice_filter',
  'scale',
  'scale_item',
  'repeat_count',
  'list_name',
  'label',
  'hint',
  'constraint_message',
]

/** Whether anything is done with a column. */
export const isUsed = ({ column }: Pick<Header, 'column'>): boolean => used.includes(column)

const languageNames: Readonly<Record<string, string>> = {
  nederlands: 'nl',
  dutch: 'nl',
  vlaams: 'nl',
  français: 'fr',
  francais: 'fr',
  french: 'fr',
  frans: 'fr',
  english: 'en',
  engels: 'en',
  anglais: 'en',
  arabic: 'ar',
  arabisch: 'ar',
  arabe: 'ar',
  العربية: 'ar',
  turkish: 'tr',
  turks: 'tr',
  turc: 'tr',
  türkçe: 'tr',
  ukrainian: 'uk',
  oekraïens: 'uk',
  ukrainien: 'uk',
  українська: 'uk',
}

/** A language as a form names it: its code when that is given or known, otherwise the name, in lower case. */
export function languageCalled(name: string): string {
  const text = name.trim().toLowerCase()
  const code = /\(([a-z]{2,3})(?:[-_][a-z]+)?\)\s*$/.exec(text)?.[1]
  if (code) return code
  if (/^[a-z]{2}(?:[-_][a-z]{2})?$/.test(text)) return text.slice(0, 2)
  return Object.hasOwn(languageNames, text) ? (languageNames[text] ?? text) : text.slice(0, 60)
}
