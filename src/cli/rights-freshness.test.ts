import { Command } from 'commander'
import { expect, test } from 'vitest'
import type { CommandResult } from '../platform/command-line/command.ts'
import { addRightsFreshness } from './rights-freshness.ts'

function printedBy(...args: readonly string[]): CommandResult | undefined {
  return printedAt('2026-11-22T09:00:00Z', ...args)
}

function printedAt(moment: string, ...args: readonly string[]): CommandResult | undefined {
  let printed: CommandResult | undefined
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  const print = (result: CommandResult) => {
    printed = result
  }
  addRightsFreshness(program, { print, clock: () => new Date(moment) })
  program.parse(['rights', 'freshness', ...args], { from: 'user' })
  return printed
}

test('who asks without a date hears of today, with the most pressing source first', () => {
  const { lines = [], json = {} } = printedBy() ?? {}
  expect(lines[0]).toMatch(/^On 2026-11-22: \d+ dated values, \d+ out of date/)
  expect(lines[lines.indexOf('Look again in this order') + 1]).toContain('verhoogde-tegemoetkoming.year_base')
  expect(json).toMatchObject({ date: '2026-11-22', local: expect.arrayContaining(['municipality.reference_budget']) })
})

test('after midnight in Brussels it is the new day, whatever day it is elsewhere', () => {
  expect(printedAt('2026-06-30T22:30:00Z')?.json).toMatchObject({ date: '2026-07-01' })
})

test('on an earlier day a value that was known then is not called out of date', () => {
  const told = (printedBy('--date', '2024-12-31')?.lines ?? []).join('\n')
  expect(told).not.toContain('verhoogde-tegemoetkoming.year_base: 25630.67')
  expect((printedBy('--date', '2025-01-01')?.lines ?? []).join('\n')).toContain(
    'verhoogde-tegemoetkoming.year_base: 25630.67 since 2024-01-01, known until 2024-12-31',
  )
})

test('a day that the calendar does not have is refused', () => {
  expect(() => printedBy('--date', '2026-02-30')).toThrow('2026-03-05')
})
