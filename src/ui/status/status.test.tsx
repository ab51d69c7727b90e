import { expect, test } from 'vitest'
import { rendered } from '../../../tests/support/html.ts'
import { ContactLines } from './contact-lines.tsx'
import { DueDate } from './due-date.tsx'
import { ProgressBar } from './tally.tsx'

test('a due date shows its words with the exact date beside, also for machines', () => {
  const due = <DueDate words="3 dagen te laat" date="di 18 november 2026" dateTime="2026-11-18" overdue />
  expect(rendered(due, 'time')[0]).toEqual({
    attributes: { class: 'due-date', datetime: '2026-11-18' },
    text: 'di 18 november 2026',
  })
})

test('telephone and e-mail can be pressed, whatever the way of writing', () => {
  const lines = (
    <ContactLines
      lines={[
        { kind: 'phone', label: 'Telefoon', text: '+32 11 00.00/01' },
        { kind: 'email', label: 'E-mail', text: 'a@netegem.example' },
        { kind: 'web', label: 'Website', text: 'netegem.example' },
        { kind: 'address', label: 'Adres', text: 'Markt 1' },
      ]}
    />
  )
  expect(rendered(lines, 'a').map(({ attributes }) => attributes.href)).toEqual([
    'tel:+3211000001',
    'mailto:a@netegem.example',
    'https://netegem.example',
  ])
  expect(rendered(lines, 'li').map(({ text }) => text)[3]).toBe('Adres: Markt 1')
})

test('progress has a name and its count in words', () => {
  const bar = <ProgressBar label="Molenstraat" value={40} max={120} text="40 van 120 adressen" />
  expect(rendered(bar, 'progress')[0]).toMatchObject({
    attributes: { value: '40', max: '120', 'aria-label': 'Molenstraat' },
    text: '40 van 120 adressen',
  })
})
