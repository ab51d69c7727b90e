import { Readable } from 'node:stream'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import type { CommandResult } from '../platform/command-line/command.ts'
import { addRightsCheck } from './rights-check.ts'
import { addRightsExplain } from './rights-explain.ts'

async function answersTo(...lines: readonly string[]): Promise<readonly Record<string, unknown>[]> {
  let out = ''
  const program = new Command().exitOverride()
  addRightsCheck(program, {
    lines: Readable.from([lines.join('\n')]),
    write: (text) => {
      out += text
    },
  })
  await program.parseAsync(['rights', 'check', '--jsonl'], { from: 'user' })
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

const whole =
  '{"id":"a1","date":"2026-03-05","facts":{"household":{"region":"flanders"},"dwelling":{"tenure":"private_tenant"},"persons":[{"id":"p1","role":"reference","age":70,"net_income_month":1100}]}}'

test('each line is answered in its place; a wrong one says where, and the rest goes on', async () => {
  const [first, second, third, fourth] = await answersTo(
    whole,
    'nonsense',
    '{"id":"a2","date":"2026-03-05","facts":{"persons":[{"id":"p1","age":-3}]}}',
    whole.replace('a1', 'a3'),
  )
  expect(first).toMatchObject({ id: 'a1', nextQuestion: expect.stringMatching(/^[a-z]+\.[a-z_]+$/) })
  expect(first?.outcomes).toContainEqual(
    expect.objectContaining({
      right: 'igo',
      subject: 'p1',
      status: 'possible',
      amount: { value: null, min: 0, max: 1653.55, currency: 'EUR', per: 'month' },
    }),
  )
  expect(second).toMatchObject({ id: null, error: { code: 'bad_json' } })
  expect(third).toMatchObject({ id: 'a2', error: { code: 'out_of_bounds', path: 'persons[0].age' } })
  expect(fourth).toMatchObject({ id: 'a3', outcomes: first?.outcomes })
})

function explained(...args: readonly string[]): CommandResult | undefined {
  let printed: CommandResult | undefined
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  const print = (result: CommandResult) => {
    printed = result
  }
  addRightsExplain(program, { print, clock: () => new Date('2026-11-22T09:00:00Z') })
  program.parse(['rights', 'explain', ...args], { from: 'user' })
  return printed
}

test('a right is explained with the values of the law on the day that is asked', () => {
  const told = (date: string) => (explained('leefloon', '--date', date)?.lines ?? []).join('\n')
  expect(told('2026-03-05')).toContain('leefloon.category2: 1340.47 eur/month since 2026-03-01')
  expect(told('2026-02-28')).toContain('leefloon.category2: 1314.2 eur/month since 2025-02-01')
})

test('a right that does not exist is refused with those that do', () => {
  expect(() => explained('winning-the-lottery')).toThrow(/There is no right winning-the-lottery. There are: .*leefloon/)
})
