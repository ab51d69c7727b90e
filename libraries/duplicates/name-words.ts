/**
 * The telling words of an organisation's name as Flemings write it. "VZW Koninklijke Fanfare Sinte-Cecilia" and "Fanfare
 * St. Cecilia" give the same words: case, accents, marks, legal form, honours and little words say nothing about which it is.
 */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&|\+/g, ' en ')
    // Dots of abbreviations: "v.z.w." and "F.C." are one word.
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/['’`]/g, ' ')
    .replace(/[()]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
  const words = plain
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => sameWords.get(word) ?? word)
  const telling = words.filter((word) => !sayingNothing.has(word))
  return telling.length > 0 ? telling : words
}

/** Whether a word says what kind of organisation it is, which it shares with many: "chiro", "buurtcomité", "fanfare". */
export function isKindOfOrganisation(word: string): boolean {
  return kinds.has(word) || kindEnding.test(word)
}

/** Compounds say their kind at their end: "aikidoclub", "missienaaikring". */
const kindEnding = /..(club|comite|kring|koor|raad|bond|fonds|huis|team|ploeg)$/

const list = (words: string) => words.trim().split(/\s+/)

/** Legal forms, honours, little words. */
const sayingNothing: ReadonlySet<string> = new Set(
  list(`vzw asbl ivzw aisbl bv bvba nv sa srl sprl cv cvba vof comm commv fv feitelijke vereniging stichting openbaar nut
    koninklijke koninklijk kon royale royal maatschappij
    de het een der des den t s d l le la les du van von voor aan in op bij te ten ter en et and of the
    afdeling lokale plaatselijke`),
)

/** Several spellings and abbreviations of one word. */
const sameWords: ReadonlyMap<string, string> = new Map(
  [
    'sint sinte st ste saint sainte',
    'petanqueclub pc',
    'tennisclub tc',
    'voetbalclub fc vc',
    'wielerclub wc',
    'buurtcomite comite wijkcomite straatcomite',
    'jeugdhuis jh',
    'dienstencentrum ldc',
    'heilig h heilige',
    'onze o',
    'lieve l lieven',
    'vrouw v',
  ].flatMap((line) => {
    const [kept = '', ...others] = line.split(' ')
    return others.map((other): [string, string] => [other, kept])
  }),
)

/** What many names have in common. A clash of two of them ("chiro", "okra") still counts, but less than a clash of names. */
const kinds: ReadonlySet<string> = new Set(
  list(`chiro chirojongens chiromeisjes scouts gidsen ksa klj kwb kvlv ferm okra samana neos femma pasar natuurpunt gezinsbond
    davidsfonds vermeylenfonds willemsfonds buurtcomite buurtwerk wijkwerking dorpsraad adviesraad ouderraad oudercomite
    petanqueclub tennisclub voetbalclub wielerclub turnclub turnkring judoclub bridgeclub schaakclub zwemclub club kring
    vriendenkring vrienden fanfare harmonie koor zangkoor toneel toneelkring muziekvereniging jeugdhuis speelplein school
    basisschool dienstencentrum woonzorgcentrum sociaal huis ocmw caw dienst centrum sint team sport jeugd senioren`),
)
