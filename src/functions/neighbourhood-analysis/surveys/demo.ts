import type { Tx } from '../../../platform/database/transact.ts'
import type { DemoWorld } from '../../../platform/demo/demo-world.ts'
import { frontDoorZone } from '../../../registers/municipalities/index.ts'
import type { AnalysisDemo } from '../demo-needs.ts'
import type { WrittenAnswer } from './questionnaire/answering.ts'
import { keepSurveyFigures } from './results/keep-figures.ts'
import { keepPulse } from './rounds/actions.ts'
import { keepSheets } from './rounds/answer-store.ts'
import { type AnswerMode, newSurveyCode } from './rounds/survey.ts'
import { keepSurvey, moveSurvey } from './rounds/survey-store.ts'
import { keepTexts } from './rounds/text-store.ts'

/** Chances of the answers, in hundredths: likes living here, talks with neighbours, knows whom to ask, feels alone, cares. */
type Mood = {
  readonly sheets: number
  readonly likesHere: readonly number[]
  readonly neighbours: readonly number[]
  readonly knowsWhom: readonly number[]
  readonly alone: readonly number[]
  readonly cares: readonly number[]
}

/** Molenwijk, Stationsbuurt, Heide: as invented as everything in Netegem. */
const moods: readonly Mood[] = [
  {
    sheets: 56,
    likesHere: [50, 34, 12, 4],
    neighbours: [34, 40, 18, 8],
    knowsWhom: [60, 26, 14],
    alone: [10, 26, 36, 28],
    cares: [34, 60, 6],
  },
  {
    sheets: 52,
    likesHere: [24, 40, 26, 10],
    neighbours: [14, 34, 28, 24],
    knowsWhom: [36, 34, 30],
    alone: [18, 36, 28, 18],
    cares: [26, 68, 6],
  },
  {
    sheets: 34,
    likesHere: [44, 40, 12, 4],
    neighbours: [20, 40, 24, 16],
    knowsWhom: [44, 36, 20],
    alone: [14, 30, 32, 24],
    cares: [36, 58, 6],
  },
]
const answers = {
  likesHere: ['yes', 'ratherYes', 'ratherNo', 'no'],
  neighbours: ['daily', 'weekly', 'monthly', 'rarely'],
  knowsWhom: ['yes', 'notSure', 'no'],
  alone: ['often', 'sometimes', 'rarely', 'never'],
  cares: ['yes', 'no', 'ratherNot'],
} as const
const ages = ['under30', 'from30', 'from30', 'from65', 'from65', 'from80'] as const
const helps = ['freeTime', 'talk', 'information', 'hands', 'money'] as const

const words: readonly WrittenAnswer[] = [
  { question: 'goodHere', text: 'De bakker op de hoek. Daar kom je iedereen tegen.' },
  { question: 'goodHere', text: 'Het is rustig en de kinderen spelen op straat.' },
  { question: 'goodHere', text: 'De soep op donderdag in het buurthuis.' },
  { question: 'betterHere', text: 'Meer bankjes tussen de halte en de apotheek.' },
  { question: 'betterHere', text: 'Na zes uur is er niets meer te doen.' },
  { question: 'betterHere', text: 'Iemand die uitlegt welke papieren ik nodig heb.' },
]

/** Loads a finished pulse survey of Netegem with some 140 answers, and one that runs. */
export async function demoSurveys(tx: Tx, world: DemoWorld, { neighbourhoods, staff }: AnalysisDemo): Promise<void> {
  const questionnaireId = await keepPulse(tx, staff.coordinator.userId, world.id())
  if (!questionnaireId) return
  const neighbourhoodIds = neighbourhoods.map(({ id }) => id)
  const own = { questionnaireId, neighbourhoodIds, createdBy: staff.coordinator.userId }
  const finished = world.id()
  await keepSurvey(tx, {
    ...own,
    id: finished,
    title: 'Buurtpols lente',
    purpose:
      'Wij willen weten wat er goed gaat in uw buurt en wat beter kan. In de zomer bespreken we de antwoorden in het buurthuis.',
    code: newSurveyCode(world.whole),
    closesOn: world.day(-120),
  })
  await moveSurvey(tx, finished, 1, { from: 'draft', to: 'open', today: world.day(-160) })
  await answer(tx, world, finished, neighbourhoodIds, world.day(-130).slice(0, 7), moods)
  await keepTexts(tx, finished, await frontDoorZone(tx), words, world.id)
  await moveSurvey(tx, finished, 2, { from: 'open', to: 'finished', today: world.day(-110) })
  await keepSurveyFigures(tx, finished)

  const running = world.id()
  await keepSurvey(tx, {
    ...own,
    id: running,
    title: 'Buurtpols najaar',
    purpose: 'Dezelfde vragen als in de lente. Zo zien we wat er veranderde.',
    code: newSurveyCode(world.whole),
    closesOn: world.day(21),
  })
  await moveSurvey(tx, running, 1, { from: 'draft', to: 'open', today: world.day(-14) })
  const begun = moods.map((mood) => ({ ...mood, sheets: Math.round(mood.sheets / 5) }))
  await answer(tx, world, running, neighbourhoodIds, world.day(-7).slice(0, 7), begun)
}

async function answer(
  tx: Tx,
  world: DemoWorld,
  surveyId: string,
  neighbourhoodIds: readonly string[],
  month: string,
  invented: readonly Mood[],
): Promise<void> {
  const sheets = invented.flatMap((mood, place) =>
    Array.from({ length: mood.sheets }, () => {
      const cares = drawn(world, answers.cares, mood.cares)
      const ofCarer = {
        rest: world.pick(['yes', 'sometimes', 'sometimes', 'no']),
        takeOver: world.pick(['yes', 'notSure', 'no', 'no']),
        knowsSupport: world.pick(['yes', 'partly', 'no']),
        wouldHelp: [...new Set([world.pick(helps), world.pick(helps)])],
      }
      const given = {
        likesHere: drawn(world, answers.likesHere, mood.likesHere),
        neighbours: drawn(world, answers.neighbours, mood.neighbours),
        knowsWhom: drawn(world, answers.knowsWhom, mood.knowsWhom),
        ...(world.chance(0.93) && { alone: drawn(world, answers.alone, mood.alone) }),
        cares,
        ...(cares === 'yes' && ofCarer),
        age: world.pick(ages),
      }
      return {
        id: world.id(),
        neighbourhoodId: neighbourhoodIds[place] ?? null,
        mode: world.pick<AnswerMode>(['link', 'link', 'paper', 'paper', 'staff']),
        language: world.pick(['nl', 'nl', 'nl', 'nl', 'nl', 'ar', 'tr', 'fr']),
        month,
        answers: new Map<string, string | readonly string[]>(Object.entries(given)),
      }
    }),
  )
  await keepSheets(tx, surveyId, sheets)
}

/** One of the answers by their chances in hundredths. */
function drawn(world: DemoWorld, from: readonly string[], chances: readonly number[]): string {
  let left = world.whole(100)
  for (const [place, chance] of chances.entries()) {
    if (left < chance) return from[place] ?? ''
    left -= chance
  }
  return from[0] ?? ''
}
