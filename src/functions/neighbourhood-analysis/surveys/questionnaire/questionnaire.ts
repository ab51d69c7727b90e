import { z } from 'zod'

/** Words per language: `nl`, `fr`, `en`, `ar`, `tr`, `uk`, or the name a workbook gives to another language. */
export type Wording = Readonly<Record<string, string>>

/** How a question is answered. `note` asks nothing; `calculated` follows from other answers and is not kept. */
const questionKinds = [
  'one',
  'many',
  'whole',
  'decimal',
  'text',
  'date',
  'time',
  'agreed',
  'note',
  'calculated',
] as const
export type QuestionKind = (typeof questionKinds)[number]

const wording = z.record(z.string().max(60), z.string().max(4000))
const expression = z.string().min(1).max(2000)
/** A name, or a path of names when the same name stands in two groups. Never one that an object has of itself. */
const name = z
  .string()
  .max(300)
  .regex(/^(?!(?:__proto__|constructor|prototype)$)[\p{L}_][\p{L}\p{N}_.:-]*(?:\/[\p{L}_][\p{L}\p{N}_.:-]*)*$/u)

const choiceSchema = z.strictObject({
  name: z.string().min(1).max(200),
  wording,
  /** Further columns of the choice, by which a `choiceFilter` chooses. */
  columns: z.record(z.string(), z.string()).optional(),
})
export type QuestionChoice = z.output<typeof choiceSchema>

const questionSchema = z.strictObject({
  name,
  kind: z.enum(questionKinds),
  wording,
  hints: wording.optional(),
  choices: z.array(choiceSchema).max(2000).optional(),
  choiceFilter: expression.optional(),
  /** Beside the choices there is "something else", in one's own words. */
  hasOther: z.boolean().optional(),
  isRequired: z.boolean().optional(),
  /** Asked only when all of these are true: the question's own and those of the groups around it. */
  relevant: z.array(expression).optional(),
  constraint: expression.optional(),
  constraintWording: wording.optional(),
  calculation: expression.optional(),
  /** Heading of the group in which it stands. */
  group: wording.optional(),
})
export type Question = z.output<typeof questionSchema>

/** Which question is which item of a scale: only when the scale is whole, in its own wording, with permission. */
const scaleUseSchema = z.strictObject({ scale: z.string(), items: z.record(z.string(), name) })
export type ScaleUse = z.output<typeof scaleUseSchema>

/** An indicator of the catalogue that a question gives: the share of those asked who gave one of these answers. */
const figureSchema = z.strictObject({ indicator: z.string(), question: name, answers: z.array(z.string()).min(1) })

/** A questionnaire, whether ours or read from a form of others. */
export const questionnaireSchema = z.strictObject({
  /** The same for all versions of one questionnaire. */
  key: z.string().min(1).max(120),
  version: z.string().min(1).max(60),
  titles: wording,
  languages: z.array(z.string()).min(1),
  questions: z.array(questionSchema).min(1).max(500),
  scales: z.array(scaleUseSchema).optional(),
  figures: z.array(figureSchema).optional(),
  /** Whose questions these are, as it must be cited. */
  source: z.string().max(500).optional(),
})

/** A questionnaire as data; one version of it never changes. */
export type Questionnaire = z.output<typeof questionnaireSchema>

/** The words in `language`; otherwise in the first of `languages` that has them, and in which language they then are. */
export function wordsIn(
  wording: Wording | undefined,
  language: string,
  languages: readonly string[],
): { readonly text: string; readonly language: string } {
  for (const one of [language, ...languages]) {
    const text = wording?.[one]
    if (text) return { text, language: one }
  }
  const [other, text] = Object.entries(wording ?? {}).find(([, words]) => words !== '') ?? [language, '']
  return { text, language: other }
}

/** What is asked: neither a note nor what is calculated. */
export const isAsked = ({ kind }: Question): boolean => kind !== 'note' && kind !== 'calculated'

/** Whether the answers of a question are counted: chosen, not written. */
export const isCounted = (question: Question): boolean => isAsked(question) && question.kind !== 'text'
