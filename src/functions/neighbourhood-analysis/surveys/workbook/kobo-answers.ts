import { checkAnswers, otherField, type WrittenAnswer } from '../questionnaire/answering.ts'
import type { Answers } from '../questionnaire/evaluate.ts'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Submission } from './kobo-file.ts'
import type { ReadForm } from './read-form.ts'
import { gathered, type Remark } from './remark.ts'

/** One sheet of an export with only what an anonymous survey keeps. */
export type ReadSheet = {
  /** What names the sheet in the export; kept nowhere, but sending the export again must not count it twice. */
  readonly instance: string | null
  readonly neighbourhoodId: string | null
  readonly month: string
  readonly answers: Answers
  readonly written: readonly WrittenAnswer[]
}

export type ReadAnswers = {
  readonly sheets: readonly ReadSheet[]
  readonly remarks: readonly Remark[]
  /** The question whose answers are neighbourhoods of ours, when there is one. */
  readonly neighbourhoodQuestion: string | null
}

type Place = { readonly id: string; readonly name: string; readonly code: string | null }
type Reading = {
  readonly today: string
  readonly version: string | undefined
  readonly neighbourhoods: readonly Place[]
}

/**
 * Reads the answers of an export by the form they were given to, older versions of it as far as they fit: a single answer to what takes several
 * now, a question that moved to another group. What fits no answer of today is left out and told. Names, places, devices and
 * moments are never taken over; of the moment only the month.
 */
export function readKoboAnswers(form: ReadForm, submissions: readonly Submission[], reading: Reading): ReadAnswers {
  const flattened = submissions.filter(isAccepted).map((submission) => ({ submission, values: flat(submission) }))
  const remarks: Remark[] = []
  const where = neighbourhoodQuestion(form, flattened, reading.neighbourhoods)
  const sheets = flattened.flatMap(({ submission, values }): readonly ReadSheet[] => {
    const typed = new Map<string, readonly string[]>()
    for (const [path, texts] of values) {
      const name = nameAt(form, path)
      if (name === undefined) remarks.push({ reason: 'questionUnknown', names: [path] })
      if (name) typed.set(name, [...(typed.get(name) ?? []), ...texts])
    }
    const fitting = fittingAnswers(form.questionnaire, typed, remarks)
    const checking = { today: reading.today, language: 'nl', mayLeaveOut: true }
    const checked = checkAnswers(form.questionnaire, fitting, checking)
    const wrong = new Set(checked.problems.map(({ question }) => question))
    for (const question of wrong) remarks.push({ reason: 'answerUnknown', names: [question] })
    const version = versionOf(submission)
    if (version && reading.version && version !== reading.version)
      remarks.push({ reason: 'versionOfForm', names: [version] })
    const answers = new Map([...checked.answers].filter(([name]) => !wrong.has(name)))
    const written = checked.written.filter(({ question }) => !wrong.has(question))
    if (answers.size === 0 && written.length === 0) return []
    return [
      {
        instance: instanceOf(submission),
        neighbourhoodId: where ? placeOf(values.get(where)?.[0], form, where, reading.neighbourhoods) : null,
        month: monthOf(submission, reading.today),
        answers,
        written,
      },
    ]
  })
  return { sheets, remarks: gathered(remarks), neighbourhoodQuestion: where }
}

/** Keys with which Kobo describes a sheet itself. */
const ofKobo = /^(_|meta\/|formhub\/|\$)|^(version|start|end|today|deviceid|instanceID|rootUuid)$/

/** Texts by path; of a repeat all turns together. */
function flat(submission: Submission): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>()
  const walk = (part: Submission) => {
    for (const [path, value] of Object.entries(part)) {
      if (ofKobo.test(path)) continue
      if (Array.isArray(value)) {
        for (const turn of value) if (typeof turn === 'object' && turn !== null) walk(turn)
      } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        values.set(path, [...(values.get(path) ?? []), String(value)])
    }
  }
  walk(submission)
  return values
}

