import type { Publication } from '@meernet/statistics'
import { isCounted, type Questionnaire } from '../questionnaire/questionnaire.ts'
import { askedQuestions } from '../questionnaire/route.ts'
import type { AnswerSheet } from '../rounds/answer-store.ts'
import { fewestAnswers } from '../rounds/survey.ts'

/**
 * Who was asked a question. How many they are is told, so it may tell of nobody by itself: at least twenty, and those of a wider population
 * who were not asked are none or ten, in all and in each area that is shown. Otherwise nothing of the question is told.
 */
export type Population = {
  readonly sheets: ReadonlySet<AnswerSheet>
  /** The areas that get a row, most answers first. */
  readonly areas: readonly string[]
}

/** The row of everybody, wherever they live. */
export const everywhere = 'everywhere'
/** Areas without a row, and who did not say where. */
export const elsewhere = 'elsewhere'

/** Fewer than this point at people (own sensitive data, P13). */
const fewestTold = 10
const isToldOrNone = (count: number, least: number) => count === 0 || count >= least

/** The row to which an answer sheet belongs. */
export const areaIn = ({ neighbourhoodId }: AnswerSheet, areas: readonly string[]): string =>
  areas.find((id) => id === neighbourhoodId) ?? elsewhere

/** The populations that may be told of, everybody first, and which of them was asked each question; null when that may not be told. */
export function populationsOf(
  questionnaire: Questionnaire,
  sheets: readonly AnswerSheet[],
  today: string,
): { readonly told: readonly Population[]; readonly of: ReadonlyMap<string, Population | null> } {
  const everybody: Population = { sheets: new Set(sheets), areas: areasFor(new Set(sheets), []) ?? [] }
  const told = [everybody]
  const seen = new Map<string, Population | null>([[sheets.map(() => '1').join(''), everybody]])
  const asked = sheets.map(
    ({ answers }) => new Set(askedQuestions(questionnaire, answers, today).map(({ name }) => name)),
  )
  const of = new Map<string, Population | null>()
  for (const { name } of questionnaire.questions.filter(isCounted)) {
    const pattern = asked.map((names) => (names.has(name) ? '1' : '0')).join('')
    const known = seen.get(pattern)
    const population = known === undefined ? populationAmong(sheets, pattern, told) : known
    if (known === undefined && population) told.push(population)
    seen.set(pattern, population)
    of.set(name, population)
  }
  return { told, of }
}

function populationAmong(
  sheets: readonly AnswerSheet[],
  pattern: string,
  told: readonly Population[],
): Population | null {
  const own = new Set(sheets.filter((_sheet, place) => pattern[place] === '1'))
  const wider = told.filter((one) => isPartOf(own, one.sheets))
  const areas = areasFor(own, wider)
  return areas === null ? null : { sheets: own, areas }
}

const isPartOf = (part: ReadonlySet<AnswerSheet>, whole: ReadonlySet<AnswerSheet>) =>
  [...part].every((sheet) => whole.has(sheet))

/** The areas that may get a row beside those of wider populations; null when not even the whole may be told. */
export function areasFor(own: ReadonlySet<AnswerSheet>, wider: readonly Population[]): readonly string[] | null {
  const counts = countsByArea(own)
  const around = wider.map((one) => ({ areas: one.areas, size: one.sheets.size, counts: countsByArea(one.sheets) }))
  const mayBeIn = (count: number, others: readonly number[]) =>
    isToldOrNone(count, fewestAnswers) && others.every((other) => isToldOrNone(other - count, fewestTold))
  const sum = (of: ReadonlyMap<string, number>, areas: readonly string[]) =>
    areas.reduce((total, area) => total + (of.get(area) ?? 0), 0)
  const mayRestBeTold = (areas: readonly string[]) =>
    mayBeIn(
      own.size - sum(counts, areas),
      around.map((one) => one.size - sum(one.counts, areas)),
    )
  if (own.size < fewestAnswers || !mayRestBeTold([])) return null
  const areas = [...counts]
    .filter(([id, count]) => id !== '' && count >= fewestAnswers && around.every((one) => one.areas.includes(id)))
    .filter(([id, count]) =>
      mayBeIn(
        count,
        around.map((one) => one.counts.get(id) ?? 0),
      ),
    )
    .toSorted(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))
    .map(([id]) => id)
  while (!mayRestBeTold(areas)) areas.pop()
  return areas
}

function countsByArea(sheets: ReadonlySet<AnswerSheet>): ReadonlyMap<string, number> {
  const groups = Map.groupBy(sheets, ({ neighbourhoodId }) => neighbourhoodId ?? '')
  return new Map([...groups].map(([id, own]) => [id, own.length]))
}

/**
 * How many of a narrower population there are, as readers see it beside another question: known wherever its answers say exactly who was
 * asked further. `answerOf` gives the leaf of the table in which a sheet is counted; null when the answers do not say it.
 */
export function knownPart(
  population: Population,
  part: Population,
  answerOf: (sheet: AnswerSheet) => string,
): Publication | null {
  if (part.sheets.size === population.sheets.size || !isPartOf(part.sheets, population.sheets)) return null
  const among = new Set([...part.sheets].map(answerOf))
  const others = [...population.sheets].filter((sheet) => !part.sheets.has(sheet))
  if (others.some((sheet) => among.has(answerOf(sheet)))) return null
  const leaves = [...population.areas, elsewhere]
  const rest = leaves.filter((area) => !part.areas.includes(area))
  const areas: Readonly<Record<string, readonly string[]>> = {
    [everywhere]: leaves,
    ...Object.fromEntries(part.areas.map((area) => [area, [area]])),
    rest,
  }
  return {
    id: `asked further ${[...among].toSorted().join(' ')}`,
    dimensions: [
      { id: 'area', leavesOf: areas },
      { id: 'answer', leavesOf: { askedFurther: [...among] } },
    ],
    cells: Object.entries(areas).map(([area, held]) => ({
      at: [area, 'askedFurther'],
      shown: [...part.sheets].filter((sheet) => held.includes(areaIn(sheet, population.areas))).length,
    })),
  }
}
