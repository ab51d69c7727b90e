import { globSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { catalogue, residentLanguages, staffLanguages } from '../src/platform/messages/index.ts'

/** What a resident may meet: own pages, mistakes in a form, error pages, the frame around a page. */
const isForResidents = (key: string) => /^(resident|form|http)\./.test(key)
const keys = Object.keys(catalogue.nl)

/** A key in code is a literal, or a template literal whose fixed beginning names the group. */
const files = globSync('src/**/*.{ts,tsx}').filter((file) => !/\.test\.tsx?$/.test(file))
const texts = files.map((file) => readFileSync(file, 'utf8'))
const literals = new Set(
  texts.flatMap((text) =>
    [...text.matchAll(/['"`]([a-z][a-zA-Z]*(?:\.[a-zA-Z0-9-]+)+)['"`]/g)].map(([, key = '']) => key),
  ),
)
const prefixes = [
  ...new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/`([a-z][a-zA-Z]*(?:\.[a-zA-Z0-9-]+)*\.)\$\{/g)].map(([, prefix = '']) => prefix),
    ),
  ),
]
const asked = texts.flatMap((text, index) =>
  [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => ({ key, file: files[index] })),
)

test('there are sentences and places that ask for them', () => {
  expect(keys.length).toBeGreaterThan(50)
  expect(asked.length).toBeGreaterThan(20)
})

test.each(staffLanguages)('%s has every sentence', (language) => {
  expect(keys.filter((key) => !(key in catalogue[language]))).toEqual([])
  expect(Object.keys(catalogue[language]).filter((key) => !keys.includes(key))).toEqual([])
})

test.each(residentLanguages)('%s has every sentence a resident may read', (language) => {
  expect(keys.filter((key) => isForResidents(key) && !(key in catalogue[language]))).toEqual([])
})

test.each(residentLanguages)('%s has the placeholders that Dutch has, and can be formatted', (language) => {
  const wrong = Object.entries(catalogue[language]).filter(([key, text]) => {
    new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
    return placeholders(text) !== placeholders(catalogue.nl[key] ?? '')
  })
  expect(wrong.map(([key]) => key)).toEqual([])
})

test('no page asks for a sentence that is not there', () => {
  expect(asked.filter(({ key }) => !(key in catalogue.nl))).toEqual([])
})

test('no sentence is left over', () => {
  const leftovers = keys.filter((key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
  expect(leftovers).toEqual([])
})

test('a notification and a resident text never say "vulnerable"', () => {
  expect(keys.filter((key) => /kwetsbare[nr]?\b/i.test(catalogue.nl[key] ?? ''))).toEqual([])
})

function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name))].sort().join()
}
