import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mistakesIn } from '../scripts/translations/mistakes.ts'
import { readSheet, sheetFor } from '../scripts/translations/sheet.ts'
import { SheetRefused, takeIn } from '../scripts/translations/take-in.ts'

const dutch = {
  'resident.day.late': '{days, plural, one {# dag te laat} other {# dagen te laat}}',
  'resident.hello': 'Dag {name}; wat zoekt u?',
  'resident.mail': 'Dag,\n\nEr is een bericht.\n',
  'inbox.title': 'Kaartjes',
}

/** A source tree with one module's sentences. */
function tree(): string {
  const root = mkdtempSync(join(tmpdir(), 'meernet-translations-'))
  const folder = join(root, 'src/functions/sample/messages')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'nl.json'), JSON.stringify(dutch))
  writeFileSync(join(folder, 'en.json'), JSON.stringify({ 'resident.hello': 'Hello {name}, what do you look for?' }))
  return root
}

const keptIn = (root: string, language: string) =>
  JSON.parse(readFileSync(join(root, `src/functions/sample/messages/${language}.json`), 'utf8'))

const filled = (sheet: string, translations: Readonly<Record<string, string>>) =>
  readSheet(sheet).map((line) => ({ ...line, translation: translations[line.key] ?? '' }))

const ukrainian = {
  'resident.day.late':
    '{days, plural, one {запізнення # день} few {запізнення # дні} many {запізнення # днів} other {запізнення # дня}}',
  'resident.hello': 'Вітаємо, {name}. Що ви шукаєте?',
  'resident.mail': 'Вітаємо!\n\nДля вас є повідомлення.',
}

test('a translator of a resident language gets what a resident may read, in Dutch and English, and nothing else', () => {
  const lines = readSheet(sheetFor(tree(), 'uk', { isMissingOnly: false }))
  expect(lines.map(({ key }) => key)).toEqual(['resident.day.late', 'resident.hello', 'resident.mail'])
  expect(sheetFor(tree(), 'uk', { isMissingOnly: false })).toContain('plural: one few many other')
})

test('a sheet that comes back filled in becomes the sentences of that language, line ends and all', () => {
  const root = tree()
  const sheet = sheetFor(root, 'uk', { isMissingOnly: true })
  expect(takeIn(root, 'uk', filled(sheet, ukrainian))).toEqual({ added: 3, changed: 0, missing: 0 })
  expect(keptIn(root, 'uk')).toEqual({ ...ukrainian, 'resident.mail': `${ukrainian['resident.mail']}\n` })
  expect(readSheet(sheetFor(root, 'uk', { isMissingOnly: true }))).toEqual([])
})

test('what is still empty stays to be done, and what was there stays', () => {
  const root = tree()
  takeIn(root, 'uk', filled(sheetFor(root, 'uk', { isMissingOnly: false }), ukrainian))
  const again = filled(sheetFor(root, 'uk', { isMissingOnly: false }), { 'resident.hello': 'Добрий день, {name}!' })
  expect(takeIn(root, 'uk', again)).toEqual({ added: 0, changed: 1, missing: 0 })
  expect(keptIn(root, 'uk')['resident.mail']).toContain('Вітаємо')
})

test('one mistake refuses the whole sheet, and names line, key and what is wrong', () => {
  const root = tree()
  const lines = filled(sheetFor(root, 'uk', { isMissingOnly: false }), {
    ...ukrainian,
    'resident.hello': 'Вітаємо, {ім}',
  })
  expect(() => takeIn(root, 'uk', lines)).toThrow('Line 3, resident.hello: {name} is gone.')
  expect(() => keptIn(root, 'uk')).toThrow('ENOENT')
})

test('a sentence whose Dutch changed since is given back with the Dutch of today', () => {
  const root = tree()
  const lines = filled(sheetFor(root, 'uk', { isMissingOnly: false }), ukrainian).map((line) => ({
    ...line,
    dutch: line.dutch.replace('zoekt', 'wilt'),
  }))
  expect(() => takeIn(root, 'uk', lines)).toThrow(SheetRefused)
  expect(() => takeIn(root, 'uk', lines)).toThrow('It is now: Dag {name}; wat zoekt u?')
})

test.each([
  ['{days, plural, one {день} other {днів}}', dutch['resident.day.late'], ['few', 'many']],
  ['Вітаємо, {name', dutch['resident.hello'], ['braces']],
  ['Вітаємо, <b>{name}</b>', dutch['resident.hello'], ['a tag']],
  ['Вітаємо, \u202e{name}', dutch['resident.hello'], ['control character']],
])('"%s" is not taken in', (translation, source, words) => {
  const found = mistakesIn(translation, source, 'uk').join('; ')
  for (const word of words) expect(found).toContain(word)
})

test('a sheet saved with commas, or without the column to read, is understood or refused in words', () => {
  expect(readSheet('key,dutch,translation\nresident.hello,Dag,Merhaba\n')).toEqual([
    { line: 2, key: 'resident.hello', dutch: 'Dag', translation: 'Merhaba' },
  ])
  expect(() => readSheet('key;dutch\nresident.hello;Dag\n')).toThrow('the column translation is missing')
})
