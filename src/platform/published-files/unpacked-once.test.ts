import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { unpackedOnce } from './unpacked-once.ts'

const textOf = async (bytes: Readable) => Buffer.concat(await bytes.toArray()).toString()

function counted(chunks: () => Iterable<Buffer>) {
  let opened = 0
  const open = unpackedOnce(async () => {
    opened += 1
    return Readable.from(chunks(), { objectMode: false })
  })
  return { open, opened: () => opened }
}

test('a short text is unpacked once, however often it is read', async () => {
  const { open, opened } = counted(() => [Buffer.from('a;b\n'), Buffer.from('1;2\n')])
  for (let turn = 0; turn < 3; turn += 1) expect(await textOf(await open())).toBe('a;b\n1;2\n')
  expect(opened()).toBe(1)
})

test('one of which only the beginning was looked at is unpacked again, whole', async () => {
  const { open, opened } = counted(() => [Buffer.from('a;b\n'), Buffer.from('1;2\n')])
  for await (const chunk of await open()) {
    expect(String(chunk)).toBe('a;b\n')
    break
  }
  expect(await textOf(await open())).toBe('a;b\n1;2\n')
  expect(opened()).toBe(2)
})

test('a long text is not held', async () => {
  const { open, opened } = counted(() => Array.from({ length: 5 }, () => Buffer.alloc(1024 * 1024)))
  for (let turn = 0; turn < 2; turn += 1) expect((await textOf(await open())).length).toBe(5 * 1024 * 1024)
  expect(opened()).toBe(2)
})

test('a text that breaks off breaks off each time', async () => {
  const { open } = counted(function* () {
    yield Buffer.from('a')
    throw Object.assign(new Error('cut off'), { code: 'Z_BUF_ERROR' })
  })
  for (let turn = 0; turn < 2; turn += 1)
    await expect(textOf(await open())).rejects.toMatchObject({ code: 'Z_BUF_ERROR' })
})
