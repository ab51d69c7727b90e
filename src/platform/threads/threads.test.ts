import { afterAll, expect, test } from 'vitest'
import { sums } from '../../../tests/support/sums.ts'
import { openThreads, type Threads } from './index.ts'

const opened: Threads[] = []
const threads = () => {
  const own = openThreads({ most: 2, megabytes: 64 })
  opened.push(own)
  return own
}
afterAll(() => Promise.all(opened.map((own) => own.close())))

test('long work gives the same answer on a thread as short work does here', async () => {
  const { calculate } = threads()
  expect(await calculate(sums, { numbers: [1, 2] })).toEqual({ sum: 3 })
  expect(await calculate(sums, { numbers: [1, 2, 3] })).toEqual({ sum: 6 })
})

test('more questions than threads wait for their turn', async () => {
  const { calculate } = threads()
  const asked = [1, 2, 3, 4, 5].map((one) => calculate(sums, { numbers: [one, 0, 0] }))
  expect((await Promise.all(asked)).map(({ sum }) => sum)).toEqual([1, 2, 3, 4, 5])
})

test('a mistake on a thread fails that work alone, and tells where but not of what', async () => {
  const { calculate } = threads()
  const failed = await calculate(sums, { numbers: [41, 4242, 43], way: 'fails' }).catch((error: unknown) => error)
  expect(failed).toMatchObject({ name: 'ThreadFailed', code: 'mistake', stack: expect.stringContaining('sums.ts') })
  expect(String((failed as Error).stack)).not.toContain('4242')
  expect(await calculate(sums, { numbers: [1, 1, 1] })).toEqual({ sum: 3 })
})

test('a thread that wants more memory than it may have ends, and the process goes on', async () => {
  const { calculate } = threads()
  await expect(calculate(sums, { numbers: [1, 2, 3], way: 'takes too much memory' })).rejects.toMatchObject({
    name: 'ThreadFailed',
    code: 'ERR_WORKER_OUT_OF_MEMORY',
  })
  expect(await calculate(sums, { numbers: [1, 1, 1] })).toEqual({ sum: 3 })
})

test('a thread that ends without an answer fails its work', async () => {
  await expect(threads().calculate(sums, { numbers: [1, 2, 3], way: 'ends' })).rejects.toMatchObject({ code: 'ended' })
})

test('closing ends what is under way and what waits, and refuses more', async () => {
  const own = threads()
  const asked = [1, 2, 3].map((one) => own.calculate(sums, { numbers: [one, 0, 0] }))
  const ends = Promise.allSettled(asked)
  await own.close()
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  await expect(own.calculate(sums, { numbers: [1, 2, 3] })).rejects.toMatchObject({ code: 'ended' })
})
