import { answersNamed, functions, parseExpression } from '../questionnaire/expression.ts'
import { type Question, type Questionnaire, questionnaireSchema } from '../questionnaire/questionnaire.ts'
import { choiceListsOf } from './choice-lists.ts'
import { languagesOf, sheetRemarks, titlesOf, wordless } from './form-about.ts'
import { refuseForm, spotOf } from './form-refusal.ts'
import type { FormSheets } from './form-rows.ts'
import { type Found, isInRepeat, rowsFound, shortNames } from './form-structure.ts'
import { asksForPerson } from './personal.ts'
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
  const titles = titlesOf(sheets, stated.language)
  const languages = languagesOf(sheets, questions, stated.language)
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
