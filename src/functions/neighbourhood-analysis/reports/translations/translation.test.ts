import { describe, expect, test } from 'vitest'
import { shownReport } from '../../../../../tests/support/shown-report.ts'
import { passagesOf } from './passages.ts'
import { changesIn, markOf, publicWords, type Translation, translationStanding } from './translation.ts'

const passages = passagesOf(shownReport())
const summary = passages.find(({ key }) => key === 'summary') ?? { key: '', source: '', kind: 'summary', longest: 0 }

const translation = (over: Partial<Translation> = {}): Translation => ({
  ...{ language: 'ar', changedBy: 'writer', addedOn: null, version: 1, read: new Map(), awaiting: new Map() },
  ...over,
})
const typed = (text: string, source = summary.source, stillHolds = false) =>
  new Map([['summary', { text, from: { mark: markOf(source) }, stillHolds }]])

test('every text of a report that somebody wrote can be translated, in the order of reading', () => {
  expect(passages.map(({ kind }) => kind)).toEqual([
    ...['title', 'summary', 'strength', 'need', 'residentsSaid', 'priorityTitle', 'priorityWhy', 'confirmed'],
  ])
  expect(new Set(passages.map(({ key }) => key)).size).toBe(passages.length)
})

describe('what residents read in their language', () => {
  test('is what was translated from the text as it is now', () => {
    const read = new Map([['summary', { text: 'ملخص', from: summary.source }]])
    expect(publicWords(passages, translation({ read })).get('summary')).toBe('ملخص')
  })

  test('is never older than the text: what changed since is left out until somebody looked', () => {
    const read = new Map([['summary', { text: 'ملخص', from: 'Rita woont hier graag.' }]])
    expect(publicWords(passages, translation({ read })).size).toBe(0)
  })

  test('P14 is never what waits for its second reader', () => {
    const awaiting = new Map([['summary', { text: 'ملخص', from: summary.source }]])
    expect(publicWords(passages, translation({ awaiting })).size).toBe(0)
  })
})

test('a language tells how many pieces are missing, are older than the text, and wait for a second reader', () => {
  const read = new Map([['summary', { text: 'ملخص', from: 'Vroeger.' }]])
  const awaiting = new Map([['title', { text: 'عنوان', from: passages[0]?.source ?? '' }]])
  expect(translationStanding(passages, translation({ read, awaiting }))).toEqual({
    ...{ all: 8, missing: 6, older: 1, current: 1, awaiting: 1 },
  })
  expect(translationStanding(passages, undefined).missing).toBe(8)
})

describe('saving what a translator typed', () => {
  const old = translation({ read: new Map([['summary', { text: 'ملخص', from: 'Vroeger.' }]]) })

  test('keeps with it which text was translated', () => {
    expect(changesIn(passages, undefined, typed('ملخص'))).toEqual([
      { key: 'summary', translated: { text: 'ملخص', from: summary.source } },
    ])
  })

  test('of a text that changed while it was typed, is older than that text', () => {
    const [change] = changesIn(passages, undefined, typed('ملخص', 'Wat er stond.'))
    expect(change?.translated?.from).toBeNull()
  })

  test('leaves an older translation older, unless somebody says that it still holds', () => {
    expect(changesIn(passages, old, typed('ملخص'))).toEqual([])
    expect(changesIn(passages, old, typed('ملخص', summary.source, true))[0]?.translated?.from).toBe(summary.source)
  })

  test('takes away what was left empty, and nothing else', () => {
    expect(changesIn(passages, old, typed(''))).toEqual([{ key: 'summary', translated: undefined }])
    expect(changesIn(passages, undefined, typed(''))).toEqual([])
  })
})
