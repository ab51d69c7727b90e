import { expect, test } from 'vitest'
import { onePress } from './one-press.ts'

/** Something that is kept after a while, `answers` telling each time whether it was. */
function keeping(...answers: readonly boolean[]) {
  const done: boolean[] = []
  const act = async () => {
    const isKept = answers[done.length] ?? true
    done.push(isKept)
    await new Promise((resolve) => setTimeout(resolve, 5))
    return isKept
  }
  return { done, act }
}

test('what is pressed twice while it is being kept is kept once, and so is what is pressed again right after', async () => {
  const press = onePress()
  const { done, act } = keeping()
  await Promise.all([press(act), press(act)])
  await press(act)
  expect(done).toEqual([true])
})

test('what could not be kept can be pressed again', async () => {
  const press = onePress()
  const { done, act } = keeping(false, true)
  await press(act)
  await press(act)
  expect(done).toEqual([false, true])
  const broken = onePress()
  await expect(broken(() => Promise.reject(new Error('no room')))).rejects.toThrow('no room')
  await broken(act)
  expect(done).toHaveLength(3)
})
