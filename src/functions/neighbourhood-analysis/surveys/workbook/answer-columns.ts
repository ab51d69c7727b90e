import { otherChoice } from '../questionnaire/answering.ts'
import type { Question, Wording } from '../questionnaire/questionnaire.ts'
import type { ReadForm } from './read-form.ts'

/**
 * What a column of an export holds: something of the sheet itself (`key` as Kobo's JSON has it), the answer to a question, or whether one of
 * its choices was ticked. A column that nobody knows is an answer under its own header: reading then says so.
 */
export type AnswerColumn =
  | { readonly kind: 'sheet'; readonly key: string }
  | { readonly kind: 'answer'; readonly path: string; readonly question: Question | undefined }
  | { readonly kind: 'choice'; readonly path: string; readonly choice: string }

/** Reads a header as Kobo and ODK write it: names or words, with groups before them or without, choices apart or not. */
export function answerColumn(form: ReadForm, header: string): AnswerColumn {
  const key = sheetKeys.get(header) ?? (/^(_|meta[/-]|formhub\/)/.test(header) ? header : undefined)
  if (key !== undefined) return { kind: 'sheet', key }
  const path = pathCalled(form, header)
  if (path !== undefined) return { kind: 'answer', path, question: questionAt(form, path) }
  return choiceColumn(form, header) ?? { kind: 'answer', path: header, question: undefined }
}

/** A cell as the form has it: words of choices become their names. */
export function valueIn(question: Question | undefined, cell: string): string {
  if (question?.kind === 'one') return choiceCalled(question, cell) ?? cell
  if (question?.kind !== 'many') return cell
  const names = cell.split(/\s+/).map((text) => choiceCalled(question, text))
  return names.every((name) => name !== undefined) ? names.join(' ') : (choicesInWords(question, cell) ?? cell)
}

/** Under which key Kobo's JSON has what an export of Kobo or ODK writes in a column of its own. */
const sheetKeys: ReadonlyMap<string, string> = new Map([
  ['start', 'start'],
  ['end', 'end'],
  ['today', 'today'],
  ['SubmissionDate', '_submission_time'],
  ['KEY', '_uuid'],
  ['instanceID', '_uuid'],
  ['meta/instanceID', '_uuid'],
  ['meta-instanceID', '_uuid'],
  ['PARENT_KEY', '_submission__uuid'],
])

const separators = ['/', '-', '.', ':']

/** The path of the question a header names; undefined when none does, or more than one. */
function pathCalled({ paths, questionnaire }: ReadForm, header: string): string | undefined {
  const all = [...paths.keys()]
  const written = all.find((path) => separators.some((sign) => path.replaceAll('/', sign) === header))
  if (written !== undefined) return written
  const byName = all.filter((path) => path.split('/').at(-1) === header)
  if (byName.length > 0) return byName.length === 1 ? byName[0] : undefined
  const words = folded(header)
  const says = (wording: Wording) =>
    Object.values(wording).some((text) => words === folded(text) || words.endsWith(`/${folded(text)}`))
  const asked = questionnaire.questions.filter(({ wording, kind }) => kind !== 'note' && says(wording))
  return asked.length === 1 ? all.find((path) => paths.get(path) === asked[0]?.name) : undefined
}

const questionAt = ({ paths, questionnaire }: ReadForm, path: string): Question | undefined =>
  questionnaire.questions.find(({ name }) => name === paths.get(path))

/** `likes/garden`: a question that takes several answers, and one of them. */
function choiceColumn(form: ReadForm, header: string): AnswerColumn | undefined {
  for (let at = header.lastIndexOf('/'); at > 0; at = header.lastIndexOf('/', at - 1)) {
    const path = pathCalled(form, header.slice(0, at))
    const question = path === undefined ? undefined : questionAt(form, path)
    const choice = question?.kind === 'many' ? choiceCalled(question, header.slice(at + 1)) : undefined
    if (path !== undefined && choice !== undefined) return { kind: 'choice', path, choice }
  }
  return undefined
}

function choiceCalled({ choices = [], hasOther }: Question, text: string): string | undefined {
  if (hasOther && text === otherChoice) return otherChoice
  const named = choices.find(({ name }) => name === text)
  if (named) return named.name
  const words = folded(text)
  const worded = choices.filter(({ wording }) => Object.values(wording).some((one) => folded(one) === words))
  return worded.length === 1 ? worded[0]?.name : undefined
}

/** Several choices in one cell, in words with spaces in them: the longest that fits, one after the other. */
function choicesInWords({ choices = [] }: Question, cell: string): string | undefined {
  const said = choices
    .flatMap(({ name, wording }) => Object.values(wording).map((text) => ({ name, words: folded(text) })))
    .filter(({ words }) => words !== '')
    .toSorted((one, other) => other.words.length - one.words.length)
  const names: string[] = []
  let rest = folded(cell)
  while (rest !== '') {
    const next = said.find(({ words }) => rest === words || rest.startsWith(`${words} `))
    if (!next) return undefined
    names.push(next.name)
    rest = rest.slice(next.words.length).trimStart()
  }
  return names.length > 0 ? names.join(' ') : undefined
}

const folded = (text: string) =>
  text
    .normalize('NFC')
    .replace(/<[^>]*>|\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
