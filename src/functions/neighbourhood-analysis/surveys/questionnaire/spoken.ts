import { directionOf, type Language, residentLanguages } from '../../../../platform/messages/index.ts'
import type { Answers } from './evaluate.ts'
import { type Question, type Questionnaire, type Wording, wordsIn } from './questionnaire.ts'

/** A questionnaire as it is spoken to somebody: in one language, with earlier answers in its sentences. */
export type Spoken = {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Whether it is the language that was asked for. */
  readonly isAsAsked: boolean
  readonly title: string
  say(wording: Wording | undefined): string
}

/** Speaks a questionnaire in the language asked for, otherwise in its first. */
export function spokenIn(questionnaire: Questionnaire, asked: string, answers: Answers = new Map()): Spoken {
  const isAsAsked = questionnaire.languages.includes(asked)
  const language = isAsAsked ? asked : (questionnaire.languages[0] ?? asked)
  const plain = (wording: Wording | undefined) => wordsIn(wording, language, questionnaire.languages).text
  const answered = (name: string) => {
    const question = questionnaire.questions.find((one) => one.name === name)
    return [answers.get(name) ?? []].flat().map((value) => choiceWords(question, value, plain))
  }
  return {
    language,
    direction: isResidentLanguage(language) ? directionOf(language) : 'ltr',
    isAsAsked,
    title: plain(questionnaire.titles) || questionnaire.key,
    say: (wording) =>
      plain(wording).replace(/\$\{\s*([^{}\s]+)\s*\}/g, (_whole, name: string) => answered(name).join(', ') || '…'),
  }
}

function choiceWords(question: Question | undefined, value: string, say: (wording: Wording) => string): string {
  const choice = question?.choices?.find(({ name }) => name === value)
  return choice ? say(choice.wording) || choice.name : value
}

const isResidentLanguage = (language: string): language is Language => residentLanguages.some((one) => one === language)
