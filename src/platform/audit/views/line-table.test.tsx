import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { elementsIn } from '../../../../tests/support/html.ts'
import { catalogue, textsIn } from '../../messages/index.ts'
import type { ReadLine } from '../audit-store.ts'
import { LineTable } from './line-table.tsx'

const t = textsIn(catalogue, 'nl', new Date('2026-11-23T08:00:00Z'))
const looked: ReadLine = {
  ...{ sequence: 7, at: new Date('2026-11-23T08:00:00Z'), userId: 'u', role: 'policyMaker', task: null },
  ...{ action: 'list cases', subjectType: 'list', subjectId: 'open cases', reason: 'open cases' },
}
const lines = (line: ReadLine) =>
  renderToString(<LineTable t={t} lines={[line]} names={new Map([['u', 'Veerle Smet']])} />)

test('who acted stays one piece with their role, also where a line becomes a card', () => {
  const who = /<td data-label="Wie">(.*?)<\/td>/.exec(lines(looked))?.[1] ?? ''
  expect(who).toMatch(/^<span>.*Veerle Smet.*, .*<\/span>$/)
})

test('a list is named in words, and what is no list by the end of its identifier', () => {
  const cells = (line: ReadLine) => elementsIn(lines(line), 'td').map(({ text }) => text)
  expect(cells(looked)).not.toContain('lijst open cases')
  expect(cells(looked)).toContain('lijst')
  const one = { ...looked, action: 'read case', subjectType: 'case', subjectId: '0190-968b91c607de', reason: null }
  expect(cells(one)).toContain('dossier 968b91c607de')
})
