import { expect, test } from 'vitest'
import { replayGroups } from './replay-groups.ts'

const fails = (code?: string) => Object.assign(new Error('refused by the database'), code ? { code } : {})

/** Applies numbers; refuses the bad ones the way a database refuses a row. */
function machine(bad: readonly number[]) {
  const transactions: number[][] = []
  const aside: number[] = []
  return {
    transactions,
    aside,
    needs: {
      chunkSize: 100,
      apply: async (groups: readonly number[]) => {
        if (groups.some((group) => bad.includes(group))) throw fails('23514')
        transactions.push([...groups])
        return groups.map((group) => `did ${group}`)
      },
      setAside: async (group: number) => {
        aside.push(group)
        return [`kept ${group}`]
      },
    },
  }
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

test('what is sent together is applied in one transaction', async () => {
  const { needs, transactions } = machine([])
  await replayGroups(numbers(80), needs)
  expect(transactions).toHaveLength(1)
})

test('one thing that cannot be applied does not stop the others, and the answers keep their order', async () => {
  const { needs, aside, transactions } = machine([13])
  const answers = await replayGroups(numbers(64), needs)
  expect(answers).toEqual(numbers(64).map((group) => (group === 13 ? 'kept 13' : `did ${group}`)))
  expect(aside).toEqual([13])
  expect(transactions.flat()).toEqual(numbers(64).filter((group) => group !== 13))
})

test('more than a transaction should hold goes in several', async () => {
  const { needs, transactions } = machine([])
  await replayGroups(numbers(250), needs)
  expect(transactions.map((groups) => groups.length)).toEqual([100, 100, 50])
})

test('when the database is away nothing is set aside and nothing is acknowledged', async () => {
  const { needs, aside } = machine([])
  const away = { ...needs, apply: async () => Promise.reject(fails('57P01')) }
  await expect(replayGroups(numbers(5), away)).rejects.toThrow()
  expect(aside).toEqual([])
})

test('a text that speaks of a connection is no database that is away: what holds it is set aside', async () => {
  const { needs, aside } = machine([])
  const spoken = Object.assign(new Error('value too long: "no Connection to the internet"'), { code: '22001' })
  const answers = await replayGroups([1], { ...needs, apply: async () => Promise.reject(spoken) })
  expect([answers, aside]).toEqual([['kept 1'], [1]])
})

test('two in each other’s way are tried again', async () => {
  const { needs } = machine([])
  let tries = 0
  const collides = async (groups: readonly number[]) => {
    tries += 1
    if (tries < 3) throw fails('40P01')
    return needs.apply(groups)
  }
  expect(await replayGroups(numbers(3), { ...needs, apply: collides })).toHaveLength(3)
})
