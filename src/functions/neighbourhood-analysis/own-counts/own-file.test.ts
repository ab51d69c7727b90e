import { expect, test } from 'vitest'
import { catalogue, type Language, textsIn } from '../../../platform/messages/index.ts'
import { fileWords, ownFileName } from './own-file.ts'

const inLanguage = (language: Language) => textsIn(catalogue, language, new Date('2026-11-23T08:00:00Z'))

test('our own counts are named with their day in words, in the language of the reader', () => {
  const name = ownFileName('own-places', '2026-11-22')
  expect(fileWords(inLanguage('nl'), name)).toBe('eigen telling van plaatsen van 22 november 2026')
  expect(fileWords(inLanguage('fr'), name)).toBe('notre comptage des lieux du 22 novembre 2026')
})

test('a file that somebody sent keeps its name in every language', () => {
  const names = ['sectoren.csv', 'export 2026-11-22', 'eigen telling van plaatsen.csv']
  expect(names.map((name) => fileWords(inLanguage('fr'), name))).toEqual(names)
})
