// `npm run suppression --prefix bench`: hides small counts in tables with totals, checks every proof, and writes a section of results.md.
import {
  type Dimension,
  flawsOf,
  ordinaryCounts,
  type ProtectedTable,
  protectTable,
  shownCells,
  type Table,
} from '@meernet/statistics'
import { ownProcessorSeconds } from '../processor-time.ts'
import { writeSection } from '../results.ts'
import { chances } from './chances.ts'

const ages = tree('age', [8])
const agesInGroups = tree('age', [4, 5])
const sexes = tree('sex', [2])
const tables: readonly { readonly what: string; readonly dimensions: readonly Dimension[] }[] = [
  { what: '500 neighbourhoods × 8 ages × 2 sexes', dimensions: [tree('area', [500]), ages, sexes] },
  { what: 'the same, in 25 municipalities', dimensions: [tree('area', [25, 20]), ages, sexes] },
  {
    what: '1,280 sectors in 128 neighbourhoods in 16 municipalities × 20 ages in 4 groups × 2 sexes',
    dimensions: [tree('area', [16, 8, 10]), agesInGroups, sexes],
  },
  {
    what: '8,000 sectors in 400 municipalities in 20 districts × 20 ages in 4 groups × 2 sexes',
    dimensions: [tree('area', [20, 20, 20]), agesInGroups, sexes],
  },
]

const rows = tables.map(({ what, dimensions }) => {
  const table = { dimensions, cells: counted(dimensions) }
  const began = ownProcessorSeconds()
  const answer = protectTable(table, ordinaryCounts)
  const protectedAt = ownProcessorSeconds()
  const flaws = flawsOf(answer)
  if (flaws.length > 0 || answer.exposed.length > 0) throw new Error(`${what}: ${flaws[0] ?? 'a count is exposed'}`)
  const checkedAt = ownProcessorSeconds()
  return `| ${what} | ${number(answer.grid.size)} | ${number(answer.needs.length)} | ${number(hiddenIn(answer))} | ${number(answer.proofs.length)} | ${(protectedAt - began).toFixed(1)} s | ${(checkedAt - protectedAt).toFixed(1)} s |`
})

writeSection(
  'Hiding small counts in tables with totals',
  `Counts drawn by chance, 12 on average, three in ten of them none; 1 to 4 are small. Seconds of one processor.

| table, with all totals | cells | small counts | hidden in all | proofs | hiding | checking every proof |
|---|---|---|---|---|---|---|
${rows.join('\n')}

A proof is other whole figures that fit all that is shown. Budget: 60 s for 100,000 and for 650,000 cells.`,
)

/** A total, and below it levels of so many in each. */
function tree(id: string, levels: readonly number[]): Dimension {
  const categories: { id: string; within?: string[] }[] = [{ id: 'all' }]
  let above = ['all']
  for (const each of levels) {
    const level = above.flatMap((name) =>
      Array.from({ length: each }, (_, k) => ({ id: `${name}.${k}`, within: [name] })),
    )
    categories.push(...level)
    above = level.map((one) => one.id)
  }
  return { id, categories }
}

/** Counts at every leaf, the same in every run. */
function counted(dimensions: readonly Dimension[]): Table['cells'] {
  const chance = chances(2026)
  let at: string[][] = [[]]
  for (const { categories } of dimensions) {
    const wider = new Set(categories.flatMap(({ within }) => within ?? []))
    const leaves = categories.map(({ id }) => id).filter((id) => !wider.has(id))
    at = at.flatMap((begun) => leaves.map((leaf) => [...begun, leaf]))
  }
  return at.map((one) => ({ at: one, value: chance() < 0.3 ? 0 : Math.floor(-Math.log(1 - chance()) * 17) }))
}

function hiddenIn(answer: ProtectedTable): number {
  let hidden = 0
  for (const { shown } of shownCells(answer)) if (shown === 'hidden') hidden++
  return hidden
}

function number(value: number): string {
  return value.toLocaleString('en')
}
