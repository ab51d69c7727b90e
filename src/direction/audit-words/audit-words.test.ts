import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { signalEventKinds } from '../../functions/detection/signals/signal-event.ts'
import { keyOf } from '../../platform/audit/views/audit-words.ts'
import { catalogue } from '../../platform/messages/index.ts'

const texts = globSync('src/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
const found = (pattern: RegExp) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, code = '']) => code))),
]

test('every act that the log can name has words for who reads it', () => {
  const acts = [
    ...found(/action: '([a-z][a-z -]+)'/g),
    ...found(/audit\(tx, '([a-z -]+)'/g),
    ...found(/(?:lookAction|sampleAction|brokenAction) = '([a-z -]+)'/g),
    ...found(/caseForAct\([^']*'([a-z]+ [a-z -]+)'/g),
    ...signalEventKinds.map((kind) => `note ${kind}`),
  ]
  expect(acts.length).toBeGreaterThan(80)
  expect(acts.filter((act) => !(`audit.did.${keyOf(act)}` in catalogue.nl))).toEqual([])
})

test('every kind of thing that the log can name has words', () => {
  const things = found(/subject(?: =|:) \{ type: '([A-Za-z ]+)'/g)
  expect(things.length).toBeGreaterThan(12)
  expect(things.filter((thing) => !(`audit.thing.${keyOf(thing)}` in catalogue.nl))).toEqual([])
})
