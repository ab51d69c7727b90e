// 50,000 made-up services out of real Belgian words: names of associations, streets and towns, and words of care. The same for
// everybody who is measured, and the same in every run.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { SearchDocument } from '../../src/registers/organisations/search/words.ts'

/** A question somebody types, and the words that are meant: what an answer must hold. */
export type Question = { readonly typed: string; readonly meant: readonly string[] }

export type Offer = {
  readonly documents: readonly SearchDocument[]
  /** Two words out of different fields of one service. */
  readonly twoWords: readonly Question[]
  /** The same, one of them with a typing error. */
  readonly withError: readonly Question[]
}

const data = new URL('../../../shared/data/', import.meta.url)
const kinds =
  `thuiszorg poetshulp gezinszorg boodschappendienst vervoer oppasdienst maaltijden dienstencentrum buurtrestaurant
  praatgroep huiswerkbegeleiding taalles computerles schuldbemiddeling budgetbegeleiding huurdersadvies rechtshulp voedselbedeling
  kledingwinkel fietsatelier kinderopvang speelotheek opvoedingswinkel jeugdwerking seniorenclub wandelgroep turnles zwemles koor
  breicafé repaircafé tuinieren volkstuin buurtmoestuin ziekenvervoer nachtopvang dagopvang rouwgroep mantelzorgcafé
  verpleging kinesitherapie huisarts tandarts psycholoog logopedie ergotherapie personenalarm klusjesdienst verhuishulp
  energiescan woonadvies sociaal onthaal crisisopvang vluchthuis taxidienst leesgroep bibliotheek vriendendienst buddywerking`.split(
    /\s+/,
  )
const plain =
  `samen buurt mensen hulp week maandag dinsdag woensdag donderdag vrijdag gratis welkom afspraak telefoon inschrijven
  vrijwilligers begeleiding informatie gesprek koffie warm rustig ouderen gezinnen jongeren kinderen nieuwkomers ziekte handicap
  inkomen toelage formulier papieren administratie woning huur energie water elektriciteit gezond bewegen koken eten muziek
  creatief praten luisteren vragen antwoord stap thuis bezoek ziekenhuis dokter medicijnen rolstoel lift trap toegankelijk`.split(
    /\s+/,
  )

/** Makes the offer with its questions. */
export function makeOffer(count: number, questions: number): Offer {
  const random = randomFrom(20261123)
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item
  const streets = streetNames()
  const towns = [...new Set(rows('geo/postcodes/zipcode-belgium.csv').map((row) => row[1] ?? ''))]
  const associations = associationNames()
  const documents = Array.from({ length: count }, (_, place): SearchDocument => {
    const kind = pick(kinds)
    const town = pick(towns)
    return {
      serviceId: idOf(place),
      name: `${kind} ${pick([town, pick(streets), pick(plain)])}`,
      alternateName: null,
      organisation: `${pick(associations)} ${pick(towns)}`,
      tags: [pick(kinds), pick(plain), pick(plain)],
      places: [`${pick(streets)} ${1 + Math.floor(random() * 200)}`, town],
      groups: [pick(['ouderen', 'gezinnen', 'jongeren', 'nieuwkomers'])],
      texts: [Array.from({ length: 30 }, () => pick([pick(plain), pick(plain), pick(kinds), pick(towns)])).join(' ')],
    }
  })
  const twoWords = Array.from({ length: questions }, () => {
    const { name, organisation, places, tags } = pick(documents)
    const meant = [
      pick([name.split(' ')[0] ?? '', tags[0] ?? '']),
      longest(pick([organisation, places[0] ?? '', places[1] ?? ''])),
    ]
    return { typed: meant.join(' '), meant }
  })
  const withError = twoWords.map(({ meant: [one = '', other = ''] }) => ({
    typed: random() < 0.5 ? `${mistyped(one, random)} ${other}` : `${one} ${mistyped(other, random)}`,
    meant: [one, other],
  }))
  return { documents, twoWords, withError }
}

/** One letter left out, doubled, wrong, or two swapped, not at the beginning. */
function mistyped(word: string, random: () => number): string {
  const letters = Array.from(word)
  const at = 1 + Math.floor(random() * (letters.length - 2))
  const [here = '', next = ''] = letters.slice(at, at + 2)
  const kind = Math.floor(random() * 4)
  const instead = kind === 0 ? [next] : kind === 1 ? [here, here, next] : kind === 2 ? ['x', next] : [next, here]
  return [...letters.slice(0, at), ...instead, ...letters.slice(at + 2)].join('')
}

const longest = (text: string) => text.split(/[\s-]+/).toSorted((a, b) => b.length - a.length)[0] ?? text

function streetNames(): readonly string[] {
  const text = gunzipSync(
    readFileSync(new URL('population/best-addresses-seed-municipalities.csv.gz', data)),
  ).toString()
  return [
    ...new Set(
      text
        .split('\n')
        .slice(1)
        .map((line) => line.split(';')[3] ?? ''),
    ),
  ].filter((name) => name !== '')
}

function associationNames(): readonly string[] {
  return [
    ...new Set(
      rows('services/verenigingsregister/verwachte_dubbels.csv')
        .flat()
        .flatMap((cell) => cell.split(';')),
    ),
  ]
}

const rows = (path: string): string[][] =>
  parse(readFileSync(new URL(path, data)), { bom: true, relax_column_count: true })

const idOf = (place: number) => `00000000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
