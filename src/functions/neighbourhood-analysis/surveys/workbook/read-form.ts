import { answersNamed, functions, parseExpression } from '../questionnaire/expression.ts'
import { type Question, type Questionnaire, questionnaireSchema } from '../questionnaire/questionnaire.ts'
import { choiceListsOf } from './choice-lists.ts'
import { refuseForm, spotOf } from './form-refusal.ts'
import { type FormRow, type FormSheets, isUsed, languageCalled } from './form-rows.ts'
import { asksForPerson } from './personal.ts'
import { type RowType, rowTypeOf } from './question-type.ts'
import { gathered, type Remark, type RemarkReason } from './remark.ts'
import { scalesIn } from './scales-in-form.ts'

export type FormStated = {
  /** Of words without a language, where the form names none. */
  readonly language: string
  /** Who allowed to use a scale. */
  readonly permission: string | undefined
  /** Questions that seem to lead to a person but do not, as who imports knows. */
  readonly keep?: readonly string[]
  /** When the form has no name or version of its own. */
  readonly key: string
  readonly version: string
}

/** A form read: what is asked, what has no place here, and by which paths answers name the questions. */
export type ReadForm = {
  readonly questionnaire: Questionnaire
  readonly remarks: readonly Remark[]
  /** Path of a question in the form (`group/question`) → its name here; null for one that is left out. */
  readonly paths: ReadonlyMap<string, string | null>
}

type Around = { readonly row: FormRow; readonly name: string; readonly what: 'group' | 'repeat' }
type Found = {
  readonly row: FormRow
  readonly path: string
  readonly name: string
  readonly around: readonly Around[]
} & {
  readonly type: RowType
}

/**
 * Makes a questionnaire of a form. What an anonymous survey has no place for (places on a map, photos, devices, names) is left out and told;
 * what is wrong or not understood is refused with sheet, row and column.
 */
export function readForm(sheets: FormSheets, stated: FormStated): ReadForm {
  const found = rowsFound(sheets)
  const names = shortNames(found)
  const named = namesInConditions(sheets)
  const remarks: Remark[] = sheetRemarks(sheets)
  const lists = choiceListsOf(sheets)
  const kept: { readonly found: Found; readonly question: Question }[] = []
  const paths = new Map<string, string | null>()
  for (const one of found) {
    const reason = reasonToLeaveOut(one, stated.keep ?? []) ?? (isIdle(one, named) ? 'calculationUnused' : undefined)
    const name = names.get(one.path) ?? one.path
    paths.set(one.path, reason ? null : name)
    if (reason) remarks.push({ reason, names: [one.name] })
    else kept.push({ found: one, question: questionOf(sheets, one, name, lists) })
    if (!reason && isInRepeat(one)) remarks.push({ reason: 'repeatAskedOnce', names: [one.name] })
  }
  const first = found[0]?.row
  if (!kept.some(({ question }) => question.kind !== 'note' && question.kind !== 'calculated'))
    refuseForm('value', { file: sheets.file, sheet: first?.sheet }, 'asks nothing that an anonymous survey may keep.')
  const known = new Map(found.map((one) => [one.name, paths.get(one.path) ?? null]))
  const questions = kept.map(({ found: one, question }) => withNames(sheets, one, question, known, remarks))
  const { scales, remarks: ofScales } = scalesIn(kept, stated.permission)
  const titles = titlesOf(sheets, stated)
  const languages = languagesOf(sheets, questions, stated)
  remarks.push(...ofScales, ...wordless(questions, languages))
  return {
    paths,
    remarks: gathered(remarks),
    questionnaire: questionnaireSchema.parse({
      key: (sheets.settings.get('form_id') || sheets.settings.get('id_string') || stated.key).slice(0, 120),
      version: (sheets.settings.get('version') || stated.version).slice(0, 60),
      titles,
      languages,
      questions,
      ...(scales.length > 0 && {
        scales: scales.map(({ use }) => use),
        source: scales
          .map(({ source }) => source)
          .join('; ')
          .slice(0, 500),
      }),
    }),
  }
}

