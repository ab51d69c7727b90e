// One household with full explanation: our engine beside publicodes, the same twenty rules, the same answers.
import { answerTo, createCheck } from '@meernet/rights-engine'
import Engine from 'publicodes'
import { writeSection } from '../results.ts'
import { byTurns, load } from './turns.ts'
import { type Household, inventedHouseholds } from './twenty-rules/households.ts'
import { twentyRules } from './twenty-rules/model.ts'
import { publicodesRules } from './twenty-rules/publicodes.ts'

const households = inventedHouseholds(500)
const rounds = 15
/** Ours are so short that a round of them takes the same households so often; else it would only pay for the garbage of the round before. */
const repeats = 20

/** Situations with everything they are answered with: status, amount, each condition in words, the next question. */
function ours() {
  const check = createCheck(twentyRules)
  const requests = households.map(requestOf)
  return {
    check,
    answers: () => requests.map((request) => answerTo(check, request)),
  }
}

function requestOf(household: Household) {
  return {
    id: 'a',
    date: '2026-03-05',
    facts: { household: { region: 'flanders', ...household }, persons: [{ id: 'p1', role: 'reference' }] },
  }
}

const goals = ['minimum', 'rent help', 'child supplement'] as const

/** The tree of explanations is part of every answer of publicodes. */
function theirs() {
  const engine = new Engine(publicodesRules as ConstructorParameters<typeof Engine>[0], {
    logger: { log: () => {}, warn: () => {}, error: () => {} },
  })
  const situations = households.map((household) =>
    Object.fromEntries(
      Object.entries(household).map(([name, value]) => [
        name.replace('_', ' '),
        typeof value === 'boolean' ? (value ? 'oui' : 'non') : value,
      ]),
    ),
  )
  return () =>
    situations.map((situation) => {
      engine.setSituation(situation)
      return goals.map((goal) => engine.evaluate(goal))
    })
}

/** Measures both and writes the section. Refuses when they do not come to the same amounts. */
export function measureOneHousehold(): void {
  const { answers } = ours()
  const evaluations = theirs()
  refuseDifferences(answers(), evaluations())
  const times = byTurns(rounds, {
    meernet: () => {
      for (let time = 0; time < repeats; time += 1) answers()
    },
    publicodes: () => void evaluations(),
  })
  const meernet = times.meernet / repeats
  const rate = (milliseconds: number) => Math.round((households.length / milliseconds) * 1000)
  const ratio = times.publicodes / meernet
  writeSection(
    'Rights of one household with explanation',
    `Twenty computed values, ${households.length} households one after the other, processor time, median of ${rounds} rounds by
turns, ${load()}. Meernet: from the
situation as it comes in to the answer with status, amount, every condition in words and the next question, impossible
households refused. publicodes 1.10.3: \`setSituation\`, then \`evaluate\` of the three amounts with their trees. Both come to the same
amounts.

| who | households a second | ratio |
|---|---|---|
| Meernet | ${rate(meernet)} | ${ratio.toFixed(0)} |
| publicodes | ${rate(times.publicodes)} | 1 |`,
  )
}

function refuseDifferences(
  answers: readonly ReturnType<typeof answerTo>[],
  evaluations: readonly (readonly { readonly nodeValue: unknown }[])[],
): void {
  for (const [number, answer] of answers.entries()) {
    if ('error' in answer) throw new Error(`household ${number} was refused: ${answer.error.message}`)
    const own = answer.outcomes.map(({ status, amount }) => (status === 'likely' ? (amount?.value ?? 0) : 0))
    const other = (evaluations[number] ?? []).map(({ nodeValue }) => Number(nodeValue))
    if (own.some((value, goal) => Math.abs(value - (other[goal] ?? Number.NaN)) > 0.011))
      throw new Error(`household ${number}: ${own.join(', ')} here and ${other.join(', ')} in publicodes`)
  }
}
