import { expect, test } from 'vitest'
import { linesOf } from './register-lines.ts'

test('P1 the register has a line per column, with the purpose of its table unless it has one of its own', () => {
  const lines = linesOf({
    'people.person': {
      purpose: 'Reach somebody.',
      legalGround: 'publicTask',
      retention: { series: 'files', term: 'P10Y', mode: 'proposed' },
      fields: { phone: 'contact', wish: { class: 'case', purpose: 'Know what is asked.' } },
    },
  })
  expect(lines.map(({ column, class: sensitivity, purpose }) => [column, sensitivity, purpose])).toEqual([
    ['phone', 'contact', 'Reach somebody.'],
    ['wish', 'case', 'Know what is asked.'],
  ])
})