/** The rows that ask, with the groups around them. Refuses an unknown type, a name that is missing or no name, and groups left open. */
function rowsFound({ file, survey }: FormSheets): readonly Found[] {
  const open: Around[] = []
  const found: Found[] = []
  const seen = new Map<string, FormRow>()
  for (const row of survey) {
    const written = row.cells.get('type') ?? ''
    if (written === '') continue
    const type = rowTypeOf(written)
    if (!type)
      refuseForm(
        'kind',
        spotOf(file, row, 'type'),
        `"${written.slice(0, 60)}" is no kind of question. Write text, integer, select_one LIST, select_multiple LIST, date or note.`,
      )
    if (type.kind === 'end') {
      const last = open.pop()
      if (!last || last.what !== type.what)
        refuseForm(
          'row-shape',
          spotOf(file, row, 'type'),
          `ends a ${type.what} that did not begin. Put "begin ${type.what}" before it.`,
        )
      continue
    }
    const name = row.cells.get('name') ?? (type.kind === 'begin' || isNote(type) ? `row_${row.line}` : '')
    if (!/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name) || ['__proto__', 'constructor', 'prototype'].includes(name))
      refuseForm(
        'value',
        spotOf(file, row, 'name'),
        name === ''
          ? 'is empty. Give the question a name, such as likes_here.'
          : `"${name.slice(0, 60)}" is no name. Begin with a letter; then letters, digits, _ and -.`,
      )
    const path = [...open.map((around) => around.name), name].join('/')
    const before = seen.get(path)
    if (before)
      refuseForm(
        'doubled',
        spotOf(file, row, 'name'),
        `"${name}" stands on line ${before.line} already. Give one of them another name.`,
      )
    seen.set(path, row)
    if (type.kind === 'begin') open.push({ row, name, what: type.what })
    else found.push({ row, path, name, around: [...open], type })
  }
  const left = open.at(-1)
  if (left)
    refuseForm(
      'row-shape',
      spotOf(file, left.row, 'type'),
      `begins a ${left.what} that never ends. Put "end ${left.what}" after its questions.`,
    )
  return found
}

const isNote = (type: RowType) => type.kind === 'question' && type.as === 'note'
const isInRepeat = ({ around }: Found) => around.some(({ what }) => what === 'repeat')

/** The name alone where it stands once, otherwise with its groups. */
function shortNames(found: readonly Found[]): ReadonlyMap<string, string> {
  const byName = Map.groupBy(found, ({ name }) => name)
  return new Map(found.map(({ path, name }) => [path, byName.get(name)?.length === 1 ? name : path]))
}

function reasonToLeaveOut(one: Found, keep: readonly string[]): RemarkReason | undefined {
  const { type, row, name } = one
  if (type.kind === 'leftOut') return type.reason
  if (type.kind !== 'question' || type.as === 'note' || type.as === 'calculated')
    return isInRepeat(one) ? 'repeatNotCounted' : undefined
  if (!keep.includes(name) && asksForPerson(name, row.words.get('label') ?? {})) return 'personal'
  return isInRepeat(one) && type.list === null ? 'repeatNotCounted' : undefined
}

/** A calculation that is not understood, but that nothing depends on: for who analyses elsewhere. */
function isIdle({ row, name, type }: Found, named: ReadonlySet<string>): boolean {
  if (type.kind !== 'question' || type.as !== 'calculated' || named.has(name)) return false
  return parseExpression(row.cells.get('calculation') ?? '').kind === 'refused' && row.cells.has('calculation')
}

/** Names that some condition, calculation or sentence repeats. */
function namesInConditions({ survey }: FormSheets): ReadonlySet<string> {
  const texts = survey.flatMap(({ cells, words }) => [
    ...['relevant', 'constraint', 'calculation', 'choice_filter'].flatMap((column) => cells.get(column) ?? []),
    ...Object.values(words.get('label') ?? {}),
  ])
  return new Set(texts.flatMap((text) => [...text.matchAll(/\$\{\s*([^{}\s]+)\s*\}/g)].map(([, name = '']) => name)))
}

