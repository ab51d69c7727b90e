// `node bench/service-map/duplicates.ts`: precision and recall on the pairs of names of the Flemish register of associations, and
// how the work grows with the register.
import { readFileSync } from 'node:fs'
import { alikeFrom, findAlike, type Listed, nameLikenessIn } from '@meernet/duplicates'
import { parse } from 'csv-parse/sync'
import { writeSection } from '../results.ts'
import { makeOffer } from './offer.ts'

type Judged = {
  readonly row: number
  readonly one: string
  readonly other: string
  readonly isDuplicate: boolean
  readonly likeness: number
}

const folder = new URL('../../../shared/data/services/verenigingsregister/', import.meta.url)
const pairs = judgedPairs()
const chosen = bestThreshold(pairs.filter(({ row }) => row % 2 === 0))
const measured = pairs.filter(({ row }) => row % 2 === 1)
const growth = [500, 5000, 20_000].map((count) => {
  const register = madeRegister(count)
  const start = performance.now()
  const found = findAlike(register).length
  return `| ${count} | ${((performance.now() - start) / 1000).toFixed(2)} s | ${found} |`
})
writeSection(
  'Duplicate organisations',
  `Pairs of names of the Flemish register of associations: those that must be found (\`verwachte_dubbels.csv\`), and those that must not
(the same file and \`verwachte_unieke.csv\`). The threshold is chosen on the even rows and measured on the odd ones; one pair stands in
both lists of the source and is left out. Names only: no address, no number, no list of places. The lists of words of the library were
written with all pairs in view, so new names may do worse.

| rows | pairs to find | pairs to leave | threshold | precision | recall |
|---|---|---|---|---|---|
${lineOf(
  'even (chosen on)',
  pairs.filter(({ row }) => row % 2 === 0),
  chosen,
)}
${lineOf('odd (measured)', measured, chosen)}
${lineOf('all, as the library has it', pairs, alikeFrom)}

Missed among the odd rows: ${listOf(measured.filter(({ isDuplicate, likeness }) => isDuplicate && likeness < chosen))}. Wrongly shown:
${listOf(measured.filter(({ isDuplicate, likeness }) => !isDuplicate && likeness >= chosen))}.

| names in the register | time to compare all that may be alike | pairs shown |
|---|---|---|
${growth.join('\n')}`,
)

function judgedPairs(): readonly Judged[] {
  const rows = (name: string): string[][] =>
    parse(readFileSync(new URL(name, folder)), { bom: true, from: 2, relax_column_count: true })
  const raw = [
    ...rows('verwachte_dubbels.csv').flatMap(([one = '', same = '', different = ''], row) => [
      ...same.split(';').map((other) => ({ row, one, other, isDuplicate: true })),
      ...different.split(';').map((other) => ({ row, one, other, isDuplicate: false })),
    ]),
    ...rows('verwachte_unieke.csv').map(([one = '', other = ''], row) => ({ row, one, other, isDuplicate: false })),
  ]
  const keyOf = ({ one, other }: { one: string; other: string }) => `${one}|${other}`
  const said = Map.groupBy(raw, keyOf)
  const likeness = nameLikenessIn([...new Set(raw.flatMap(({ one, other }) => [one, other]))])
  return raw
    .filter((pair) => new Set(said.get(keyOf(pair))?.map(({ isDuplicate }) => isDuplicate)).size === 1)
    .map((pair) => ({ ...pair, likeness: likeness(pair.one, pair.other) }))
}

/** The middle of the thresholds with the best F1, in steps of a hundredth. */
function bestThreshold(part: readonly Judged[]): number {
  const tried = Array.from({ length: 60 }, (_, step) => (35 + step) / 100).map((at) => {
    const { precision, recall } = figuresAt(part, at)
    return { at, score: (2 * precision * recall) / (precision + recall) }
  })
  const best = Math.max(...tried.map(({ score }) => score))
  const equal = tried.filter(({ score }) => score === best)
  return equal[Math.floor(equal.length / 2)]?.at ?? alikeFrom
}

function figuresAt(part: readonly Judged[], threshold: number) {
  const shown = part.filter(({ likeness }) => likeness >= threshold)
  const right = shown.filter(({ isDuplicate }) => isDuplicate).length
  const all = part.filter(({ isDuplicate }) => isDuplicate).length
  return { precision: right / shown.length, recall: right / all }
}

function lineOf(what: string, part: readonly Judged[], threshold: number): string {
  const { precision, recall } = figuresAt(part, threshold)
  const toFind = part.filter(({ isDuplicate }) => isDuplicate).length
  const share = (value: number) => `${(value * 100).toFixed(1)} %`
  return `| ${what} | ${toFind} | ${part.length - toFind} | ${threshold} | ${share(precision)} | ${share(recall)} |`
}

function listOf(list: readonly Judged[]): string {
  return list.map(({ one, other }) => `“${one}” and “${other}”`).join('; ') || 'none'
}

function madeRegister(count: number): readonly Listed[] {
  return makeOffer(count, 0).documents.map(({ serviceId, organisation, places }) => ({
    id: serviceId,
    names: [organisation],
    number: null,
    contacts: [places[0] ?? ''],
  }))
}