/** The name here of a path in an export; null for what is left out, undefined for what the form does not have. */
function nameAt({ paths, questionnaire }: ReadForm, path: string): string | null | undefined {
  const exact = paths.get(path)
  if (exact !== undefined) return exact
  const last = path.split('/').at(-1) ?? path
  const same = [...paths].filter(([one]) => one.split('/').at(-1) === last)
  const [only] = same
  if (only && same.length === 1) return only[1]
  const isOther = last.endsWith('_other')
  const question = isOther ? nameAt({ paths, questionnaire } as ReadForm, path.slice(0, -'_other'.length)) : undefined
  if (question && questionnaire.questions.some(({ name, hasOther }) => name === question && hasOther))
    return otherField(question)
  // How often a repeat was asked is no answer.
  return last.endsWith('_count') ? null : undefined
}

/** Values as their question takes them: several in one cell apart, days without their hour; what fits no answer is left out. */
function fittingAnswers(
  { questions }: Questionnaire,
  typed: ReadonlyMap<string, readonly string[]>,
  remarks: Remark[],
): ReadonlyMap<string, readonly string[]> {
  const byName = new Map(questions.map((question) => [question.name, question]))
  return new Map(
    [...typed].map(([name, texts]) => {
      const question = byName.get(name)
      if (question?.kind === 'date') return [name, texts.map((text) => text.slice(0, 10))]
      if (question?.kind === 'time') return [name, texts.map((text) => text.slice(0, 5))]
      if (question?.kind !== 'many' && question?.kind !== 'one') return [name, texts]
      const offered = new Set([
        ...(question.choices ?? []).map((choice) => choice.name),
        ...(question.hasOther ? ['other'] : []),
      ])
      const single = texts.flatMap((text) =>
        question.kind === 'many' && !offered.has(text) ? text.split(/\s+/) : [text],
      )
      const known = single.filter((text) => offered.has(text))
      if (known.length < single.filter((text) => text !== '').length)
        remarks.push({ reason: 'answerUnknown', names: [name] })
      return [name, known]
    }),
  )
}

/** The question whose answers are, for more than half of who gave one, names or codes of neighbourhoods of ours. */
function neighbourhoodQuestion(
  form: ReadForm,
  sheets: readonly { readonly values: ReadonlyMap<string, readonly string[]> }[],
  neighbourhoods: readonly Place[],
): string | null {
  const paths = new Set(sheets.flatMap(({ values }) => [...values.keys()]))
  for (const path of paths) {
    const given = sheets.flatMap(({ values }) => values.get(path)?.[0] ?? [])
    const known = given.filter((value) => placeOf(value, form, path, neighbourhoods) !== null)
    if (known.length > 0 && known.length * 2 > given.length) return path
  }
  return null
}

function placeOf(
  value: string | undefined,
  form: ReadForm,
  path: string,
  neighbourhoods: readonly Place[],
): string | null {
  if (value === undefined) return null
  const question = form.questionnaire.questions.find(({ name }) => name === form.paths.get(path))
  const words = Object.values(question?.choices?.find(({ name }) => name === value)?.wording ?? {})
  const called = new Set([value, ...words].map(folded))
  return (
    neighbourhoods.find(({ name, code }) => called.has(folded(name)) || (code !== null && called.has(folded(code))))
      ?.id ?? null
  )
}

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim()

/** Who checked the export and did not approve a sheet did so for a reason. */
const isAccepted = (submission: Submission) =>
  (submission._validation_status as { uid?: unknown } | undefined)?.uid !== 'validation_status_not_approved'

const textAt = (submission: Submission, ...keys: readonly string[]) =>
  keys.map((key) => submission[key]).find((value) => typeof value === 'string')

function versionOf(submission: Submission): string | undefined {
  const version = textAt(submission, '__version__', '_version_', '_version__001', 'version', 'meta/versionID')
  return typeof version === 'string' ? version : undefined
}

function instanceOf(submission: Submission): string | null {
  const instance = textAt(submission, '_uuid', 'meta/instanceID', 'meta/rootUuid')
  return typeof instance === 'string' ? instance.replace(/^uuid:/, '') : null
}

function monthOf(submission: Submission, today: string): string {
  const moment = textAt(submission, 'today', 'end', 'start', '_submission_time')
  const month = typeof moment === 'string' ? moment.slice(0, 7) : ''
  return /^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7)
}