function questionOf({ file }: FormSheets, one: Found, name: string, lists: ReturnType<typeof choiceListsOf>): Question {
  const { row, type, around } = one
  if (type.kind !== 'question') throw new RangeError(`${one.path} is no question`)
  const group = around.findLast(({ row: { words } }) => words.has('label'))?.row.words.get('label')
  const text = (column: string) => row.cells.get(column)
  const calculation = text('calculation')
  const constraint = text('constraint')
  const filter = text('choice_filter')
  const isOnce = isInRepeat(one)
  if (type.as === 'calculated' && !calculation)
    refuseForm('value', spotOf(file, row, 'calculation'), 'is empty. Say what is worked out, or take the row out.')
  return {
    name,
    kind: isOnce && type.as === 'one' ? 'many' : type.as,
    wording: row.words.get('label') ?? {},
    ...(row.words.has('hint') && { hints: row.words.get('hint') }),
    ...(type.list !== null && { choices: [...lists.choices(row, type.list, type.isExternal)] }),
    ...(type.list !== null && type.hasOther && { hasOther: true }),
    ...(filter && !isOnce && { choiceFilter: filter }),
    ...(/^(yes|true|true\(\)|1)$/i.test(text('required') ?? '') && !isOnce && { isRequired: true }),
    ...conditionsOf(one),
    ...(constraint && !isOnce && { constraint }),
    ...(row.words.has('constraint_message') && { constraintWording: row.words.get('constraint_message') }),
    ...(calculation && type.as === 'calculated' && { calculation }),
    ...(group && { group }),
  }
}

/** Its own condition and those of the groups around; within a repeat only those outside it, which are the same for all turns. */
function conditionsOf({ row, around }: Found): Pick<Question, 'relevant'> {
  const repeat = around.findIndex(({ what }) => what === 'repeat')
  const rows =
    repeat === -1 ? [...around.map((one) => one.row), row] : around.slice(0, repeat + 1).map((one) => one.row)
  const relevant = rows.flatMap(({ cells }) => cells.get('relevant') ?? [])
  return relevant.length > 0 ? { relevant } : {}
}

/** Sees to it that conditions are understood and name what is there; names become those used here. */
function withNames(
  sheets: FormSheets,
  { row }: Found,
  question: Question,
  known: ReadonlyMap<string, string | null>,
  remarks: Remark[],
): Question {
  const own = (text: string, column: string): string => {
    const parsed = parseExpression(text)
    if (parsed.kind === 'refused')
      refuseForm(
        'condition',
        spotOf(sheets.file, row, column),
        `is not understood from sign ${parsed.at}: "${parsed.found}". What can be used: \${name}, ., texts, numbers, = != < <= > >= + - * div mod and or, ${Object.keys(functions).join(', ')}.`,
      )
    for (const name of new Set(answersNamed(parsed.expression))) {
      const last = name.split('/').at(-1) ?? name
      if (!known.has(last))
        refuseForm(
          'reference',
          spotOf(sheets.file, row, column),
          `names \${${name}}, and there is no such question. Correct the name.`,
        )
      if (known.get(last) === null) remarks.push({ reason: 'conditionOnLeftOut', names: [question.name] })
    }
    return text.replace(/\$\{\s*([^{}\s]+)\s*\}/g, (whole, name: string) => {
      const here = known.get(name.split('/').at(-1) ?? name)
      return here ? `\${${here}}` : whole
    })
  }
  return {
    ...question,
    ...(question.relevant && { relevant: question.relevant.map((text) => own(text, 'relevant')) }),
    ...(question.constraint && { constraint: own(question.constraint, 'constraint') }),
    ...(question.calculation && { calculation: own(question.calculation, 'calculation') }),
    ...(question.choiceFilter && { choiceFilter: own(question.choiceFilter, 'choice_filter') }),
  }
}

function titlesOf({ settings, file }: FormSheets, { language }: FormStated): Readonly<Record<string, string>> {
  const inLanguage = languageCalled(settings.get('default_language') || language)
  const title =
    settings.get('form_title') || settings.get('title') || settings.get('form_id') || file.replace(/\.[^.]+$/, '')
  return { [inLanguage]: title.slice(0, 200) }
}

/** The default first, then the others in which a question has words. */
function languagesOf(
  { settings }: FormSheets,
  questions: readonly Question[],
  { language }: FormStated,
): readonly string[] {
  const used = new Set(questions.flatMap(({ wording }) => Object.keys(wording)))
  const own = languageCalled(settings.get('default_language') || language)
  const languages = used.has(own) || used.size === 0 ? [own, ...used] : [...used]
  return [...new Set(languages)]
}

function wordless(questions: readonly Question[], languages: readonly string[]): readonly Remark[] {
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

function sheetRemarks({ survey, settings, unusedSheets }: FormSheets): Remark[] {
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
