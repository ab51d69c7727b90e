import { expect, test } from 'vitest'
import { languageName, spokenLanguages } from './spoken-languages.ts'

test('every language to choose from has a name in Dutch', () => {
  expect(spokenLanguages.map((code) => languageName({ language: 'nl' }, code))).not.toContainEqual(
    expect.stringMatching(/^[a-z]{2}$/),
  )
})

test.each(['', '0', '<script>', 'a'.repeat(400), 'x-', 'nl_BE', '-1'])(
  'what is no code of a language is shown as it was typed: %s',
  (typed) => {
    expect(languageName({ language: 'fr' }, typed)).toBe(typed)
  },
)
