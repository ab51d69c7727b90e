// Part of `npm run suppression --prefix bench`: what is hidden in a municipality, beside all that it told in five years.
import { ageAndSexKey, ageBands, sexes } from '../../src/functions/neighbourhood-analysis/age-and-sex.ts'
import { protectionOf } from '../../src/functions/neighbourhood-analysis/publishing/protection/protection.ts'
import type { RawFigure } from '../../src/functions/neighbourhood-analysis/publishing/raw-figure.ts'
import { ownProcessorSeconds } from '../processor-time.ts'
import { writeSection } from '../results.ts'
import { chances } from './chances.ts'

const [sectorCount, neighbourhoodCount, changedEachYear, years] = [700, 50, 10, 5]
const town = { level: 'municipality', edition: '2024', code: '99001' } as const
const townKey = 'municipality 2024 99001'
const pyramid = sexes.flatMap((sex) => ageBands.map((band) => ageAndSexKey(sex, band)))

type Way = { readonly what: string; readonly indicators: readonly string[]; readonly revisedEachYear: number }
const ways: readonly Way[] = [
  { what: 'one count', indicators: ['population'], revisedEachYear: 0 },
  { what: 'men and women of nine ages', indicators: pyramid, revisedEachYear: 0 },
  { what: 'the same, 35 sectors revised each year', indicators: pyramid, revisedEachYear: 35 },
]

const rows = ways.map((way) => {
  const [beside, alone] = [protectedOver(way, true), protectedOver(way, false)]
  return `| ${way.what} | ${beside.figures.toLocaleString('en')} | ${span(alone.seconds)} | ${alone.hidden.toLocaleString('en')} | ${span(beside.seconds)} | ${beside.hidden.toLocaleString('en')} |`
})

writeSection(
  'Hiding small counts beside all that was told in five years',
  `${sectorCount} sectors with counts drawn by chance, in ${neighbourhoodCount} neighbourhoods of which ${changedEachYear} lose or gain sectors every year; one period, worked out anew each year.
Seconds of one processor, from the second year on; hidden in the last year. It is done in the background.

| counts | figures | alone | hidden | beside what was told | hidden |
|---|---|---|---|---|---|
${rows.join('\n')}

Budget of one count: 0.05 s a period alone.`,
)

/** Works out each year what is hidden, with or without a memory of the years before. */
function protectedOver({ indicators, revisedEachYear }: Way, remembers: boolean) {
  const chance = chances(2026)
  const someSector = () => Math.floor(chance() * sectorCount)
  const counts = Array.from({ length: sectorCount }, () =>
    indicators.map(() => (chance() < 0.1 ? 0 : Math.floor(-Math.log(1 - chance()) * 60))),
  )
  const neighbourhoods = Array.from({ length: neighbourhoodCount }, (_, k) =>
    Array.from({ length: sectorCount / neighbourhoodCount }, (_, n) => (k * sectorCount) / neighbourhoodCount + n),
  )
  const seconds: number[] = []
  let answer: ReturnType<typeof protectionOf> | undefined
  for (let year = 0; year < years; year++) {
    if (year > 0) {
      for (let n = 0; n < changedEachYear; n++)
        change(neighbourhoods[Math.floor(chance() * neighbourhoodCount)] ?? [], someSector())
      for (let n = 0; n < revisedEachYear; n++) {
        const row = counts[someSector()] ?? []
        row[0] = (row[0] ?? 0) + 1
      }
    }
    const told = remembers ? answer?.told : undefined
    const began = ownProcessorSeconds()
    answer = protectionOf({
      figures: figuresOf(indicators, counts),
      divisions: [{ level: 'sector', edition: '2024', parts: partsOf(neighbourhoods) }],
      peopleIn: () => undefined,
      ...(told && { told }),
    })
    if (year > 0) seconds.push(ownProcessorSeconds() - began)
  }
  const figures = indicators.length * (sectorCount + neighbourhoodCount + 1)
  return { figures, seconds, hidden: answer?.hidden.size ?? 0 }
}

/** A neighbourhood loses a sector when it has it, and gains it when not; it keeps at least one. */
function change(neighbourhood: number[], sector: number): void {
  const at = neighbourhood.indexOf(sector)
  if (at < 0) neighbourhood.push(sector)
  else if (neighbourhood.length > 1) neighbourhood.splice(at, 1)
}

function figuresOf(indicators: readonly string[], counts: readonly (readonly number[])[]): readonly RawFigure[] {
  return indicators.flatMap((indicator, at) => {
    const figure = { indicator, kind: 'count', unit: 'persons', period: '2024', quality: 'exact' } as const
    const sectors = counts.map((row, sector): RawFigure => {
      const area = { level: 'sector', edition: '2024', code: codeOf(sector) } as const
      return { ...figure, area, value: row[at] ?? 0, within: [townKey] }
    })
    return [...sectors, { ...figure, area: town, value: counts.reduce((sum, row) => sum + (row[at] ?? 0), 0) }]
  })
}

function partsOf(neighbourhoods: readonly (readonly number[])[]) {
  const partOf = (sector: number) => ({ code: codeOf(sector), share: 1, quality: 'exact' as const })
  return new Map(neighbourhoods.map((sectors, k) => [`neighbourhood ${k}`, sectors.map(partOf)]))
}

function codeOf(sector: number): string {
  return `99001${String(sector).padStart(3, '0')}-`
}

function span(seconds: readonly number[]): string {
  return `${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)} s`
}
