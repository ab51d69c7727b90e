import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every sentence of a language, as `key: sentence`. */
const sentencesIn = (language: 'nl' | 'fr' | 'en') =>
  globSync(`src/**/messages/${language}.json`).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>).map(
      ([key, sentence]) => `${key}: ${sentence}`,
    ),
  )
const dutch = sentencesIn('nl')
const french = sentencesIn('fr')
const english = sentencesIn('en')

test.each([
  ['Dutch', dutch],
  ['French', french],
  ['English', english],
] as const)('%s is written with an apostrophe, never with the mark of a typewriter', (_, sentences) => {
  expect(sentences.length).toBeGreaterThan(2000)
  expect(sentences.filter((sentence) => /\p{L}'\p{L}/u.test(sentence))).toEqual([])
})

test('Dutch says tweetal for two who go to doors together, as in the glossary', () => {
  expect(dutch.filter((sentence) => /\bduo('s)?\b/i.test(sentence))).toEqual([])
})

test.each([
  ['bénévole', /volontaires?\b/i],
  ['binôme', /\bduo\b/i],
  ['assistant social', /travailleurs? socia/i],
  ['examen des droits', /(exploration|vérification) des droits/i],
  ['comité de pilotage', /groupe de pilotage/i],
  ['numéro national', /numéro de registre national/i],
  ['signal pour la politique', /signa(l|ux) politiques?/i],
  ['marche exploratoire', /promenade/i],
  ['code INS', /code NIS/i],
])('French says %s, and no other word for it', (_, other) => {
  expect(french.filter((sentence) => other.test(sentence))).toEqual([])
})

test('French says that nobody was found, never that a person was', () => {
  expect(french.filter((sentence) => /(?<!aucune )personne trouvée/i.test(sentence))).toEqual([])
})

test('French forbids nothing that is only not needed', () => {
  expect(french.filter((sentence) => /\bne devez (pas|rien|ni)\b/.test(sentence))).toEqual([])
})

test.each([
  ['a character of a code a sign', /(twelve|every|one) signs?\b/i],
  ['what began and lasts a thing of now', /\b(is|are) (frozen|fixed) since\b/],
  ['an agreement that was withdrawn taken back', /\b(taken back|took the agreement back)\b/i],
])('English does not call %s', (_, words) => {
  expect(english.filter((sentence) => words.test(sentence))).toEqual([])
})
