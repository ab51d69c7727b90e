import type { IsoDate } from '@meernet/calendar'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'

/** `draft`: being made; `open`: answers come in; `finished`: no more, and only then are there results. */
export const surveyStates = ['draft', 'open', 'finished'] as const
export type SurveyState = (typeof surveyStates)[number]

/** How an answer came: on paper and typed in, by link or QR code, asked by somebody, or out of an export. */
export const answerModes = ['paper', 'link', 'staff', 'imported'] as const
export type AnswerMode = (typeof answerModes)[number]

/** One round of asking. */
export type Survey = {
  readonly id: string
  readonly questionnaireId: string
  readonly title: string
  /** Why it is asked, for residents. */
  readonly purpose: string | null
  readonly code: string
  readonly state: SurveyState
  readonly closesOn: IsoDate
  readonly neighbourhoodIds: readonly string[]
  readonly createdAt: Date
  readonly finishedOn: IsoDate | null
  /** The day on which what residents answered was deleted; what was told of it stays. */
  readonly answersGoneOn: IsoDate | null
  readonly version: number
}

export type SurveyWithQuestions = Survey & { readonly questionnaire: Questionnaire }

/** Below this number of answers there is no result (domain guide, chapter 14). */
export const fewestAnswers = 20

/** Whether residents can answer by link on `today`. */
export const isOpenByLink = ({ state, closesOn }: Pick<Survey, 'state' | 'closesOn'>, today: IsoDate): boolean =>
  state === 'open' && today <= closesOn

/** Whether whoever works here may type in answers: until it is finished, because paper comes late. */
export const takesTyped = ({ state }: Pick<Survey, 'state'>): boolean => state === 'open'

/**
 * Whether a finished survey may take answers again. Not once there were results: the difference between two results would be the answers
 * of the few who came in between.
 */
export const mayReopen = (
  { state, answersGoneOn }: Pick<Survey, 'state' | 'answersGoneOn'>,
  answerCount: number,
): boolean => state === 'finished' && answersGoneOn === null && answerCount < fewestAnswers

const signs = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Nine signs without look-alikes, from `random`, which gives whole numbers from 0 up to, not including, its argument. */
export const newSurveyCode = (random: (below: number) => number): string =>
  Array.from({ length: 9 }, () => signs[random(signs.length)] ?? '').join('')

/** What was typed or scanned as a code; undefined when it cannot be one. */
export function readSurveyCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s.-]/g, '')
  return /^[2-9A-HJKMNP-Z]{9}$/.test(code) ? code : undefined
}

/** `K7M P2Q XF4` */
export const spacedSurveyCode = (code: string): string => code.match(/.{1,3}/g)?.join(' ') ?? code

/** How many answers there are, told so that nobody can see one come in: none, fewer than twenty, at least so many tens. */
export function toldCount(answers: number): { readonly kind: 'none' | 'few' | 'atLeast'; readonly count: number } {
  if (answers === 0) return { kind: 'none', count: 0 }
  if (answers < fewestAnswers) return { kind: 'few', count: fewestAnswers }
  return { kind: 'atLeast', count: Math.floor(answers / 10) * 10 }
}
