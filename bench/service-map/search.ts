// `node bench/service-map/search.ts`: search in 50,000 services, ours beside MiniSearch, on the same documents in one run.
import MiniSearch from 'minisearch'
import { wordsOf } from '../../src/platform/encryption/blind-index.ts'
import type { SearchDocument } from '../../src/registers/organisations/search/words.ts'
import { median, writeSection } from '../results.ts'
import { makeOffer, type Question } from './offer.ts'
import { ourSearch } from './our-search.ts'

type Measured = { readonly medianMs: number; readonly slowMs: number; readonly answered: number }

const offer = makeOffer(50_000, 400)
const byId = new Map(offer.documents.map((document) => [document.serviceId, heldWords(document)]))
const peer = peerSearch(offer.documents)
const loading = performance.now()
const ours = await ourSearch(offer.documents)
console.log(`loaded in ${Math.round((performance.now() - loading) / 1000)} s`)
const lines: string[] = []
for (const [what, questions] of [
  ['two words', offer.twoWords],
  ['two words, one with a typing error', offer.withError],
] as const) {
  const [own, exact, fuzzy] = [
    await measure(questions, ours.search),
    await measure(questions, async (typed) => peer(typed, false)),
    await measure(questions, async (typed) => peer(typed, 0.2)),
  ]
  lines.push(
    lineOf(what, 'Meernet', own),
    lineOf(what, 'MiniSearch, exact', exact),
    lineOf(what, 'MiniSearch, fuzzy 0.2', fuzzy),
  )
}
await ours.close()
writeSection(
  'Search in 50,000 services',
  `Meernet: as a passer-by, over SQL, with transaction and row-level security. MiniSearch 7.2.0: in memory of the same process, no
database, \`combineWith: 'AND'\`, \`prefix: true\`. 400 questions, each of two words out of different fields of one service. Answered: the
first result holds both words that were meant.

| question | who | median | 95th percentile | answered |
|---|---|---|---|---|
${lines.join('\n')}`,
)

async function measure(
  questions: readonly Question[],
  search: (typed: string) => Promise<readonly string[]>,
): Promise<Measured> {
  for (const { typed } of questions.slice(0, 40)) await search(typed)
  const times: number[] = []
  let answered = 0
  for (const { typed, meant } of questions) {
    const start = performance.now()
    const [first] = await search(typed)
    times.push(performance.now() - start)
    const held = byId.get(first ?? '')
    if (held && meant.every((word) => wordsOf(word).every((part) => held.has(part)))) answered += 1
  }
  const sorted = times.toSorted((a, b) => a - b)
  return {
    medianMs: median(times),
    slowMs: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    answered: answered / questions.length,
  }
}

function peerSearch(documents: readonly SearchDocument[]) {
  const index = new MiniSearch({
    fields: ['name', 'organisation', 'tags', 'places', 'groups', 'texts'],
    idField: 'serviceId',
    // The same folding of accents and the same division into words as ours.
    processTerm: (term) => wordsOf(term)[0] ?? null,
    extractField: (document, field) => [document[field]].flat().join(' '),
    searchOptions: { boost: { name: 4, tags: 3, organisation: 2.5, places: 2 }, combineWith: 'AND', prefix: true },
  })
  index.addAll(documents)
  return (typed: string, fuzzy: number | false): readonly string[] =>
    index
      .search(typed, { fuzzy })
      .slice(0, 20)
      .map(({ id }) => id)
}

function heldWords(document: SearchDocument): ReadonlySet<string> {
  const { name, organisation, tags, places, groups, texts } = document
  return new Set([name, organisation, ...tags, ...places, ...groups, ...texts].flatMap(wordsOf))
}

function lineOf(what: string, who: string, { medianMs, slowMs, answered }: Measured): string {
  return `| ${what} | ${who} | ${medianMs.toFixed(1)} ms | ${slowMs.toFixed(1)} ms | ${(answered * 100).toFixed(1)} % |`
}
